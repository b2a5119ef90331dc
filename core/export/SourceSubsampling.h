#pragma once

#include <filesystem>
#include <optional>

#include "image/JpegCodec.h"

namespace isostain {

/// The least subsampling that keeps all chroma of a file's first TIFF directory: S420 where its JPEG tiles are 4:2:0, S444
/// for any other JPEG. Nothing where the file is no TIFF with JPEG tiles.
std::optional<ChromaSubsampling> sourceSubsampling(const std::filesystem::path& path);

}
