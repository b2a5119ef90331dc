#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/Error.h"
#include "color/ColorCounts.h"

namespace isostain {

/// The set of colors a learned normalizer saw in training: 64 x 64 x 64 cells of 4 levels a channel, 32 KiB. Cell number
/// R/4 << 12 | G/4 << 6 | B/4. Immutable but for assignment; any thread.
class ColorGamut {
public:
    static constexpr int kLevelsPerCell = 4;
    static constexpr std::uint32_t kCellCount = 1u << 18;
    /// Levels in each channel by which a color may differ from one of training and still count as seen. JPEG compression at
    /// quality 85 (4:2:0) moves 95 % of the values of generated tissue by no more than 3 to 9 levels (H&E and Pap, two
    /// scanners); it puts 0.8 to 17 % of the pixels outside the cells of the uncompressed image, 0.4 % or fewer with this
    /// tolerance.
    static constexpr int kTolerance = 6;

    /// Holds no color.
    ColorGamut();

    /// The gamut of training pixels: cells that a pixel lies in and that hold, together with the 26 around them, at least 4
    /// pixels and a millionth of all, so that single odd pixels do not count; widened by kTolerance, rounded up to cells.
    static ColorGamut of(const ColorCounts& pixels);

    /// The cells as (first cell, number of cells) pairs, ascending, with gaps between; what a profile stores.
    std::vector<std::uint32_t> runs() const;
    /// The way back. Errors: InvalidArgument for an odd number of values, empty runs, and runs that leave the range or do
    /// not lie one after the other.
    static Result<ColorGamut> fromRuns(std::span<const std::uint32_t> runs);

    bool contains(std::uint32_t color) const
    {
        const std::uint32_t cell = (color >> 18 & 63) << 12 | (color >> 10 & 63) << 6 | (color >> 2 & 63);
        return (m_cells[cell / 64] >> cell % 64 & 1) != 0;
    }
    bool isEmpty() const { return cellCount() == 0; }
    std::uint32_t cellCount() const;
    /// The part, 0..1, of pixels whose color is not in the gamut; 0 of none.
    double outsideShare(const ColorCounts& pixels) const;

    /// The colors of both.
    friend ColorGamut united(const ColorGamut& a, const ColorGamut& b);
    bool operator==(const ColorGamut&) const = default;

private:
    std::vector<std::uint64_t> m_cells; ///< one bit a cell
};

ColorGamut united(const ColorGamut& a, const ColorGamut& b);

}
