#pragma once

#include <array>
#include <cstdint>

#include "color/ColorCounts.h"

namespace isostain {

/// The color 0xRRGGBB of empty glass in a sample of a slide: the median of the brightest mode of gray that holds at least a
/// tenth of all bright pixels of little chroma, so that pale tissue, however much there is of it, is not taken for glass.
/// Pure white that has no noise around it is padding beside the scan and counts only where there is nothing else.
/// White (0xFFFFFF) where fewer than 1 in 200 pixels (1 in 10, of a pinkish kind) can be glass, and for no pixels. Any thread.
std::uint32_t glassColor(const ColorCounts& pixels);

/// How much darker than glass a color is: the sum over R, G, B of max(ln(glass / I), 0) with both at least 1. 0 for glass and
/// whatever is brighter, about 0.3 for the palest eosin that still shows structure, above 3 for dark nuclei. Immutable.
class GlassDistance {
public:
    explicit GlassDistance(std::uint32_t glass);

    float of(std::uint32_t color) const
    {
        return m_density[0][color >> 16 & 0xFF] + m_density[1][color >> 8 & 0xFF] + m_density[2][color & 0xFF];
    }

private:
    std::array<std::array<float, 256>, 3> m_density;
};

}
