#pragma once

#include "image/JpegCodec.h"

namespace isostain {

enum class TiffCompression { Jpeg, Lzw, Deflate, None };

/// How the tiles of a pyramid are cut and compressed.
struct TileFormat {
    TiffCompression compression = TiffCompression::Jpeg;
    int quality = 85;                                        ///< 1..100, JPEG only
    ChromaSubsampling subsampling = ChromaSubsampling::S420; ///< JPEG only
    int tileSize = 256;                                      ///< multiple of 16, 64..4096
};

/// Whether JPEG tiles are complete streams, or leave their tables to their container (TIFF Technical Note 2).
enum class JpegStreams { Complete, WithoutTables };

}
