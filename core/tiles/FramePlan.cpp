#include "tiles/FramePlan.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>

namespace isostain {

namespace {

constexpr int kMaxPinnedTiles = 16;
constexpr int kFinerLevels = 2;
/// Finer stand-ins per visible tile: what was on the screen before zooming out, but not all that a large cache may hold.
constexpr std::size_t kMaxFinerPerVisible = 2;
/// A coarse layer is worth its time when it costs at most this part of the sharp picture.
constexpr double kCoarseLayerCost = 1.0 / 8;

using StateOf = std::function<TileState(const TileKey&)>;

template <typename Visit>
void forEachTile(int level, const TileRange& range, Visit visit)
{
    for (int row = range.firstRow; row <= range.lastRow; ++row)
        for (int column = range.firstColumn; column <= range.lastColumn; ++column)
            visit(TileKey{level, column, row});
}

int tileCount(const TileRange& range)
{
    return range.isEmpty() ? 0 : (range.lastColumn - range.firstColumn + 1) * (range.lastRow - range.firstRow + 1);
}

bool contains(const std::vector<TileKey>& keys, const TileKey& key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void removeDuplicates(std::vector<TileKey>& keys)
{
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

/// Orders tiles by the distance of their middle from a level-0 point.
void sortFrom(const cv::Point2d& center, const PyramidGeometry& geometry, std::vector<TileKey>& keys)
{
    const auto rank = [&](const TileKey& key) {
        const PyramidLevel& level = geometry.level(key.level);
        const double dx = (key.column + 0.5) * geometry.tileSize() * level.downsampleX - center.x;
        const double dy = (key.row + 0.5) * geometry.tileSize() * level.downsampleY - center.y;
        return std::tuple(dx * dx + dy * dy, key);
    };
    std::sort(keys.begin(), keys.end(), [&](const TileKey& a, const TileKey& b) { return rank(a) < rank(b); });
}

enum class Cover { None, Partial, Full };

/// Finds ready tiles that stand in for target-level tiles.
class StandIns {
public:
    StandIns(const PyramidGeometry& geometry, const StateOf& stateOf, const cv::Rect2d& visible, int visibleTiles)
        : m_geometry(geometry), m_stateOf(stateOf), m_visible(visible),
          m_maxFiner(kMaxFinerPerVisible * static_cast<std::size_t>(visibleTiles))
    {
    }

    Cover coverTile(const TileKey& hole)
    {
        const cv::Rect2d area = m_geometry.tileRectLevel0(hole) & m_visible;
        const Cover finer = coverByFiner(hole.level, area);
        return finer == Cover::Full ? finer : std::max(finer, coverByCoarser(hole.level, area));
    }

    /// In painting order.
    std::vector<TileKey> take()
    {
        removeDuplicates(m_finer);
        removeDuplicates(m_coarser);
        std::vector<TileKey> keys(m_coarser.rbegin(), m_coarser.rend());
        keys.insert(keys.end(), m_finer.begin(), m_finer.end());
        return keys;
    }

private:
    Cover addReady(int level, const cv::Rect2d& area, std::vector<TileKey>& keys) const
    {
        const TileRange range = m_geometry.tilesTouching(level, area);
        const std::size_t before = keys.size();
        forEachTile(level, range, [&](const TileKey& key) {
            if (m_stateOf(key) == TileState::Ready)
                keys.push_back(key);
        });
        const auto added = static_cast<int>(keys.size() - before);
        return added == 0 ? Cover::None : added == tileCount(range) ? Cover::Full : Cover::Partial;
    }

    Cover coverByFiner(int target, const cv::Rect2d& area)
    {
        const int finest = std::max(0, target - kFinerLevels);
        Cover cover = Cover::None;
        for (int level = target - 1; level >= finest && cover == Cover::None && m_finer.size() < m_maxFiner; --level)
            cover = addReady(level, area, m_finer);
        return cover;
    }

    Cover coverByCoarser(int target, const cv::Rect2d& area)
    {
        Cover best = Cover::None;
        for (int level = target + 1; level < m_geometry.levelCount() && best != Cover::Full; ++level)
            best = std::max(best, addReady(level, area, m_coarser));
        return best;
    }

    const PyramidGeometry& m_geometry;
    const StateOf& m_stateOf;
    cv::Rect2d m_visible;
    std::size_t m_maxFiner;
    std::vector<TileKey> m_finer;
    std::vector<TileKey> m_coarser;
};

/// Tiles to read from the file so that a level covers an area.
double readCost(const PyramidGeometry& geometry, int level, const cv::Rect2d& area)
{
    const double reduction = geometry.level(level).reduction;
    return tileCount(geometry.tilesTouching(level, area)) * reduction * reduction;
}

/// The absent tiles of the finest coarser level that is cheap to read, where nothing stands in for the bare tiles.
std::vector<TileKey> coarseLayer(const PyramidGeometry& geometry, const StateOf& stateOf, const cv::Rect2d& visible,
                                 const std::vector<TileKey>& bareTiles)
{
    std::vector<TileKey> keys;
    if (bareTiles.empty())
        return keys;
    const int target = bareTiles.front().level;
    const double affordable = kCoarseLayerCost * readCost(geometry, target, visible);
    int level = target + 1;
    while (level < geometry.levelCount() && readCost(geometry, level, visible) > affordable)
        ++level;
    if (level == geometry.levelCount())
        return keys;
    for (const TileKey& bare : bareTiles)
        forEachTile(level, geometry.tilesTouching(level, geometry.tileRectLevel0(bare) & visible),
                    [&](const TileKey& key) { keys.push_back(key); });
    removeDuplicates(keys);
    std::erase_if(keys, [&](const TileKey& key) { return stateOf(key) != TileState::Absent; });
    return keys;
}

/// The absent tiles around a range.
std::vector<TileKey> ringAround(const PyramidGeometry& geometry, const StateOf& stateOf, int level, const TileRange& range)
{
    std::vector<TileKey> keys;
    if (range.isEmpty())
        return keys;
    const TileRange wide{std::max(0, range.firstColumn - 1), std::max(0, range.firstRow - 1),
                         std::min(geometry.columns(level) - 1, range.lastColumn + 1),
                         std::min(geometry.rows(level) - 1, range.lastRow + 1)};
    forEachTile(level, wide, [&](const TileKey& key) {
        const bool inside = key.column >= range.firstColumn && key.column <= range.lastColumn &&
                            key.row >= range.firstRow && key.row <= range.lastRow;
        if (!inside && stateOf(key) == TileState::Absent)
            keys.push_back(key);
    });
    return keys;
}

std::vector<TileKey> absentTilesOf(const PyramidGeometry& geometry, const StateOf& stateOf, int level)
{
    std::vector<TileKey> keys;
    forEachTile(level, {0, 0, geometry.columns(level) - 1, geometry.rows(level) - 1}, [&](const TileKey& key) {
        if (stateOf(key) == TileState::Absent)
            keys.push_back(key);
    });
    return keys;
}

}

bool FramePlan::isComplete() const
{
    return visibleReady + static_cast<int>(failed.size()) == visibleTiles;
}

FramePlan planFrame(const Viewport& viewport, const PyramidGeometry& geometry, const StateOf& stateOf)
{
    FramePlan plan;
    if (geometry.levelCount() == 0)
        return plan;
    plan.level = geometry.levelForZoom(viewport.zoom);
    const cv::Rect2d visible = viewport.visibleLevel0();
    const TileRange range = geometry.tilesTouching(plan.level, visible);
    plan.visibleTiles = tileCount(range);

    std::vector<TileKey> ready;
    std::vector<TileKey> holes;
    forEachTile(plan.level, range, [&](const TileKey& key) {
        const TileState state = stateOf(key);
        (state == TileState::Ready ? ready : holes).push_back(key);
        if (state == TileState::Failed)
            plan.failed.push_back(key);
    });
    plan.visibleReady = static_cast<int>(ready.size());
    sortFrom(viewport.center, geometry, holes);

    StandIns standIns(geometry, stateOf, visible, plan.visibleTiles);
    std::vector<TileKey> bare;
    for (const TileKey& hole : holes) {
        const Cover cover = standIns.coverTile(hole);
        if (cover == Cover::None)
            bare.push_back(hole);
        if (cover != Cover::Full && !contains(plan.failed, hole))
            ++plan.visibleUncovered;
    }
    plan.draw = standIns.take();
    plan.draw.insert(plan.draw.end(), ready.begin(), ready.end());

    const auto want = [&](std::vector<TileKey> keys) {
        sortFrom(viewport.center, geometry, keys);
        plan.wanted.insert(plan.wanted.end(), keys.begin(), keys.end());
    };
    want(coarseLayer(geometry, stateOf, visible, bare));
    std::copy_if(holes.begin(), holes.end(), std::back_inserter(plan.wanted),
                 [&](const TileKey& hole) { return !contains(plan.failed, hole); });
    want(ringAround(geometry, stateOf, plan.level, range));
    std::vector<TileKey> pinned = absentTilesOf(geometry, stateOf, pinnedLevel(geometry));
    std::erase_if(pinned, [&](const TileKey& key) { return contains(plan.wanted, key); });
    want(std::move(pinned));
    return plan;
}

int pinnedLevel(const PyramidGeometry& geometry)
{
    int level = geometry.coarsestLevel();
    while (level > 0 && geometry.columns(level - 1) * static_cast<std::int64_t>(geometry.rows(level - 1)) <= kMaxPinnedTiles)
        --level;
    return level;
}

}
