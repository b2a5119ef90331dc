#include "evaluation/Metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <opencv2/imgproc.hpp>

namespace isostain {

namespace {

constexpr int kWindow = 11;
constexpr int kBorder = kWindow / 2;
constexpr double kSigma = 1.5;
constexpr double kSampleCovariance = 121.0 / 120.0;
constexpr double kC1 = (0.01 * 255) * (0.01 * 255);
constexpr double kC2 = (0.03 * 255) * (0.03 * 255);

Result<void> checkSizes(const RgbImage& a, const RgbImage& b, int smallestSide)
{
    if (a.width() != b.width() || a.height() != b.height())
        return fail(ErrorCode::InvalidArgument, "The pair of images", "the two sizes differ");
    if (std::min(a.width(), a.height()) < smallestSide)
        return fail(ErrorCode::InvalidArgument, "An image of " + std::to_string(a.width()) + " x " + std::to_string(a.height()),
                    "each side must have at least " + std::to_string(smallestSide) + " pixels");
    return {};
}

cv::Mat windowMean(const cv::Mat& values)
{
    static const cv::Mat kernel = cv::getGaussianKernel(kWindow, kSigma, CV_64F);
    cv::Mat mean;
    cv::sepFilter2D(values, mean, CV_64F, kernel, kernel);
    return mean;
}

/// Mean SSIM of two planes of doubles.
double meanSsim(const cv::Mat& x, const cv::Mat& y)
{
    const cv::Mat ux = windowMean(x);
    const cv::Mat uy = windowMean(y);
    const cv::Mat uxx = windowMean(x.mul(x));
    const cv::Mat uyy = windowMean(y.mul(y));
    const cv::Mat uxy = windowMean(x.mul(y));

    double sum = 0;
    for (int row = kBorder; row < x.rows - kBorder; ++row) {
        for (int column = kBorder; column < x.cols - kBorder; ++column) {
            const double mx = ux.at<double>(row, column);
            const double my = uy.at<double>(row, column);
            const double vx = kSampleCovariance * (uxx.at<double>(row, column) - mx * mx);
            const double vy = kSampleCovariance * (uyy.at<double>(row, column) - my * my);
            const double vxy = kSampleCovariance * (uxy.at<double>(row, column) - mx * my);
            sum += ((2 * mx * my + kC1) * (2 * vxy + kC2)) / ((mx * mx + my * my + kC1) * (vx + vy + kC2));
        }
    }
    return sum / (static_cast<double>(x.rows - 2 * kBorder) * (x.cols - 2 * kBorder));
}

/// Gray, stretched to 0..255; zeros where the image is flat.
cv::Mat stretchedGray(const RgbImage& image)
{
    cv::Mat gray;
    cv::cvtColor(image.pixels, gray, cv::COLOR_RGB2GRAY);
    double low = 0;
    double high = 0;
    cv::minMaxLoc(gray, &low, &high);
    cv::Mat stretched;
    gray.convertTo(stretched, CV_64F);
    if (high <= low)
        return cv::Mat::zeros(gray.size(), CV_64F);
    return (stretched - low) / (high - low) * 255;
}

}

Result<double> ssimTarget(const RgbImage& result, const RgbImage& target)
{
    if (auto usable = checkSizes(result, target, kWindow); !usable)
        return tl::unexpected(usable.error());
    std::array<cv::Mat, 3> x;
    std::array<cv::Mat, 3> y;
    cv::split(result.pixels, x.data());
    cv::split(target.pixels, y.data());
    double sum = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        x[channel].convertTo(x[channel], CV_64F);
        y[channel].convertTo(y[channel], CV_64F);
        sum += meanSsim(x[channel], y[channel]);
    }
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
    if (auto usable = checkSizes(result, source, kWindow); !usable)
        return tl::unexpected(usable.error());
    return meanSsim(stretchedGray(result), stretchedGray(source));
}

}
