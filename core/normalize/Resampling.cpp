#include "normalize/Resampling.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/core.hpp>

namespace isostain {

namespace {

/// What one pixel is made of along one axis: consecutive pixels from `first` on, and their shares, which add up to 1.
struct Taps {
    std::int64_t first = 0;
    std::vector<float> weights;

    std::int64_t last() const { return first + static_cast<std::int64_t>(weights.size()) - 1; }
};

/// The mean of what the pixel covers, by area.
Taps areaTaps(std::int64_t position, double scale, std::int64_t size)
{
    const double begin = static_cast<double>(position) * scale;
    const double end = std::min(static_cast<double>(position + 1) * scale, static_cast<double>(size));
    const auto first = static_cast<std::int64_t>(begin);
    if (first >= size)
        return {size - 1, {1.0f}};
    Taps taps{first, {}};
    for (std::int64_t i = first; static_cast<double>(i) < end; ++i) {
        const double overlap = std::min(end, static_cast<double>(i + 1)) - std::max(begin, static_cast<double>(i));
        taps.weights.push_back(static_cast<float>(overlap / (end - begin)));
    }
    return taps;
}

/// Linear between the centers of pixels.
Taps linearTaps(std::int64_t position, double scale, std::int64_t size)
{
    const double center = (static_cast<double>(position) + 0.5) * scale - 0.5;
    const double before = std::floor(center);
    const auto share = static_cast<float>(center - before);
    const auto first = static_cast<std::int64_t>(before);
    if (first < 0)
        return {0, {1.0f}};
    if (first >= size - 1)
        return {size - 1, {1.0f}};
    if (share == 0)
        return {first, {1.0f}};
    return {first, {1 - share, share}};
}

Taps tapsOf(std::int64_t position, double scale, std::int64_t size)
{
    return scale > 1 ? areaTaps(position, scale, size) : linearTaps(position, scale, size);
}

/// One axis of the way from one grid to another.
struct Axis {
    double scale; ///< pixels of `from` a pixel of `to`
    std::int64_t size;

    std::vector<Taps> taps(std::int64_t begin, std::int64_t count) const
    {
        std::vector<Taps> all;
        for (std::int64_t i = 0; i < count; ++i)
            all.push_back(tapsOf(begin + i, scale, size));
        return all;
    }
};

Axis axisX(const PixelGrid& from, const PixelGrid& to)
{
    return {to.downsampleX / from.downsampleX, from.width};
}

Axis axisY(const PixelGrid& from, const PixelGrid& to)
{
    return {to.downsampleY / from.downsampleY, from.height};
}

/// Every row of the source, resampled along x: three floats a pixel.
cv::Mat resampledRows(const cv::Mat& source, std::int64_t originX, const std::vector<Taps>& taps)
{
    cv::Mat rows(source.rows, static_cast<int>(taps.size()), CV_32FC3);
    for (int y = 0; y < source.rows; ++y) {
        const auto* in = source.ptr<cv::Vec3b>(y);
        auto* out = rows.ptr<cv::Vec3f>(y);
        for (std::size_t x = 0; x < taps.size(); ++x) {
            const cv::Vec3b* pixel = in + (taps[x].first - originX);
            cv::Vec3f sum(0, 0, 0);
            for (const float weight : taps[x].weights) {
                for (int c = 0; c < 3; ++c)
                    sum[c] += weight * static_cast<float>((*pixel)[c]);
                ++pixel;
            }
            out[x] = sum;
        }
    }
    return rows;
}

}

PixelGrid gridOf(const PyramidLevel& level)
{
    return {level.width, level.height, level.downsampleX, level.downsampleY};
}

cv::Rect placeIn(const PixelRect& rect, const PixelRect& outer)
{
    return {static_cast<int>(rect.x - outer.x), static_cast<int>(rect.y - outer.y), static_cast<int>(rect.width),
            static_cast<int>(rect.height)};
}

PixelRect neededFor(const PixelGrid& from, const PixelGrid& to, const PixelRect& rect)
{
    const Axis x = axisX(from, to), y = axisY(from, to);
    const std::int64_t left = tapsOf(rect.x, x.scale, x.size).first;
    const std::int64_t right = tapsOf(rect.x + rect.width - 1, x.scale, x.size).last();
    const std::int64_t top = tapsOf(rect.y, y.scale, y.size).first;
    const std::int64_t bottom = tapsOf(rect.y + rect.height - 1, y.scale, y.size).last();
    return {left, top, right - left + 1, bottom - top + 1};
}

RgbImage resample(const RgbImage& source, const PixelGrid& from, const PixelGrid& to, const PixelRect& rect)
{
    const PixelRect origin = neededFor(from, to, rect);
    const cv::Mat rows = resampledRows(source.pixels, origin.x, axisX(from, to).taps(rect.x, rect.width));
    const std::vector<Taps> taps = axisY(from, to).taps(rect.y, rect.height);
    RgbImage result = makeRgbImage(static_cast<int>(rect.width), static_cast<int>(rect.height));
    const int values = 3 * result.width();
    std::vector<float> sums(static_cast<std::size_t>(values));
    for (int y = 0; y < result.height(); ++y) {
        const Taps& of = taps[static_cast<std::size_t>(y)];
        std::fill(sums.begin(), sums.end(), 0.5f); // rounded half up
        for (std::size_t i = 0; i < of.weights.size(); ++i) {
            const auto* row = rows.ptr<float>(static_cast<int>(of.first - origin.y) + static_cast<int>(i));
            for (std::size_t v = 0; v < sums.size(); ++v)
                sums[v] += of.weights[i] * row[v];
        }
        auto* out = result.pixels.ptr<std::uint8_t>(y);
        for (int v = 0; v < values; ++v)
            out[v] = static_cast<std::uint8_t>(std::min(sums[static_cast<std::size_t>(v)], 255.0f));
    }
    return result;
}

}
