#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "base/Error.h"
#include "export/PyramidTiff.h"
#include "image/Image.h"

namespace isostain {

/// Compresses whole tiles to what a TIFF tile holds. One thread at a time.
class TileEncoder {
public:
    explicit TileEncoder(const PyramidTiffOptions& options);

    /// A tile clipped at the slide's border is filled up by repeating its last column and row, as readers expect tiles of
    /// one size. JPEG tiles come without tables: see jpegTables(). Errors: Internal.
    Result<std::vector<std::byte>> encode(const BgrxImage& tile);

private:
    Result<std::vector<std::byte>> encodeLossless(const RgbImage& tile) const;

    TiffCompression m_compression;
    int m_tileSize;
    JpegEncoder m_jpeg;
};

/// Encoders for as many threads as ask at once; each is made on first need and used again.
class TileEncoderPool {
public:
    explicit TileEncoderPool(const PyramidTiffOptions& options) : m_options(options) {}

    /// Any thread. Errors as TileEncoder::encode().
    Result<std::vector<std::byte>> encode(const BgrxImage& tile);

private:
    PyramidTiffOptions m_options;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<TileEncoder>> m_idle;
};

/// The quantization and Huffman tables that all JPEG tiles of one file share: the content of the tag JPEGTables (TIFF
/// Technical Note 2). Errors: Internal.
Result<std::vector<std::byte>> jpegTables(const PyramidTiffOptions& options);

}
