#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <tiffio.h>

namespace isostain::test {

/// A tiled JPEG TIFF to be written by libtiff, one directory for each level.
struct JpegTiff {
    struct Level {
        std::uint32_t width;
        std::uint32_t height;
    };
    std::vector<Level> levels = {{1100, 700}};
    std::uint32_t tileWidth = 256;
    std::uint32_t tileHeight = 256;
    std::uint16_t photometric = PHOTOMETRIC_YCBCR; ///< libtiff's RGB streams are Aperio's: ids 0, 1, 2, no markers
    std::uint16_t subsamplingX = 2;
    std::uint16_t subsamplingY = 2;
    int quality = 85;
    int tablesMode = JPEGTABLESMODE_QUANT | JPEGTABLESMODE_HUFF; ///< what is in JPEGTables; 0: each tile has its own
    const char* mode = "w";                                      ///< "w8" for BigTIFF
    std::string description = {};
    std::string software = {};
    std::function<bool(int level, std::uint32_t tile)> isGap = [](int, std::uint32_t) {
        return false;
    };
};

/// Smooth, with edges and grain: what every part of a decoder shows in.
inline std::uint32_t jpegTiffColor(int level, std::uint32_t x, std::uint32_t y)
{
    const std::uint32_t scaledX = x << level;
    const std::uint32_t scaledY = y << level;
    const std::uint32_t grain = ((x * 7919u ^ y * 6971u) * 2654435761u >> 27) * 2;
    const std::uint32_t red = scaledX / 5 % 192 + grain;
    const std::uint32_t green = scaledY / 3 % 192 + grain;
    const std::uint32_t blue = (scaledX / 37 + scaledY / 29) % 2 ? 210 : 40;
    return red << 16 | green << 8 | blue;
}

inline void writeJpegTiff(const std::filesystem::path& path, const JpegTiff& spec)
{
    TIFF* tiff = TIFFOpen(path.c_str(), spec.mode);
    const bool isRgb = spec.photometric == PHOTOMETRIC_RGB;
    std::vector<std::uint8_t> pixels(std::size_t(spec.tileWidth) * spec.tileHeight * 3);
    for (std::size_t level = 0; level < spec.levels.size(); ++level) {
        const auto [width, height] = spec.levels[level];
        TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, level == 0 ? 0 : FILETYPE_REDUCEDIMAGE);
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, spec.tileWidth);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, spec.tileHeight);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
        TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
        TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_JPEG);
        TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, spec.quality);
        TIFFSetField(tiff, TIFFTAG_JPEGTABLESMODE, spec.tablesMode);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, spec.photometric);
        if (!isRgb) {
            TIFFSetField(tiff, TIFFTAG_YCBCRSUBSAMPLING, spec.subsamplingX, spec.subsamplingY);
            TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        }
        if (level == 0 && !spec.description.empty())
            TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, spec.description.c_str());
        if (level == 0 && !spec.software.empty())
            TIFFSetField(tiff, TIFFTAG_SOFTWARE, spec.software.c_str());
        std::uint32_t tile = 0;
        for (std::uint32_t y = 0; y < height; y += spec.tileHeight) {
            for (std::uint32_t x = 0; x < width; x += spec.tileWidth, ++tile) {
                if (spec.isGap(static_cast<int>(level), tile))
                    continue;
                for (std::size_t i = 0; i < pixels.size() / 3; ++i) {
                    const auto dx = static_cast<std::uint32_t>(i % spec.tileWidth);
                    const auto dy = static_cast<std::uint32_t>(i / spec.tileWidth);
                    const std::uint32_t color = jpegTiffColor(static_cast<int>(level), x + dx, y + dy);
                    pixels[3 * i] = color >> 16 & 255;
                    pixels[3 * i + 1] = color >> 8 & 255;
                    pixels[3 * i + 2] = color & 255;
                }
                TIFFWriteTile(tiff, pixels.data(), x, y, 0, 0);
            }
        }
        TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
}

/// The description of a Philips slide whose levels halve.
inline std::string philipsDescription(int levels)
{
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><DataObject ObjectType=\"DPUfsImport\">"
                       "<Attribute Name=\"PIM_DP_SCANNED_IMAGES\"><Array><DataObject ObjectType=\"DPScannedImage\">"
                       "<Attribute Name=\"PIM_DP_IMAGE_TYPE\">WSI</Attribute>"
                       "<Attribute Name=\"PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE\"><Array>";
    for (int level = 0; level < levels; ++level) {
        const std::string spacing = "&quot;" + std::to_string(0.000250 * (1 << level)) + "&quot;";
        text += "<DataObject ObjectType=\"PixelDataRepresentation\"><Attribute Name=\"DICOM_PIXEL_SPACING\">" + spacing + " " +
                spacing + "</Attribute></DataObject>";
    }
    return text + "</Array></Attribute></DataObject></Array></Attribute></DataObject>";
}

}
