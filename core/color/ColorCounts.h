#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "image/Image.h"

namespace isostain {

/// A color 0xRRGGBB and how many pixels have it.
struct ColorCount {
    std::uint32_t color = 0;
    std::uint64_t count = 0;
};

/// The distinct colors of a set of pixels, ascending. What every fit works on: exact, and much smaller than the pixels.
using ColorCounts = std::vector<ColorCount>;

// Any thread. Four bytes a pixel are taken for a moment.
ColorCounts countColors(const RgbImage& image);
/// Words 0x??RRGGBB; byte 3 is ignored.
ColorCounts countColors(std::span<const std::uint32_t> pixels);
/// The counts of both.
ColorCounts merged(const ColorCounts& a, const ColorCounts& b);
std::uint64_t pixelCount(const ColorCounts& counts);

/// Values with multiplicities, for percentiles.
struct WeightedValue {
    double value = 0;
    std::uint64_t count = 0;
};

/// The q-th percentile (0..100) of the values, linear between the closest ranks (numpy's default). Sorts `values`.
/// NaN when there are none.
double percentile(std::vector<WeightedValue>& values, double q);

}
