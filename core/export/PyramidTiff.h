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

/// Writes a tiled, pyramidal TIFF that OpenSlide, libvips and QuPath open with all levels: levels in the main directory
/// chain, NewSubfileType 1 below the first, each level the 2x2 mean of the one above, down to one tile. BigTIFF when the
/// file may pass 4 GiB. Streams in memory bounded by a few rows of tiles; appears under its name only when complete.
/// Progress in level-0 tiles. Errors: the source's first error, OutputExists, OutputUnwritable, DiskFull, Cancelled.
Result<void> writePyramidTiff(const std::filesystem::path& path, std::int64_t width, std::int64_t height, const TileSource& source,
                              const PyramidTiffOptions& options, const JobControl& control);

}
