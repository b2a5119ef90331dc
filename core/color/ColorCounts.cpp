#include "color/ColorCounts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace isostain {

namespace {

/// From here on a histogram of all colors is quicker than sorting.
constexpr std::size_t kManyPixels = std::size_t(1) << 20;

ColorCounts countByHistogram(const std::vector<std::uint32_t>& colors)
{
    std::vector<std::uint32_t> histogram(std::size_t(1) << 24);
    for (const std::uint32_t color : colors)
        ++histogram[color];
    ColorCounts counts;
    for (std::uint32_t color = 0; color < histogram.size(); ++color)
        if (histogram[color] > 0)
            counts.push_back({color, histogram[color]});
    return counts;
}

ColorCounts countSorted(std::vector<std::uint32_t>& colors)
{
    if (colors.size() >= kManyPixels && colors.size() <= std::numeric_limits<std::uint32_t>::max())
        return countByHistogram(colors);
    std::sort(colors.begin(), colors.end());
    ColorCounts counts;
    for (const std::uint32_t color : colors) {
        if (counts.empty() || counts.back().color != color)
            counts.push_back({color, 0});
        ++counts.back().count;
    }
    return counts;
}

}

ColorCounts countColors(const RgbImage& image)
{
    std::vector<std::uint32_t> colors;
    colors.reserve(image.pixels.total());
    for (int y = 0; y < image.height(); ++y) {
        const auto* row = image.pixels.ptr<cv::Vec3b>(y);
        for (int x = 0; x < image.width(); ++x)
            colors.push_back(static_cast<std::uint32_t>(row[x][0] << 16 | row[x][1] << 8 | row[x][2]));
    }
    return countSorted(colors);
}

ColorCounts countColors(std::span<const std::uint32_t> pixels)
{
    std::vector<std::uint32_t> colors(pixels.begin(), pixels.end());
    for (std::uint32_t& color : colors)
        color &= 0xFFFFFFu;
    return countSorted(colors);
}

ColorCounts merged(const ColorCounts& a, const ColorCounts& b)
{
    ColorCounts result;
    result.reserve(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result),
               [](const ColorCount& x, const ColorCount& y) { return x.color < y.color; });
    std::size_t kept = 0;
    for (const ColorCount& entry : result) {
        if (kept > 0 && result[kept - 1].color == entry.color)
            result[kept - 1].count += entry.count;
        else
            result[kept++] = entry;
    }
    result.resize(kept);
    return result;
}

std::uint64_t pixelCount(const ColorCounts& counts)
{
    std::uint64_t sum = 0;
    for (const ColorCount& entry : counts)
        sum += entry.count;
    return sum;
}

double percentile(std::vector<WeightedValue>& values, double q)
{
    std::uint64_t total = 0;
    for (const WeightedValue& entry : values)
        total += entry.count;
    if (total == 0)
        return std::numeric_limits<double>::quiet_NaN();
    std::sort(values.begin(), values.end(), [](const WeightedValue& a, const WeightedValue& b) { return a.value < b.value; });

    const double rank = static_cast<double>(total - 1) * q / 100;
    const auto lower = static_cast<std::uint64_t>(rank);
    const double between = rank - static_cast<double>(lower);
    std::uint64_t passed = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        passed += values[i].count;
        if (passed <= lower)
            continue;
        const double low = values[i].value;
        // The next rank is the same value unless this was the last of its kind.
        const double high = passed > lower + 1 || i + 1 == values.size() ? low : values[i + 1].value;
        return low + between * (high - low);
    }
    return values.back().value;
}

}
