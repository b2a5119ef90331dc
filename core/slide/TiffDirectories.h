#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "image/JpegTile.h"

namespace isostain {

/// Where a file keeps something; size 0: nowhere.
struct ByteRange {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

/// A tiled directory of a TIFF whose tiles are JPEG streams of three interleaved 8-bit samples, RGB or YCbCr.
struct JpegTileDirectory {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int tileWidth = 0;
    int tileHeight = 0;
    JpegTileFormat format;
    std::vector<ByteRange> tiles; ///< row by row; as the file says, which may be anywhere

    std::int64_t columns() const { return (width + tileWidth - 1) / tileWidth; }
    std::int64_t rows() const { return (height + tileHeight - 1) / tileHeight; }
};

/// The directories of this kind of a TIFF or BigTIFF, in the file's order; all others are left out, as are those that
/// contradict themselves or state more tiles than the file could hold. Takes no more memory than the file has bytes, and
/// at most some 200 MB. Blocks; any thread.
std::vector<JpegTileDirectory> readJpegTileDirectories(const std::filesystem::path& path);

}
