#include "evaluation/Metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <opencv2/imgproc.hpp>

#include "evaluation/SsimMap.h"

namespace isostain {

namespace {

Result<void> checkSizes(const RgbImage& a, const RgbImage& b, int smallestSide)
{
    if (a.width() != b.width() || a.height() != b.height())
        return fail(ErrorCode::InvalidArgument, "The pair of images", "the two sizes differ");
    if (std::min(a.width(), a.height()) < smallestSide)
        return fail(ErrorCode::InvalidArgument, "An image of " + std::to_string(a.width()) + " x " + std::to_string(a.height()),
                    "each side must have at least " + std::to_string(smallestSide) + " pixels");
    return {};
}

constexpr int kBandRows = 256;

cv::Mat asDoubles(const cv::Mat& bytes)
{
    cv::Mat values;
    bytes.convertTo(values, CV_64F);
    return values;
}

/// Mean SSIM of two planes of bytes, each of which a function makes doubles of. In bands of rows: what is computed takes some
/// hundred bytes a pixel.
template <typename ValuesX, typename ValuesY>
double meanSsim(const cv::Mat& x, const cv::Mat& y, const ValuesX& valuesX, const ValuesY& valuesY)
{
    double sum = 0;
    for (int top = 0; top + kSsimWindow <= x.rows; top += kBandRows) {
        const cv::Range rows(top, std::min(top + kBandRows + kSsimWindow - 1, x.rows));
        const cv::Mat similarity = ssimMap(valuesX(x.rowRange(rows)), valuesY(y.rowRange(rows)));
        for (int row = 0; row < similarity.rows; ++row)
            for (int column = 0; column < similarity.cols; ++column)
                sum += similarity.at<double>(row, column);
    }
    return sum / (static_cast<double>(x.rows - 2 * kSsimBorder) * (x.cols - 2 * kSsimBorder));
}

cv::Mat grayOf(const RgbImage& image)
{
    cv::Mat gray;
    cv::cvtColor(image.pixels, gray, cv::COLOR_RGB2GRAY);
    return gray;
}

}

Result<double> ssimTarget(const RgbImage& result, const RgbImage& target)
{
    if (auto usable = checkSizes(result, target, kSsimWindow); !usable)
        return tl::unexpected(usable.error());
    std::array<cv::Mat, 3> x;
    std::array<cv::Mat, 3> y;
    cv::split(result.pixels, x.data());
    cv::split(target.pixels, y.data());
    double sum = 0;
    for (std::size_t channel = 0; channel < 3; ++channel)
        sum += meanSsim(x[channel], y[channel], asDoubles, asDoubles);
    return sum / 3;
}

Result<double> psnrTarget(const RgbImage& result, const RgbImage& target)
{
    if (auto usable = checkSizes(result, target, 1); !usable)
        return tl::unexpected(usable.error());
    // Squares of 8-bit differences summed as integers: exact whatever the order.
    std::uint64_t squares = 0;
    for (int row = 0; row < result.height(); ++row) {
        const auto* a = result.pixels.ptr<std::uint8_t>(row);
        const auto* b = target.pixels.ptr<std::uint8_t>(row);
        for (int i = 0; i < 3 * result.width(); ++i) {
            const int difference = a[i] - b[i];
            squares += static_cast<std::uint64_t>(difference * difference);
        }
    }
    if (squares == 0)
        return std::numeric_limits<double>::infinity();
    const double mse = static_cast<double>(squares) / (3.0 * static_cast<double>(result.pixels.total()));
    return 10 * std::log10(255.0 * 255.0 / mse);
}

Result<double> ssimSource(const RgbImage& result, const RgbImage& source)
{
    if (auto usable = checkSizes(result, source, kSsimWindow); !usable)
        return tl::unexpected(usable.error());
    const cv::Mat x = grayOf(result);
    const cv::Mat y = grayOf(source);
    const auto stretchedBy = [](const GrayRange& range) {
        return [range](const cv::Mat& gray) {
            return stretched(gray, range);
        };
    };
    return meanSsim(x, y, stretchedBy(grayRange(x)), stretchedBy(grayRange(y)));
}

}
