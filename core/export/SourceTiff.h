#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "image/JpegCodec.h"

namespace isostain {

/// How the pixels of a TIFF's first directory are compressed.
struct SourceCompression {
    std::string name;                             ///< "jpeg", "jpeg2000", "lzw", "deflate", "none"; empty: another
    std::optional<int> quality;                   ///< of JPEG with the standard's tables, 1..100
    std::optional<double> ratio;                  ///< bytes of the pixels by bytes in the file
    std::optional<ChromaSubsampling> subsampling; ///< the least that keeps all chroma of a JPEG's tiles

    /// "jpeg q30 4:4:4", as far as it is known; empty: nothing is.
    std::string text() const;
};

/// What an export takes from the TIFF that a slide comes from, besides pixels.
struct SourceTiff {
    SourceCompression compression;
    std::vector<std::byte> iccProfile; ///< tag 34675 as it is; empty: none
};

/// Looks at the first directory. Nothing where the file is no TIFF. Blocks; any thread.
std::optional<SourceTiff> readSourceTiff(const std::filesystem::path& path);

/// The least subsampling that keeps all chroma of a file's first TIFF directory: S420 where its JPEG tiles are 4:2:0, S444
/// for any other JPEG. Nothing where the file is no TIFF with JPEG tiles.
std::optional<ChromaSubsampling> sourceSubsampling(const std::filesystem::path& path);

}
