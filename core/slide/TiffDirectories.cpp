#include "slide/TiffDirectories.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include <tiffio.h>

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxDirectories = 1000;
constexpr std::uint64_t kMaxTiles = std::uint64_t(1) << 23; // of all directories: 370,000 pixels square, with a pyramid
constexpr std::uint32_t kMaxTableBytes = 1 << 16;
constexpr std::uint32_t kMaxTileSide = 4096;
constexpr std::uint64_t kLeastBytesPerTile = 6; // an offset and a short count

struct TiffCloser {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};

/// A number's tag, with the standard's default where it is absent.
template <typename Number>
Number tagOf(TIFF* tiff, ttag_t tag, Number otherwise = 0)
{
    Number value = 0;
    return TIFFGetFieldDefaulted(tiff, tag, &value) ? value : otherwise;
}

bool isJpegOfThreeSamples(TIFF* tiff)
{
    const auto photometric = tagOf<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC);
    return TIFFIsTiled(tiff) && tagOf<std::uint16_t>(tiff, TIFFTAG_COMPRESSION) == COMPRESSION_JPEG &&
           (photometric == PHOTOMETRIC_RGB || photometric == PHOTOMETRIC_YCBCR) &&
           tagOf<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL) == 3 && tagOf<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE) == 8 &&
           tagOf<std::uint16_t>(tiff, TIFFTAG_PLANARCONFIG) == PLANARCONFIG_CONTIG &&
           tagOf<std::uint16_t>(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT) == SAMPLEFORMAT_UINT &&
           tagOf<std::uint16_t>(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT) == ORIENTATION_TOPLEFT &&
           tagOf<std::uint32_t>(tiff, TIFFTAG_IMAGEDEPTH, 1) == 1 && tagOf<std::uint32_t>(tiff, TIFFTAG_TILEDEPTH, 1) == 1;
}

/// Nothing where the sizes are of no use; without the tiles.
std::optional<JpegTileDirectory> shapeOf(TIFF* tiff)
{
    const auto tileWidth = tagOf<std::uint32_t>(tiff, TIFFTAG_TILEWIDTH);
    const auto tileHeight = tagOf<std::uint32_t>(tiff, TIFFTAG_TILELENGTH);
    JpegTileDirectory directory;
    directory.width = tagOf<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH);
    directory.height = tagOf<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH);
    if (directory.width == 0 || directory.height == 0 || tileWidth == 0 || tileHeight == 0 || tileWidth > kMaxTileSide ||
        tileHeight > kMaxTileSide)
        return {};
    directory.tileWidth = static_cast<int>(tileWidth);
    directory.tileHeight = static_cast<int>(tileHeight);
    return directory;
}

bool readFormat(TIFF* tiff, JpegTileFormat& format)
{
    const bool isRgb = tagOf<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_RGB;
    format.colorModel = isRgb ? JpegColorModel::Rgb : JpegColorModel::YCbCr;
    std::uint32_t count = 0;
    const std::byte* tables = nullptr;
    if (!TIFFGetField(tiff, TIFFTAG_JPEGTABLES, &count, &tables) || !tables)
        return true;
    if (count > kMaxTableBytes)
        return false;
    format.tables.assign(tables, tables + count);
    return true;
}

bool readTiles(TIFF* tiff, std::uint64_t limit, JpegTileDirectory& directory)
{
    // Both below 2^32: no overflow. libtiff makes its lists as long as the number of tiles that it gives.
    const auto count = static_cast<std::uint64_t>(directory.columns()) * static_cast<std::uint64_t>(directory.rows());
    const std::uint64_t* offsets = nullptr;
    const std::uint64_t* sizes = nullptr;
    if (count > limit || TIFFNumberOfTiles(tiff) != count || !TIFFGetField(tiff, TIFFTAG_TILEOFFSETS, &offsets) ||
        !TIFFGetField(tiff, TIFFTAG_TILEBYTECOUNTS, &sizes) || !offsets || !sizes)
        return false;
    directory.tiles.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i)
        directory.tiles.push_back({offsets[i], sizes[i]});
    return true;
}

std::optional<JpegTileDirectory> directoryOf(TIFF* tiff, std::uint64_t maxTiles)
{
    auto directory = isJpegOfThreeSamples(tiff) ? shapeOf(tiff) : std::nullopt;
    if (!directory || !readFormat(tiff, directory->format) || !readTiles(tiff, maxTiles, *directory))
        return {};
    return directory;
}

}

std::vector<JpegTileDirectory> readJpegTileDirectories(const fs::path& path)
{
    std::error_code error;
    const std::uintmax_t fileSize = fs::file_size(path, error);
    // m: not mapped into memory, where a file that shrinks would end the program.
    const std::unique_ptr<TIFF, TiffCloser> tiff(error ? nullptr : TIFFOpen(path.c_str(), "rm"));
    std::vector<JpegTileDirectory> directories;
    if (!tiff)
        return directories;
    std::uint64_t tilesLeft = std::min<std::uint64_t>(kMaxTiles, fileSize / kLeastBytesPerTile);
    int count = 0;
    do {
        if (auto directory = directoryOf(tiff.get(), tilesLeft)) {
            tilesLeft -= directory->tiles.size();
            directories.push_back(*std::move(directory));
        }
    } while (++count < kMaxDirectories && TIFFReadDirectory(tiff.get()));
    return directories;
}

}
