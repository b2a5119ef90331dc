#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "slide/PyramidGeometry.h"
#include "slide/RandomAccessFile.h"
#include "slide/TiffDirectories.h"

namespace isostain {

/// A level as a slide library reports it.
struct TiledLevel {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int tileWidth = 0; ///< 0: not known
    int tileHeight = 0;
};

/// The kinds of tiled TIFF whose levels are whole directories, tile beside tile: the only ones that TiffTiles reads.
enum class TiffKind { Aperio, Generic, Philips };

/// By the vendor that OpenSlide gives; our own exports are Generic. Nothing for all others.
std::optional<TiffKind> tiffKindOf(std::string_view vendor);

/// A tile size for a slide whose finest level is stored in such tiles: theirs, where that is even and good to handle
/// (128 to 1024), so that each tile is decoded once and nothing is put together; PyramidGeometry's default otherwise.
int slideTileSizeFor(const TiledLevel& finest);

/// Decodes the JPEG tiles of a TIFF straight from the file, with libjpeg-turbo and nothing in between. Immutable; any thread.
class TiffTiles {
public:
    /// Serves each of `levels`, finest first, for which the file has exactly one directory of that size and tile size, whose
    /// tiles fill a tile of `tileSize` without being cut. Null where that is no level. Blocks.
    static std::unique_ptr<const TiffTiles> open(const std::filesystem::path& path, TiffKind kind,
                                                 std::span<const TiledLevel> levels, int tileSize);

    bool hasLevel(int level) const;
    /// Whether a tile that touches the rectangle is not in the file (sparse files leave out empty ones).
    bool hasGaps(int level, const PixelRect& rect) const;
    /// A rectangle inside a level that hasLevel(); gaps are `background`, 0xRRGGBB.
    /// Errors: FileUnreadable, CorruptFile, UnsupportedFormat, OutOfMemory.
    Result<BgrxImage> read(int level, const PixelRect& rect, std::uint32_t background) const;

    /// A few tiles of a level to judge it by.
    struct Sample {
        std::vector<PixelRect> tiles; ///< the first, the last (cut by the borders) and the one with the most detail
        std::optional<PixelRect> gap; ///< the first
    };
    /// Among those for which `isUsable` holds.
    Sample sample(int level, const std::function<bool(const PixelRect&)>& isUsable) const;

private:
    using Level = std::optional<JpegTileDirectory>;

    TiffTiles(RandomAccessFile file, std::vector<Level> levels);
    Result<void> decode(const JpegTileDirectory& directory, const ByteRange& range, BgrxImage& tile) const;

    RandomAccessFile m_file;
    std::vector<Level> m_levels;
};

}
