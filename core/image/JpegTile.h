#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/Error.h"
#include "image/Image.h"

namespace isostain {

enum class JpegColorModel { Rgb, YCbCr };

/// What a file says of its JPEG tiles. It overrules their own markers, from which libjpeg can only guess.
struct JpegTileFormat {
    JpegColorModel colorModel = JpegColorModel::YCbCr;
    /// A stream of quantization and Huffman tables alone, for tiles that bring none (TIFF's JPEGTables). May be empty.
    std::vector<std::byte> tables;
};

/// Decodes one baseline JPEG stream of three 8-bit components into `tile`, whose size it must have; `tile` may be a part of a
/// larger image. Accurate integer DCT, fancy upsampling, the sampling of the frame header: what libtiff makes of it, to the
/// bit. What draws a warning is refused, so that someone more lenient can try; `tile` then holds anything. Errors: CorruptFile,
/// UnsupportedFormat (progressive, arithmetic, in several scans, other components or another size), OutOfMemory. Any thread.
Result<void> decodeJpegTile(std::span<const std::byte> stream, const JpegTileFormat& format, BgrxImage& tile);

}
