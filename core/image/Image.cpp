#include "image/Image.h"

#include <opencv2/imgproc.hpp>

namespace isostain {

namespace {

/// Two of the four bytes of a pixel spread to 16 bits each, so that sums of four do not overflow into each other.
constexpr std::uint32_t kEvenBytes = 0x00FF00FF;

std::uint32_t meanOfFour(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    const std::uint32_t even =
        (a & kEvenBytes) + (b & kEvenBytes) + (c & kEvenBytes) + (d & kEvenBytes) + 0x00020002;
    const std::uint32_t odd = ((a >> 8) & kEvenBytes) + ((b >> 8) & kEvenBytes) + ((c >> 8) & kEvenBytes) +
                              ((d >> 8) & kEvenBytes) + 0x00020002;
    return ((even >> 2) & kEvenBytes) | (((odd >> 2) & kEvenBytes) << 8);
}

}

RgbImage toRgb(const BgrxImage& image)
{
    RgbImage result;
    if (!image.isEmpty())
        cv::cvtColor(image.pixels, result.pixels, cv::COLOR_BGRA2RGB);
    return result;
}

BgrxImage toBgrx(const RgbImage& image)
{
    BgrxImage result;
    if (!image.isEmpty())
        cv::cvtColor(image.pixels, result.pixels, cv::COLOR_RGB2BGRA);
    return result;
}

RgbImage makeRgbImage(int width, int height)
{
    return {cv::Mat(height, width, CV_8UC3)};
}

BgrxImage makeBgrxImage(int width, int height)
{
    return {cv::Mat(height, width, CV_8UC4)};
}

BgrxImage makeBgrxImage(int width, int height, std::uint32_t color)
{
    return {cv::Mat(height, width, CV_8UC4, cv::Scalar(color & 0xFF, (color >> 8) & 0xFF, (color >> 16) & 0xFF, 255))};
}

BgrxImage halved(const BgrxImage& image)
{
    const int width = (image.width() + 1) / 2;
    const int height = (image.height() + 1) / 2;
    BgrxImage result = makeBgrxImage(width, height);
    for (int y = 0; y < height; ++y) {
        const std::uint32_t* upper = image.row(2 * y);
        // A row or column that is missing at the border is replaced by its neighbor: the mean of what there is.
        const std::uint32_t* lower = 2 * y + 1 < image.height() ? image.row(2 * y + 1) : upper;
        std::uint32_t* out = result.row(y);
        const int pairs = image.width() / 2;
        for (int x = 0; x < pairs; ++x)
            out[x] = meanOfFour(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
        if (pairs < width)
            out[pairs] = meanOfFour(upper[2 * pairs], upper[2 * pairs], lower[2 * pairs], lower[2 * pairs]);
    }
    return result;
}

}
