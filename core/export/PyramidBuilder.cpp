#include "export/PyramidBuilder.h"

#include <algorithm>
#include <utility>

namespace isostain {

namespace {

int tilesAlong(std::int64_t pixels, int tileSize)
{
    return static_cast<int>((pixels + tileSize - 1) / tileSize);
}

}

std::vector<HalvedLevel> halvedLevels(std::int64_t width, std::int64_t height, int tileSize, std::size_t leastCount)
{
    std::vector<HalvedLevel> levels;
    levels.push_back({width, height, tilesAlong(width, tileSize), tilesAlong(height, tileSize)});
    while (levels.back().columns > 1 || levels.back().rows > 1 || levels.size() < leastCount) {
        width = (width + 1) / 2;
        height = (height + 1) / 2;
        levels.push_back({width, height, tilesAlong(width, tileSize), tilesAlong(height, tileSize)});
    }
    return levels;
}

PyramidBuilder::PyramidBuilder(std::vector<HalvedLevel> levels, int tileSize) : m_levels(std::move(levels)), m_tileSize(tileSize)
{
}

PyramidBuilder::OpenTile PyramidBuilder::makeTile(const TileKey& key) const
{
    const HalvedLevel& level = m_levels[static_cast<std::size_t>(key.level)];
    const HalvedLevel& above = m_levels[static_cast<std::size_t>(key.level) - 1];
    const auto extent = [this](std::int64_t size, int index) {
        return static_cast<int>(std::min<std::int64_t>(m_tileSize, size - std::int64_t(index) * m_tileSize));
    };
    OpenTile tile;
    tile.image = makeBgrxImage(extent(level.width, key.column), extent(level.height, key.row));
    tile.missing = std::min(2, above.columns - 2 * key.column) * std::min(2, above.rows - 2 * key.row);
    return tile;
}

std::optional<PyramidBuilder::FinishedTile> PyramidBuilder::add(const TileKey& key, const BgrxImage& tile)
{
    if (key.level + 1 >= static_cast<int>(m_levels.size()))
        return std::nullopt;
    const TileKey parentKey{key.level + 1, key.column / 2, key.row / 2};

    std::unique_lock lock(m_mutex);
    auto parent = m_open.find(parentKey);
    if (parent == m_open.end())
        parent = m_open.emplace(parentKey, makeTile(parentKey)).first;
    lock.unlock();

    // Each of the four writes its own quarter, and the entry stays where it is until the last has counted itself.
    const BgrxImage half = halved(tile);
    const cv::Rect quarter(key.column % 2 * (m_tileSize / 2), key.row % 2 * (m_tileSize / 2), half.width(), half.height());
    half.pixels.copyTo(parent->second.image.pixels(quarter));

    lock.lock();
    if (--parent->second.missing > 0)
        return std::nullopt;
    FinishedTile finished{parentKey, std::move(parent->second.image)};
    m_open.erase(parent);
    return finished;
}

}
