#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "image/Image.h"
#include "slide/PyramidGeometry.h"

namespace isostain {

/// One level of a pyramid that halves: sizes in pixels, columns and rows in tiles.
struct HalvedLevel {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int columns = 0;
    int rows = 0;
};

/// Level 0 and its halves (rounded up: nothing of the border is lost) down to the first that fits into one tile, and at least
/// `leastCount` levels.
std::vector<HalvedLevel> halvedLevels(std::int64_t width, std::int64_t height, int tileSize, std::size_t leastCount = 1);

/// Builds the lower levels of a pyramid while the tiles of level 0 stream by, in any order: each is halved() of the level
/// above, as a slide's virtual levels are.
/// Holds the tiles that are not complete yet: with tiles in row order, about one row of level 0.
/// Any thread.
class PyramidBuilder {
public:
    PyramidBuilder(std::vector<HalvedLevel> levels, int tileSize);

    struct FinishedTile {
        TileKey key;
        BgrxImage image;
    };
    /// Adds a tile; gives the tile of the next level when this was the last that it waited for.
    std::optional<FinishedTile> add(const TileKey& key, const BgrxImage& tile);

private:
    struct OpenTile {
        BgrxImage image;
        int missing = 0;
    };
    OpenTile makeTile(const TileKey& key) const;

    std::vector<HalvedLevel> m_levels;
    int m_tileSize;
    std::mutex m_mutex;
    std::map<TileKey, OpenTile> m_open;
};

}
