#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "base/Progress.h"
#include "image/Image.h"
#include "image/JpegCodec.h"

namespace isostain {

enum class TiffCompression { Jpeg, Lzw, Deflate, None };

/// How a pyramidal TIFF is written.
struct PyramidTiffOptions {
    TiffCompression compression = TiffCompression::Jpeg;
    int quality = 85;                                             ///< 1..100, JPEG only
    ChromaSubsampling subsampling = ChromaSubsampling::S420;      ///< JPEG only
    int tileSize = 256;                                           ///< multiple of 16, 64..4096
    std::optional<double> mppX;                                   ///< micrometers per pixel; written as pixels per cm
    std::optional<double> mppY;
    std::string description;                                      ///< ImageDescription of the first directory, UTF-8
    Overwrite overwrite = Overwrite::No;
};

/// Gives level-0 tile (column, row) of the output's tile grid, clipped at the right and bottom border, opaque. Called from
/// several threads at once, each tile exactly once, in no particular order.
using TileSource = std::function<Result<BgrxImage>(int column, int row, const std::stop_token& stop)>;

/// Whether a pyramid of this size might pass 2 GiB, where some readers of classic TIFF stop (4 GiB is the format's end).
/// Decided before anything is compressed, so by the worst case.
bool needsBigTiff(std::int64_t width, std::int64_t height, const PyramidTiffOptions& options);

/// Writes a tiled, pyramidal TIFF that OpenSlide, libvips and QuPath open with all levels: levels in the main directory
/// chain, NewSubfileType 1 below the first, each level the rounded 2x2 mean of the one above, down to one tile; BigTIFF
/// where needsBigTiff(). JPEG tiles are YCbCr with their tables in JPEGTables; LZW and deflate use the horizontal predictor.
/// Sizes of levels are rounded up, as PyramidGeometry does for its virtual levels: with sizes rounded down, the last odd
/// column or row would be seen on no lower level. Readers take a level's downsample from the ratio of the sizes either way.
///
/// Streams in memory bounded by one row of uncompressed tiles and some for the threads; lower levels wait, compressed, in a
/// nameless file beside the output. The file depends on the pixels and options alone, not on threads or timing. It is
/// checked by its directories, then appears under its name. Progress in level-0 tiles.
/// Errors: the source's first error, InvalidArgument, OutputExists, OutputUnwritable, DiskFull, VerificationFailed,
/// Cancelled, OutOfMemory.
Result<void> writePyramidTiff(const std::filesystem::path& path, std::int64_t width, std::int64_t height, const TileSource& source,
                              const PyramidTiffOptions& options, const JobControl& control);

}
