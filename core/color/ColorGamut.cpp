#include "color/ColorGamut.h"

#include <algorithm>
#include <bit>
#include <string>

namespace isostain {

namespace {

constexpr int kSide = 64;
constexpr std::uint64_t kLeastPixels = 4;
constexpr std::uint64_t kPixelsPerNeeded = 1000000;
constexpr int kReach = (ColorGamut::kTolerance + ColorGamut::kLevelsPerCell - 1) / ColorGamut::kLevelsPerCell;

using Counts = std::vector<std::uint64_t>;

std::uint32_t cellOf(std::uint32_t color)
{
    return (color >> 18 & 63) << 12 | (color >> 10 & 63) << 6 | (color >> 2 & 63);
}

/// For each cell the sum over the cells within `reach` of it in every channel: one channel after the other.
Counts summedAround(Counts cells, int reach)
{
    Counts result(cells.size());
    for (const std::size_t stride : {std::size_t(1), std::size_t(kSide), std::size_t(kSide) * kSide}) {
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            const int position = static_cast<int>(cell / stride % kSide);
            const int low = std::max(position - reach, 0);
            const int high = std::min(position + reach, kSide - 1);
            const std::size_t line = cell - static_cast<std::size_t>(position) * stride;
            std::uint64_t sum = 0;
            for (int i = low; i <= high; ++i)
                sum += cells[line + static_cast<std::size_t>(i) * stride];
            result[cell] = sum;
        }
        cells.swap(result);
    }
    return cells;
}

}

ColorGamut::ColorGamut() : m_cells(kCellCount / 64, 0) {}

ColorGamut ColorGamut::of(const ColorCounts& pixels)
{
    Counts cells(kCellCount, 0);
    for (const ColorCount& entry : pixels)
        cells[cellOf(entry.color)] += entry.count;
    const std::uint64_t needed = std::max(kLeastPixels, pixelCount(pixels) / kPixelsPerNeeded);
    const Counts around = summedAround(cells, 1);
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        cells[cell] = cells[cell] > 0 && around[cell] >= needed ? 1 : 0;

    ColorGamut gamut;
    const Counts widened = summedAround(std::move(cells), kReach);
    for (std::size_t cell = 0; cell < widened.size(); ++cell)
        if (widened[cell] > 0)
            gamut.m_cells[cell / 64] |= std::uint64_t(1) << cell % 64;
    return gamut;
}

std::vector<std::uint32_t> ColorGamut::runs() const
{
    std::vector<std::uint32_t> runs;
    for (std::uint32_t cell = 0; cell < kCellCount; ++cell) {
        if ((m_cells[cell / 64] >> cell % 64 & 1) == 0)
            continue;
        if (runs.empty() || runs[runs.size() - 2] + runs.back() != cell)
            runs.insert(runs.end(), {cell, 0});
        ++runs.back();
    }
    return runs;
}

Result<ColorGamut> ColorGamut::fromRuns(std::span<const std::uint32_t> runs)
{
    const auto invalid = [](const std::string& detail) {
        return fail(ErrorCode::InvalidArgument, "the color gamut", detail);
    };
    if (runs.size() % 2 != 0)
        return invalid("a run without a length");
    ColorGamut gamut;
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < runs.size(); i += 2) {
        const std::uint32_t first = runs[i];
        const std::uint32_t length = runs[i + 1];
        if (first < end)
            return invalid("runs out of order at " + std::to_string(first));
        if (length == 0 || first >= kCellCount || length > kCellCount - first)
            return invalid("run out of range at " + std::to_string(first));
        end = first + length;
        for (std::uint32_t cell = first; cell < end; ++cell)
            gamut.m_cells[cell / 64] |= std::uint64_t(1) << cell % 64;
    }
    return gamut;
}

std::uint32_t ColorGamut::cellCount() const
{
    std::uint32_t count = 0;
    for (const std::uint64_t word : m_cells)
        count += static_cast<std::uint32_t>(std::popcount(word));
    return count;
}

double ColorGamut::outsideShare(const ColorCounts& pixels) const
{
    std::uint64_t outside = 0, total = 0;
    for (const ColorCount& entry : pixels) {
        total += entry.count;
        if (!contains(entry.color))
            outside += entry.count;
    }
    return total == 0 ? 0.0 : static_cast<double>(outside) / static_cast<double>(total);
}

ColorGamut united(const ColorGamut& a, const ColorGamut& b)
{
    ColorGamut result = a;
    for (std::size_t i = 0; i < result.m_cells.size(); ++i)
        result.m_cells[i] |= b.m_cells[i];
    return result;
}

}
