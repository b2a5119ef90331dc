#include "registration/StainGray.h"

#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace isostain {

namespace {

constexpr double kNoiseSigma = 0.7; ///< pixels
/// Density that glass and the noise of a camera vary by.
constexpr double kFlatContrast = 0.02;

std::array<float, 256> thirdsOfDensity()
{
    std::array<float, 256> table{};
    for (std::size_t value = 0; value < table.size(); ++value)
        table[value] = static_cast<float>(-std::log((static_cast<double>(value) + 1) / 256) / 3);
    return table;
}

cv::Mat blurred(const cv::Mat& image, double sigma)
{
    cv::Mat result;
    cv::GaussianBlur(image, result, cv::Size(), sigma, sigma, cv::BORDER_REFLECT_101);
    return result;
}

}

cv::Mat densityOf(const BgrxImage& image)
{
    static const std::array<float, 256> thirds = thirdsOfDensity();
    cv::Mat density(image.pixels.size(), CV_32F);
    for (int y = 0; y < image.height(); ++y) {
        const std::uint32_t* in = image.row(y);
        auto* out = density.ptr<float>(y);
        for (int x = 0; x < image.width(); ++x)
            out[x] = thirds[in[x] & 255] + thirds[in[x] >> 8 & 255] + thirds[in[x] >> 16 & 255];
    }
    return blurred(density, kNoiseSigma);
}

Structure structureOf(const cv::Mat& density, double sigma)
{
    const cv::Mat mean = blurred(density, sigma);
    cv::Mat variance = blurred(density.mul(density), sigma) - mean.mul(mean);
    variance = cv::max(variance, 0);
    Structure structure;
    cv::sqrt(variance, structure.contrast);
    cv::Mat spread;
    cv::sqrt(variance + kFlatContrast * kFlatContrast, spread);
    structure.normalized = (density - mean) / spread;
    return structure;
}

cv::Mat toPicture(const cv::Mat& normalized)
{
    cv::Mat picture;
    normalized.convertTo(picture, CV_8U, 42, 128);
    return picture;
}

cv::Mat localCorrelation(const cv::Mat& first, const cv::Mat& second, double sigma)
{
    const cv::Mat meanFirst = blurred(first, sigma), meanSecond = blurred(second, sigma);
    const cv::Mat product = blurred(first.mul(second), sigma) - meanFirst.mul(meanSecond);
    cv::Mat powers = (blurred(first.mul(first), sigma) - meanFirst.mul(meanFirst)).mul(
        blurred(second.mul(second), sigma) - meanSecond.mul(meanSecond));
    powers = cv::max(powers, 0);
    cv::sqrt(powers, powers);
    return product / (powers + 0.01);
}

}
