#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "export/PyramidBuilder.h"
#include "export/PyramidWriter.h"
#include "export/TileFormat.h"
#include "image/Image.h"

namespace isostain {

/// Gives tile (column, row) of the source's tile grid, clipped at the right and bottom border, opaque; the caller may draw
/// into it. Called from several threads at once, each tile exactly once, in no particular order.
using TileSource = std::function<Result<BgrxImage>(int column, int row, const std::stop_token& stop)>;

/// The levels of a pyramid: the source's pixels, and their halves. The first ones may be passed over, so that a coarser one
/// becomes the output's level 0.
class PyramidLayout {
public:
    PyramidLayout() = default;
    /// Sizes in pixels. `skipped` levels are computed but not written. Errors: InvalidArgument.
    static Result<PyramidLayout> create(std::int64_t width, std::int64_t height, const TileFormat& tiles, std::size_t skipped = 0);

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

/// Reads, halves and compresses tiles on many threads and hands them to a writer in order; then has the output checked and
/// committed.
///
/// Streams in memory bounded by one row of uncompressed tiles and some for the threads; lower levels wait, compressed, in a
/// nameless file beside the output. What the writer gets depends on the pixels and the layout alone, not on threads or
/// timing. Progress in tiles of the source.
/// Errors: the source's first error, those of the writer, Cancelled, OutOfMemory, Internal. Blocks.
Result<void> writePyramid(PyramidWriter& writer, const PyramidLayout& layout, const TileSource& source, const JobControl& control);

}
