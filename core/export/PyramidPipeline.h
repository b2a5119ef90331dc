#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "base/Error.h"
#include "base/Progress.h"
#include "export/PyramidLayout.h"
#include "export/PyramidWriter.h"
#include "image/Image.h"

namespace isostain {

/// Gives tile (column, row) of the source's tile grid, clipped at the right and bottom border, opaque; the caller may draw
/// into it. Called from several threads at once, each tile exactly once, in no particular order.
using TileSource = std::function<Result<BgrxImage>(int column, int row, const std::stop_token& stop)>;

/// Reads, halves and compresses tiles on many threads and hands them to a writer in order; then the output is
/// opened again and checked (see checkPyramid()), and committed when nothing is wrong with it.
///
/// Streams in memory bounded by one row of uncompressed tiles and some for the threads; lower levels wait, compressed, in a
/// nameless file beside the output. What the writer gets depends on the pixels and the layout alone, not on threads or
/// timing. Progress in tiles of the source. Pauses between tiles. Gives the output's sourceSha256().
/// Errors: the source's first error, those of the writer, of checkPyramid(), Cancelled, OutOfMemory, Internal. Blocks.
Result<std::string> writePyramid(PyramidWriter& writer, const PyramidLayout& layout, const TileSource& source,
                                 const JobControl& control);

}
