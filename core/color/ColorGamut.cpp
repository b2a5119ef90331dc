#include "color/ColorGamut.h"

#include <algorithm>

namespace isostain {

namespace {

constexpr int kSide = 64;
constexpr std::uint64_t kPixelsPerOutlier = 1'000'000;

/// Sets the cells around one, itself included.
void setAround(std::uint32_t cell, std::vector<bool>& isInside)
{
    const int red = static_cast<int>(cell >> 12), green = static_cast<int>(cell >> 6 & 63), blue = static_cast<int>(cell & 63);
    for (int r = std::max(red - 1, 0); r <= std::min(red + 1, kSide - 1); ++r)
        for (int g = std::max(green - 1, 0); g <= std::min(green + 1, kSide - 1); ++g)
            for (int b = std::max(blue - 1, 0); b <= std::min(blue + 1, kSide - 1); ++b)
                isInside[static_cast<std::size_t>((r * kSide + g) * kSide + b)] = true;
}

}

ColorGamut ColorGamut::of(const ColorCounts& pixels)
{
    std::vector<std::uint64_t> counts(kCellCount);
    for (const ColorCount& entry : pixels)
        counts[cellOf(entry.color)] += entry.count;
    const std::uint64_t least = pixelCount(pixels) / kPixelsPerOutlier + 1;
    ColorGamut gamut;
    for (std::uint32_t cell = 0; cell < kCellCount; ++cell)
        if (counts[cell] >= least)
            setAround(cell, gamut.m_isInside);
    return gamut;
}

Result<ColorGamut> ColorGamut::fromRuns(const std::vector<std::uint32_t>& runs)
{
    ColorGamut gamut;
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < runs.size(); i += 2) {
        const std::uint64_t begin = runs[i];
        if (i + 1 == runs.size() || runs[i + 1] == 0 || begin < end || begin + runs[i + 1] > kCellCount)
            return fail(ErrorCode::ProfileInvalid, {}, "gamut: the runs of colors do not fit together");
        end = begin + runs[i + 1];
        std::fill(gamut.m_isInside.begin() + static_cast<std::ptrdiff_t>(begin),
                  gamut.m_isInside.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
    return gamut;
}

std::vector<std::uint32_t> ColorGamut::runs() const
{
    std::vector<std::uint32_t> runs;
    for (std::uint32_t cell = 0; cell < kCellCount; ++cell) {
        if (!m_isInside[cell])
            continue;
        if (cell == 0 || !m_isInside[cell - 1]) {
            runs.push_back(cell);
            runs.push_back(0);
        }
        ++runs.back();
    }
    return runs;
}

double ColorGamut::outsideShare(const ColorCounts& pixels) const
{
    std::uint64_t outside = 0;
    for (const ColorCount& entry : pixels)
        if (!contains(entry.color))
            outside += entry.count;
    const std::uint64_t total = pixelCount(pixels);
    return total == 0 ? 0.0 : static_cast<double>(outside) / static_cast<double>(total);
}

}
