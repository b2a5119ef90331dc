#include "export/SourceTiff.h"

#include "export/TiffFile.h"
#include "image/JpegQuality.h"

namespace isostain {

namespace {

std::string nameOf(std::uint16_t compression)
{
    constexpr std::uint16_t kAperioJpeg2000Ycc = 33003;
    constexpr std::uint16_t kAperioJpeg2000Rgb = 33005;
    switch (compression) {
    case COMPRESSION_JPEG:
        return "jpeg";
    case kAperioJpeg2000Ycc:
    case kAperioJpeg2000Rgb:
    case COMPRESSION_JP2000:
        return "jpeg2000";
    case COMPRESSION_LZW:
        return "lzw";
    case COMPRESSION_ADOBE_DEFLATE:
    case COMPRESSION_DEFLATE:
        return "deflate";
    case COMPRESSION_NONE:
        return "none";
    default:
        return {};
    }
}

/// From the shared tables, else from those in the first tile or strip.
std::optional<int> jpegQuality(TIFF* tiff)
{
    std::uint32_t size = 0;
    const void* tables = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_JPEGTABLES, &size, &tables) != 0 && tables)
        if (const auto quality = jpegQualityOf({static_cast<const std::byte*>(tables), size}))
            return quality;
    constexpr std::uint64_t kMostBytes = std::uint64_t(1) << 20; // tables come first
    const std::uint64_t bytes = std::min(TIFFGetStrileByteCount(tiff, 0), kMostBytes);
    std::vector<std::byte> first(bytes);
    const auto length = static_cast<tmsize_t>(bytes);
    const tmsize_t read = TIFFIsTiled(tiff) != 0 ? TIFFReadRawTile(tiff, 0, first.data(), length)
                                                 : TIFFReadRawStrip(tiff, 0, first.data(), length);
    if (read <= 0)
        return std::nullopt;
    return jpegQualityOf(std::span(first).first(static_cast<std::size_t>(read)));
}

ChromaSubsampling subsamplingOf(TIFF* tiff)
{
    std::uint16_t photometric = 0;
    std::uint16_t horizontal = 0;
    std::uint16_t vertical = 0;
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_YCBCRSUBSAMPLING, &horizontal, &vertical);
    const bool is420 = photometric == PHOTOMETRIC_YCBCR && horizontal == 2 && vertical == 2;
    return is420 ? ChromaSubsampling::S420 : ChromaSubsampling::S444;
}

/// Of the first directory, as DICOM's Lossy Image Compression Ratio.
std::optional<double> ratioOf(TIFF* tiff)
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t samples = 0;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    constexpr std::uint32_t kMostPieces = std::uint32_t(1) << 24; // more than any slide has; a file may state anything
    const std::uint32_t count = TIFFIsTiled(tiff) != 0 ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
    if (count > kMostPieces)
        return std::nullopt;
    double bytes = 0;
    for (std::uint32_t i = 0; i < count; ++i)
        bytes += static_cast<double>(TIFFGetStrileByteCount(tiff, i));
    const double pixels = static_cast<double>(width) * static_cast<double>(height) * samples;
    return bytes > 0 && pixels > 0 ? std::optional(pixels / bytes) : std::nullopt;
}

SourceCompression compressionOf(TIFF* tiff)
{
    SourceCompression result;
    std::uint16_t compression = 0;
    if (TIFFGetField(tiff, TIFFTAG_COMPRESSION, &compression) == 0)
        return result;
    result.name = nameOf(compression);
    result.ratio = ratioOf(tiff);
    if (compression == COMPRESSION_JPEG) {
        result.quality = jpegQuality(tiff);
        result.subsampling = subsamplingOf(tiff);
    }
    return result;
}

std::vector<std::byte> iccProfileOf(TIFF* tiff)
{
    std::uint32_t size = 0;
    const void* profile = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &profile) == 0 || !profile)
        return {};
    const auto* bytes = static_cast<const std::byte*>(profile);
    return {bytes, bytes + size};
}

}

std::string SourceCompression::text() const
{
    std::string text = name;
    if (quality)
        text += " q" + std::to_string(*quality);
    if (subsampling)
        text += *subsampling == ChromaSubsampling::S420 ? " 4:2:0" : " 4:4:4";
    return text;
}

std::optional<SourceTiff> readSourceTiff(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return std::nullopt;
    const TiffHandle tiff = openTiffForReading(path);
    if (!tiff)
        return std::nullopt;
    return SourceTiff{compressionOf(tiff.get()), iccProfileOf(tiff.get())};
}

std::optional<ChromaSubsampling> sourceSubsampling(const std::filesystem::path& path)
{
    const auto source = readSourceTiff(path);
    return source ? source->compression.subsampling : std::nullopt;
}

}
