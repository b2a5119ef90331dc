#include "export/TiffTags.h"

#include <cmath>
#include <string>
#include <vector>

#include "base/Version.h"
#include "export/TiffFile.h"

namespace isostain {

namespace {

constexpr double kMicrometersPerCentimeter = 10000;

std::uint16_t compressionTag(TiffCompression compression)
{
    switch (compression) {
    case TiffCompression::Jpeg: return COMPRESSION_JPEG;
    case TiffCompression::Lzw: return COMPRESSION_LZW;
    case TiffCompression::Deflate: return COMPRESSION_ADOBE_DEFLATE;
    case TiffCompression::None: break;
    }
    return COMPRESSION_NONE;
}

void setJpegTags(TIFF* tiff, ChromaSubsampling subsampling, std::span<const std::byte> tables)
{
    const int step = subsampling == ChromaSubsampling::S420 ? 2 : 1;
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_YCBCR);
    TIFFSetField(tiff, TIFFTAG_YCBCRSUBSAMPLING, step, step);
    // Full range, as JFIF has it; TIFF's own default would be the narrow range of video.
    float range[] = {0, 255, 128, 255, 128, 255};
    TIFFSetField(tiff, TIFFTAG_REFERENCEBLACKWHITE, range);
    TIFFSetField(tiff, TIFFTAG_JPEGTABLES, static_cast<std::uint32_t>(tables.size()), tables.data());
}

template <typename T>
T field(TIFF* tiff, std::uint32_t tag)
{
    T value{};
    TIFFGetFieldDefaulted(tiff, tag, &value);
    return value;
}

/// Where the directories are that the current one lists.
std::vector<std::uint64_t> subDirectories(TIFF* tiff)
{
    std::uint16_t count = 0;
    const std::uint64_t* offsets = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_SUBIFD, &count, &offsets) == 0 || !offsets)
        return {};
    return {offsets, offsets + count};
}

/// Whether there are levels behind those that were written.
bool hasMoreLevels(TIFF* tiff, TiffLevelLinks links, std::size_t count)
{
    if (links == TiffLevelLinks::Chain)
        return selectLevel(tiff, links, count);
    return selectLevel(tiff, links, 0) && (TIFFLastDirectory(tiff) == 0 || subDirectories(tiff).size() + 1 != count);
}

bool tilesLieInside(TIFF* tiff, std::uint64_t fileBytes)
{
    const std::uint32_t count = TIFFNumberOfTiles(tiff);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint64_t size = TIFFGetStrileByteCount(tiff, i);
        const std::uint64_t offset = TIFFGetStrileOffset(tiff, i);
        if (size == 0 || offset == 0 || size > fileBytes || offset > fileBytes - size)
            return false;
    }
    return true;
}

bool directoryMatches(TIFF* tiff, const HalvedLevel& level, bool isReduced, const PyramidTiffOptions& options)
{
    return field<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH) == level.width &&
           field<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH) == level.height &&
           field<std::uint32_t>(tiff, TIFFTAG_TILEWIDTH) == static_cast<std::uint32_t>(options.tileSize) &&
           field<std::uint32_t>(tiff, TIFFTAG_TILELENGTH) == static_cast<std::uint32_t>(options.tileSize) &&
           field<std::uint16_t>(tiff, TIFFTAG_COMPRESSION) == compressionTag(options.compression) &&
           field<std::uint32_t>(tiff, TIFFTAG_SUBFILETYPE) == (isReduced ? FILETYPE_REDUCEDIMAGE : 0u) &&
           TIFFNumberOfTiles(tiff) == static_cast<std::uint32_t>(level.columns) * static_cast<std::uint32_t>(level.rows);
}

}

void setTileTags(TIFF* tiff, std::int64_t width, std::int64_t height, int tileSize, TiffCompression compression)
{
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(width));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(height));
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, static_cast<std::uint32_t>(tileSize));
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, static_cast<std::uint32_t>(tileSize));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, compressionTag(compression));
    if (compression == TiffCompression::Lzw || compression == TiffCompression::Deflate)
        TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
}

void setLevelTags(TIFF* tiff, const HalvedLevel& level, int levelIndex, const PyramidTiffOptions& options,
                  std::span<const std::byte> jpegTables)
{
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, levelIndex == 0 ? 0 : FILETYPE_REDUCEDIMAGE);
    setTileTags(tiff, level.width, level.height, options.tileSize, options.compression);
    if (options.compression == TiffCompression::Jpeg)
        setJpegTags(tiff, options.subsampling, jpegTables);
    if (options.mppX && options.mppY) {
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_CENTIMETER);
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, std::ldexp(kMicrometersPerCentimeter / *options.mppX, -levelIndex));
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, std::ldexp(kMicrometersPerCentimeter / *options.mppY, -levelIndex));
    }
    TIFFSetField(tiff, TIFFTAG_SOFTWARE, (std::string("Isostain ") + kVersion).c_str());
    if (levelIndex == 0 && !options.iccProfile.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(options.iccProfile.size()), options.iccProfile.data());
}

bool writePicture(TIFF* tiff, const RgbImage& picture, const std::string& description)
{
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(picture.width()));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(picture.height()));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, TIFFDefaultStripSize(tiff, 0));
    TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, description.c_str());
    for (int y = 0; y < picture.height(); ++y)
        if (TIFFWriteScanline(tiff, const_cast<unsigned char*>(picture.pixels.ptr(y)), static_cast<std::uint32_t>(y), 0) < 0)
            return false;
    return TIFFWriteDirectory(tiff) != 0;
}

bool selectLevel(TIFF* tiff, TiffLevelLinks links, std::size_t level)
{
    if (links == TiffLevelLinks::Chain)
        return TIFFSetDirectory(tiff, static_cast<tdir_t>(level)) != 0;
    if (TIFFSetDirectory(tiff, 0) == 0)
        return false;
    if (level == 0)
        return true;
    const std::vector<std::uint64_t> lower = subDirectories(tiff);
    return level <= lower.size() && TIFFSetSubDirectory(tiff, lower[level - 1]) != 0;
}

std::optional<BgrxImage> decodedTiffTile(const std::filesystem::path& path, TiffLevelLinks links, std::size_t level, int column,
                                         int row)
{
    const TiffHandle tiff = openTiffForReading(path);
    if (!tiff || !selectLevel(tiff.get(), links, level))
        return std::nullopt;
    if (field<std::uint16_t>(tiff.get(), TIFFTAG_COMPRESSION) == COMPRESSION_JPEG)
        TIFFSetField(tiff.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    const auto side = [&](std::uint32_t tag) { return static_cast<int>(field<std::uint32_t>(tiff.get(), tag)); };
    const int tileSize = side(TIFFTAG_TILEWIDTH);
    const cv::Rect picture(0, 0, side(TIFFTAG_IMAGEWIDTH), side(TIFFTAG_IMAGELENGTH));
    const cv::Rect place = cv::Rect(column * tileSize, row * tileSize, tileSize, tileSize) & picture;
    RgbImage tile = makeRgbImage(tileSize, tileSize);
    const auto bytes = static_cast<tmsize_t>(tile.pixels.total() * tile.pixels.elemSize());
    if (place.empty() || TIFFTileSize(tiff.get()) != bytes ||
        TIFFReadTile(tiff.get(), tile.pixels.data, static_cast<std::uint32_t>(place.x), static_cast<std::uint32_t>(place.y), 0, 0) < 0)
        return std::nullopt;
    return toBgrx({tile.pixels(cv::Rect({0, 0}, place.size()))});
}

Result<void> verifyPyramidTiff(const std::filesystem::path& path, const std::filesystem::path& subject,
                               std::span<const HalvedLevel> levels, const PyramidTiffOptions& options)
{
    const auto failed = [&](const std::string& detail) {
        return fail(ErrorCode::VerificationFailed, subject.string(), detail);
    };
    const TiffHandle tiff = openTiffForReading(path);
    if (!tiff)
        return failed("not a TIFF");
    std::error_code error;
    const std::uint64_t fileBytes = std::filesystem::file_size(path, error);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (!selectLevel(tiff.get(), options.links, i))
            return failed("level " + std::to_string(i) + " is missing");
        if (error || !directoryMatches(tiff.get(), levels[i], i > 0, options) || !tilesLieInside(tiff.get(), fileBytes))
            return failed("level " + std::to_string(i));
    }
    for (const TiffPicture& picture : options.associated)
        if (TIFFReadDirectory(tiff.get()) == 0 || TIFFIsTiled(tiff.get()) != 0 ||
            field<std::uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH) != static_cast<std::uint32_t>(picture.image.width()))
            return failed("an associated image is missing");
    if (hasMoreLevels(tiff.get(), options.links, levels.size() + options.associated.size()))
        return failed("more levels than written");
    return {};
}

}
