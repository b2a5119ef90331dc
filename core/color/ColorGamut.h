#pragma once

#include <cstdint>
#include <vector>

#include "base/Error.h"
#include "color/ColorCounts.h"

namespace isostain {

/// The colors that training images have, kept compactly: what a learned normalizer has never seen is outside. RGB space is cut
/// into 64^3 cells of 4 levels a side. A cell belongs to the gamut when one pixel in a million of the images fell into it or
/// into one of its 26 neighbors: so a color within 4 levels per channel of a training color is inside, whatever compression
/// did to it, and one more than 7 levels away from every training color in some channel is outside. Immutable; any thread.
class ColorGamut {
public:
    static constexpr std::uint32_t kCellCount = 1u << 18;

    /// Of the pixels of training images; empty for none.
    static ColorGamut of(const ColorCounts& pixels);
    /// From runs(). Errors: ProfileInvalid for runs that are out of order, overlap or end outside.
    static Result<ColorGamut> fromRuns(const std::vector<std::uint32_t>& runs);

    /// First cell and number of cells of each run of cells inside, in ascending order. Cell: R/4 << 12 | G/4 << 6 | B/4.
    std::vector<std::uint32_t> runs() const;

    /// 0x??RRGGBB; byte 3 is ignored.
    bool contains(std::uint32_t color) const { return m_isInside[cellOf(color)]; }
    /// Share of the pixels that lie outside, 0..1; 0 for no pixels.
    double outsideShare(const ColorCounts& pixels) const;

    bool operator==(const ColorGamut&) const = default;

private:
    ColorGamut() : m_isInside(kCellCount) {}
    static std::uint32_t cellOf(std::uint32_t color)
    {
        return (color >> 18 & 63u) << 12 | (color >> 10 & 63u) << 6 | (color >> 2 & 63u);
    }

    std::vector<bool> m_isInside;
};

}
