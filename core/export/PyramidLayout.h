#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/Error.h"
#include "export/PyramidBuilder.h"
#include "export/TileFormat.h"

namespace isostain {

/// The levels of a pyramid: the source's pixels, and their halves. The first ones may be passed over, so that a coarser one
/// becomes the output's level 0.
class PyramidLayout {
public:
    PyramidLayout() = default;
    /// Sizes in pixels. `skipped` levels are computed but not written. Errors: InvalidArgument.
    static Result<PyramidLayout> create(std::int64_t width, std::int64_t height, const TileFormat& tiles,
                                        std::size_t skipped = 0);

    /// From the source's pixels on, down to the first written one that fits into one tile.
    const std::vector<HalvedLevel>& computed() const { return m_levels; }
    std::size_t skipped() const { return m_skipped; }
    /// The output's levels.
    std::span<const HalvedLevel> written() const { return std::span(m_levels).subspan(m_skipped); }
    const TileFormat& tiles() const { return m_tiles; }

private:
    std::vector<HalvedLevel> m_levels;
    std::size_t m_skipped = 0;
    TileFormat m_tiles;
};

}
