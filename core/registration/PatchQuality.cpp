#include "registration/PatchQuality.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "registration/Flow.h"
#include "registration/StainGray.h"

namespace isostain {

namespace {

constexpr double kGlassDensity = 0.15;
constexpr float kTextured = 0.1f; ///< weight of a pixel that takes part

double share(const cv::Mat& mask)
{
    return mask.empty() ? 0 : static_cast<double>(cv::countNonZero(mask)) / static_cast<double>(mask.total());
}

double clippedShare(const cv::Mat& pixels)
{
    std::vector<cv::Mat> channels;
    cv::split(pixels, channels);
    return share((channels[0] == 0) | (channels[1] == 0) | (channels[2] == 0));
}

/// Fine detail by all detail of the density: it falls when the picture is blurred, whatever the stain.
double fineDetail(const cv::Mat& density)
{
    cv::Mat fine, coarse;
    cv::GaussianBlur(density, fine, cv::Size(), 1.5);
    cv::GaussianBlur(density, coarse, cv::Size(), 6);
    const double fineNorm = cv::norm(density - fine), coarseNorm = cv::norm(fine - coarse);
    return coarseNorm > 0 ? fineNorm / coarseNorm : 0;
}

double median(std::vector<double>& values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

cv::Vec2f flowNear(const cv::Mat& flow, double x, double y)
{
    const int column = std::clamp(static_cast<int>(std::lround(x)), 0, flow.cols - 1);
    const int row = std::clamp(static_cast<int>(std::lround(y)), 0, flow.rows - 1);
    return flow.at<cv::Vec2f>(row, column);
}

void measureFlow(const ScanView& source, const ScanView& target, const cv::Rect& patch, PatchQuality& quality)
{
    const FlowField there = flowBetween(target.image, source.image, source.inside);
    const FlowField back = flowBetween(source.image, target.image, source.inside);
    std::vector<double> lengths, misses;
    for (int y = patch.y; y < patch.br().y; ++y)
        for (int x = patch.x; x < patch.br().x; ++x) {
            if (there.weight.at<float>(y, x) < kTextured)
                continue;
            const cv::Vec2f forth = there.flow.at<cv::Vec2f>(y, x);
            const cv::Vec2f miss = forth + flowNear(back.flow, x + static_cast<double>(forth[0]), y + static_cast<double>(forth[1]));
            lengths.push_back(std::hypot(forth[0], forth[1]));
            misses.push_back(std::hypot(miss[0], miss[1]));
        }
    quality.residual = median(lengths);
    quality.consistency = median(misses);
}

/// Weighted by the target's contrast, so that empty glass neither helps nor harms.
double correlationOf(const cv::Mat& sourceDensity, const cv::Mat& targetDensity, const cv::Rect& patch)
{
    const Structure a = structureOf(targetDensity, 8), b = structureOf(sourceDensity, 8);
    const cv::Mat correlation = localCorrelation(a.normalized, b.normalized, 6)(patch), weight = a.contrast(patch);
    const double total = cv::sum(weight)[0];
    return total > 0 ? cv::sum(correlation.mul(weight))[0] / total : 0;
}

}

PatchQuality patchQuality(const ScanView& source, const ScanView& target, int margin)
{
    const cv::Rect patch(margin, margin, target.image.width() - 2 * margin, target.image.height() - 2 * margin);
    PatchQuality quality;
    quality.inside = share(source.inside(patch));
    const cv::Mat sourceDensity = densityOf(source.image), targetDensity = densityOf(target.image);
    quality.tissue = share(targetDensity(patch) > kGlassDensity);
    quality.clipped = std::max(clippedShare(source.image.pixels(patch)), clippedShare(target.image.pixels(patch)));
    const double a = fineDetail(sourceDensity(patch)), b = fineDetail(targetDensity(patch));
    quality.sharpness = std::max(a, b) > 0 ? std::min(a, b) / std::max(a, b) : 0;
    quality.correlation = correlationOf(sourceDensity, targetDensity, patch);
    measureFlow(source, target, patch, quality);
    return quality;
}

std::optional<std::string_view> reasonToDrop(const PatchQuality& quality, const QualityLimits& limits)
{
    if (quality.inside < 1)
        return "reaches beyond the source";
    if (!(quality.tissue >= limits.tissue))
        return "too little tissue";
    if (!(quality.clipped <= limits.clipped))
        return "saturated";
    if (!(quality.sharpness >= limits.sharpness))
        return "out of focus in one of the two";
    if (!(quality.correlation >= limits.correlation))
        return "the two do not look alike";
    if (!(quality.residual <= limits.residual))
        return "not aligned well enough";
    if (!(quality.consistency <= limits.consistency))
        return "flow there and back disagrees";
    return std::nullopt;
}

}
