#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "base/Error.h"
#include "export/TileFormat.h"
#include "image/Image.h"

namespace isostain {

/// Compresses whole tiles to what a TIFF tile or a frame of another container holds. One thread at a time.
class TileEncoder {
public:
    TileEncoder(const TileFormat& format, JpegStreams streams);

    /// A tile clipped at the slide's border is filled up by repeating its last column and row, as readers expect tiles of
    /// one size. Tables that JPEG tiles come without: see jpegTables(). Errors: Internal.
    Result<std::vector<std::byte>> encode(const BgrxImage& tile);

private:
    Result<std::vector<std::byte>> encodeLossless(const RgbImage& tile) const;

    TiffCompression m_compression;
    int m_tileSize;
    JpegStreams m_streams;
    JpegEncoder m_jpeg;
};

/// A tile clipped at a border, filled up to a square by repeating its last column and row.
BgrxImage paddedTile(const BgrxImage& tile, int size);

/// Encoders for as many threads as ask at once; each is made on first need and used again. Tiles of one single color, such as
/// empty glass, are compressed once per color (the first few dozen colors).
class TileEncoderPool {
public:
    TileEncoderPool(const TileFormat& format, JpegStreams streams) : m_format(format), m_streams(streams) {}

    /// Any thread. Errors as TileEncoder::encode().
    Result<std::vector<std::byte>> encode(const BgrxImage& tile);

private:
    Result<std::vector<std::byte>> encodeWithIdle(const BgrxImage& tile);

    TileFormat m_format;
    JpegStreams m_streams;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<TileEncoder>> m_idle;
    std::map<std::uint32_t, std::vector<std::byte>> m_uniform;   ///< by color
};

/// The quantization and Huffman tables that all JPEG tiles of one file share: the content of the tag JPEGTables (TIFF
/// Technical Note 2). Errors: Internal.
Result<std::vector<std::byte>> jpegTables(const TileFormat& format);

}
