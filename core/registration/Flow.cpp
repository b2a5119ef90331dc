#include "registration/Flow.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include "registration/StainGray.h"

namespace isostain {

namespace {

constexpr double kStructureSigma = 8;   ///< pixels
constexpr double kCorrelationSigma = 6; ///< pixels
constexpr float kTexture = 0.06f;       ///< contrast of density that is worth half
constexpr int kSmallest = 32;           ///< pixels; the search has no levels for less

cv::Mat undone(const cv::Mat& picture, const cv::Mat& flow, int interpolation)
{
    cv::Mat map(flow.size(), CV_32FC2), moved;
    for (int y = 0; y < flow.rows; ++y)
        for (int x = 0; x < flow.cols; ++x)
            map.at<cv::Vec2f>(y, x) = flow.at<cv::Vec2f>(y, x) + cv::Vec2f(static_cast<float>(x), static_cast<float>(y));
    cv::remap(picture, moved, map, cv::noArray(), interpolation, cv::BORDER_REPLICATE);
    return moved;
}

float textureOf(float contrast)
{
    const float square = contrast * contrast;
    return square / (square + kTexture * kTexture);
}

}

FlowField flowBetween(const BgrxImage& first, const BgrxImage& second, const cv::Mat& insideSecond)
{
    const Structure a = structureOf(densityOf(first), kStructureSigma), b = structureOf(densityOf(second), kStructureSigma);
    FlowField field{cv::Mat::zeros(a.normalized.size(), CV_32FC2), cv::Mat::zeros(a.normalized.size(), CV_32F), {}};
    if (std::min(first.width(), first.height()) >= kSmallest) {
        const auto search = cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_MEDIUM);
        search->setFinestScale(0);
        search->calc(toPicture(a.normalized), toPicture(b.normalized), field.flow);
    }
    field.correlation = localCorrelation(a.normalized, undone(b.normalized, field.flow, cv::INTER_LINEAR), kCorrelationSigma);
    cv::Mat inside;
    cv::erode(insideSecond, inside, cv::Mat(), cv::Point(-1, -1), 4, cv::BORDER_CONSTANT, cv::Scalar(255));
    for (int y = 0; y < field.weight.rows; ++y)
        for (int x = 0; x < field.weight.cols; ++x) {
            const float alike = std::max(0.0f, field.correlation.at<float>(y, x));
            if (inside.at<std::uint8_t>(y, x) != 0)
                field.weight.at<float>(y, x) =
                    alike * alike * textureOf(a.contrast.at<float>(y, x)) * textureOf(b.contrast.at<float>(y, x));
        }
    return field;
}

}
