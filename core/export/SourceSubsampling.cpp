#include "export/SourceSubsampling.h"

#include "export/TiffFile.h"

namespace isostain {

std::optional<ChromaSubsampling> sourceSubsampling(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return std::nullopt;
    const TiffHandle tiff = openTiffForReading(path);
    std::uint16_t compression = 0;
    if (!tiff || TIFFGetField(tiff.get(), TIFFTAG_COMPRESSION, &compression) == 0 || compression != COMPRESSION_JPEG)
        return std::nullopt;
    std::uint16_t photometric = 0;
    std::uint16_t horizontal = 0;
    std::uint16_t vertical = 0;
    TIFFGetField(tiff.get(), TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_YCBCRSUBSAMPLING, &horizontal, &vertical);
    const bool is420 = photometric == PHOTOMETRIC_YCBCR && horizontal == 2 && vertical == 2;
    return is420 ? ChromaSubsampling::S420 : ChromaSubsampling::S444;
}

}
