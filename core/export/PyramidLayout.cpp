#include "export/PyramidLayout.h"

#include <limits>
#include <string>

namespace isostain {

Result<PyramidLayout> PyramidLayout::create(std::int64_t width, std::int64_t height, const TileFormat& tiles,
                                            std::size_t skipped)
{
    constexpr std::int64_t kMaxSide = std::numeric_limits<std::int32_t>::max();
    constexpr std::size_t kMostSkipped = 30;
    if (width < 1 || height < 1 || width > kMaxSide || height > kMaxSide)
        return fail(ErrorCode::InvalidArgument, std::to_string(width) + " x " + std::to_string(height), "size in pixels");
    if (tiles.tileSize < 64 || tiles.tileSize > 4096 || tiles.tileSize % 16 != 0)
        return fail(ErrorCode::InvalidArgument, std::to_string(tiles.tileSize),
                    "the tile size must be a multiple of 16 from 64 to 4096");
    const auto tilesAlong = [&](std::int64_t pixels) {
        return (pixels + tiles.tileSize - 1) / tiles.tileSize;
    };
    if (tilesAlong(width) * tilesAlong(height) > std::numeric_limits<std::uint32_t>::max()) // libtiff counts in 32 bits
        return fail(ErrorCode::InvalidArgument, std::to_string(tiles.tileSize), "the tile size makes too many tiles");
    if (tiles.quality < 1 || tiles.quality > 100)
        return fail(ErrorCode::InvalidArgument, std::to_string(tiles.quality), "the quality must be from 1 to 100");
    if (skipped > kMostSkipped)
        return fail(ErrorCode::InvalidArgument, std::to_string(skipped), "so many levels cannot be passed over");
    PyramidLayout layout;
    layout.m_tiles = tiles;
    layout.m_skipped = skipped;
    layout.m_levels = halvedLevels(width, height, tiles.tileSize, skipped + 1);
    return layout;
}

}
