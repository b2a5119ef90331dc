#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <tiffio.h>

#include "export/TiffFile.h"
#include "image/Image.h"
#include "support/Images.h"

namespace isostain::test {

/// A picture in which every pixel differs from its neighbors in a smooth way, so that JPEG stays close and a tile in the
/// wrong place does not.
inline BgrxImage paintedImage(int width, int height)
{
    BgrxImage image = makeBgrxImage(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto red = static_cast<std::uint32_t>(128 + 100 * std::sin(x / 19.0) * std::cos(y / 31.0));
            const auto green = static_cast<std::uint32_t>((x + 2 * y) / 8 % 256);
            const auto blue = static_cast<std::uint32_t>(128 + 90 * std::sin((x + y) / 53.0));
            image.row(y)[x] = 0xFF000000u | red << 16 | green << 8 | blue;
        }
    return image;
}

inline BgrxImage cutOut(const BgrxImage& image, int column, int row, int tileSize)
{
    const cv::Rect tile = cv::Rect(column * tileSize, row * tileSize, tileSize, tileSize) & cv::Rect({0, 0}, image.pixels.size());
    return {image.pixels(tile).clone()};
}

inline double psnr(const BgrxImage& a, const BgrxImage& b)
{
    return cv::PSNR(toRgb(a).pixels, toRgb(b).pixels);
}

/// One directory of a tiled TIFF, decoded by libtiff.
struct TiffLevel {
    BgrxImage image;
    std::uint32_t subfileType = 0;
    std::uint16_t compression = 0;
    std::uint16_t photometric = 0;
    std::uint16_t subsamplingX = 0;
    std::uint16_t subsamplingY = 0;
    float pixelsPerCentimeterX = 0;
    std::string description;
    std::string software;
};

inline std::string stringField(TIFF* tiff, std::uint32_t tag)
{
    const char* text = nullptr;
    return TIFFGetField(tiff, tag, &text) == 1 && text ? text : "";
}

inline BgrxImage decodedDirectory(TIFF* tiff)
{
    std::uint32_t width = 0, height = 0, tile = 0;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &tile);
    BgrxImage image = makeBgrxImage(static_cast<int>(width), static_cast<int>(height), 0);
    cv::Mat pixels(static_cast<int>(tile), static_cast<int>(tile), CV_8UC3);
    for (std::uint32_t y = 0; y < height; y += tile)
        for (std::uint32_t x = 0; x < width; x += tile) {
            if (TIFFReadTile(tiff, pixels.data, x, y, 0, 0) < 0)
                return {};
            const cv::Rect target = cv::Rect(static_cast<int>(x), static_cast<int>(y), pixels.cols, pixels.rows) &
                                    cv::Rect({0, 0}, image.pixels.size());
            toBgrx(RgbImage{pixels(cv::Rect({0, 0}, target.size()))}).pixels.copyTo(image.pixels(target));
        }
    return image;
}

/// All directories of a file; empty where it cannot be read.
inline std::vector<TiffLevel> readLevels(const std::filesystem::path& path)
{
    std::vector<TiffLevel> levels;
    const TiffHandle tiff = openTiffForReading(path);
    if (!tiff)
        return levels;
    do {
        TiffLevel level;
        TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_SUBFILETYPE, &level.subfileType);
        TIFFGetField(tiff.get(), TIFFTAG_COMPRESSION, &level.compression);
        TIFFGetField(tiff.get(), TIFFTAG_PHOTOMETRIC, &level.photometric);
        TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_YCBCRSUBSAMPLING, &level.subsamplingX, &level.subsamplingY);
        TIFFGetField(tiff.get(), TIFFTAG_XRESOLUTION, &level.pixelsPerCentimeterX);
        level.description = stringField(tiff.get(), TIFFTAG_IMAGEDESCRIPTION);
        level.software = stringField(tiff.get(), TIFFTAG_SOFTWARE);
        if (level.compression == COMPRESSION_JPEG)
            TIFFSetField(tiff.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        level.image = decodedDirectory(tiff.get());
        levels.push_back(level);
    } while (TIFFReadDirectory(tiff.get()) == 1);
    return levels;
}

inline std::string fileContent(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}
