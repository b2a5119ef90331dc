#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include <tiffio.h>

#include "export/PyramidBuilder.h"
#include "export/PyramidTiff.h"

namespace isostain {

/// The tags that say how tiles of 8-bit RGB are laid out and compressed. Sizes in pixels.
void setTileTags(TIFF* tiff, std::int64_t width, std::int64_t height, int tileSize, TiffCompression compression);

/// All tags of one directory but its description. `jpegTables` is empty unless the compression is JPEG.
void setLevelTags(TIFF* tiff, const HalvedLevel& level, int levelIndex, const PyramidTiffOptions& options,
                  std::span<const std::byte> jpegTables);

/// Writes a picture into a directory of its own, in strips, LZW: a reduced version of nothing, as Aperio marks its labels, so
/// that readers do not take it for a slide. False when libtiff fails.
bool writePicture(TIFF* tiff, const RgbImage& picture, const std::string& description);

/// Makes a level's directory the current one. False where there is none.
bool selectLevel(TIFF* tiff, TiffLevelLinks links, std::size_t level);

/// Tile (column, row) of a level with tiles of 8-bit RGB or JPEG, clipped to the picture. Nothing where libtiff cannot decode it.
std::optional<BgrxImage> decodedTiffTile(const std::filesystem::path& path, TiffLevelLinks links, std::size_t level, int column,
                                         int row);

/// Checks by its directories that a file holds the levels it should, with all tiles inside the file; decodes nothing.
/// Errors: VerificationFailed.
Result<void> verifyPyramidTiff(const std::filesystem::path& path, const std::filesystem::path& subject,
                               std::span<const HalvedLevel> levels, const PyramidTiffOptions& options);

}
