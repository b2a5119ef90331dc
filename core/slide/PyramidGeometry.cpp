#include "slide/PyramidGeometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace isostain {

namespace {

/// Levels up to this far apart count as neighbors: real halvings are off by dropped remainder pixels (2.0007).
constexpr double kLargestStep = 2.1;

/// Whether `size` is what reducing `full` by `factor` gives, however remainders were rounded on the way.
bool isReduction(std::int64_t full, std::int64_t size, std::int64_t factor)
{
    return std::abs(size * factor - full) < factor;
}

/// The whole factor that makes `size` of `full`. Small levels fit several (17,760 px to 139 px: 127 or 128); pyramids halve, so
/// a power of two that fits is the one.
std::int64_t nearestFactor(std::int64_t full, std::int64_t size)
{
    const double halvings = std::round(std::log2(static_cast<double>(full) / static_cast<double>(size)));
    const std::int64_t power = std::int64_t(1) << std::clamp(static_cast<int>(halvings), 0, 40);
    if (isReduction(full, size, power))
        return power;
    return std::max<std::int64_t>(1, std::llround(static_cast<double>(full) / static_cast<double>(size)));
}

double downsampleAlong(std::int64_t full, std::int64_t size, std::int64_t factorOfLongerSide)
{
    for (const std::int64_t factor : {factorOfLongerSide, nearestFactor(full, size)}) {
        if (isReduction(full, size, factor))
            return static_cast<double>(factor);
    }
    return static_cast<double>(full) / static_cast<double>(size);
}

PyramidLevel halvedLevel(const PyramidLevel& level)
{
    PyramidLevel half = level;
    half.width = (level.width + 1) / 2;
    half.height = (level.height + 1) / 2;
    half.downsampleX *= 2;
    half.downsampleY *= 2;
    half.reduction *= 2;
    return half;
}

double downsample(const PyramidLevel& level)
{
    return std::sqrt(level.downsampleX * level.downsampleY);
}

int tileCount(std::int64_t size, int tileSize)
{
    return static_cast<int>((size + tileSize - 1) / tileSize);
}

struct IndexRange {
    int first;
    int last;
};

/// Tiles of `step` level-0 pixels each that overlap [begin, end).
IndexRange touching(double begin, double end, double step, int count)
{
    const double first = std::max(0.0, std::floor(begin / step));
    const double last = std::min(static_cast<double>(count), std::ceil(end / step)) - 1;
    if (!(end > begin) || !(last >= first))
        return {0, -1};
    return {static_cast<int>(first), static_cast<int>(last)};
}

}

StoredLevel withDownsamples(const StoredLevel& level0, const StoredLevel& level)
{
    if (level.downsampleX > 0 && level.downsampleY > 0)
        return level;
    // A short side fits several factors (10 px to 3 px: 3 or 4), so the longer side decides first.
    const std::int64_t factor = level0.width >= level0.height ? nearestFactor(level0.width, level.width)
                                                              : nearestFactor(level0.height, level.height);
    return {level.width, level.height, downsampleAlong(level0.width, level.width, factor),
            downsampleAlong(level0.height, level.height, factor)};
}

PixelRect intersection(const PixelRect& a, const PixelRect& b)
{
    const std::int64_t x = std::max(a.x, b.x);
    const std::int64_t y = std::max(a.y, b.y);
    return {x, y, std::min(a.x + a.width, b.x + b.width) - x, std::min(a.y + a.height, b.y + b.height) - y};
}

PyramidGeometry::PyramidGeometry(const std::vector<StoredLevel>& stored, int tileSize) : m_tileSize(tileSize)
{
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const StoredLevel level = withDownsamples(stored.front(), stored[i]);
        const PyramidLevel next{level.width, level.height, level.downsampleX, level.downsampleY, static_cast<int>(i), 1};
        if (m_levels.empty()) {
            m_levels.push_back(next);
            continue;
        }
        if (downsample(next) <= downsample(m_levels.back()))
            continue;   // not coarser than what is there already: nothing would ever be drawn from it
        while (downsample(next) > kLargestStep * downsample(m_levels.back()))
            m_levels.push_back(halvedLevel(m_levels.back()));
        m_levels.push_back(next);
    }
    while (!m_levels.empty() && std::max(m_levels.back().width, m_levels.back().height) > m_tileSize)
        m_levels.push_back(halvedLevel(m_levels.back()));
}

int PyramidGeometry::columns(int index) const
{
    return tileCount(level(index).width, m_tileSize);
}

int PyramidGeometry::rows(int index) const
{
    return tileCount(level(index).height, m_tileSize);
}

bool PyramidGeometry::contains(const TileKey& key) const
{
    return key.level >= 0 && key.level < levelCount() && key.column >= 0 && key.row >= 0 && key.column < columns(key.level) &&
           key.row < rows(key.level);
}

PixelRect PyramidGeometry::tileRect(const TileKey& key) const
{
    const PyramidLevel& of = level(key.level);
    const std::int64_t x = std::int64_t(key.column) * m_tileSize;
    const std::int64_t y = std::int64_t(key.row) * m_tileSize;
    return {x, y, std::min<std::int64_t>(m_tileSize, of.width - x), std::min<std::int64_t>(m_tileSize, of.height - y)};
}

cv::Rect2d PyramidGeometry::tileRectLevel0(const TileKey& key) const
{
    const PyramidLevel& of = level(key.level);
    const PixelRect rect = tileRect(key);
    const double x = static_cast<double>(rect.x) * of.downsampleX;
    const double y = static_cast<double>(rect.y) * of.downsampleY;
    const double right = std::min(static_cast<double>(width()), static_cast<double>(rect.x + rect.width) * of.downsampleX);
    const double bottom = std::min(static_cast<double>(height()), static_cast<double>(rect.y + rect.height) * of.downsampleY);
    return {x, y, right - x, bottom - y};
}

TileRange PyramidGeometry::tilesTouching(int index, const cv::Rect2d& level0) const
{
    const PyramidLevel& of = level(index);
    const IndexRange x = touching(level0.x, level0.x + level0.width, of.downsampleX * m_tileSize, columns(index));
    const IndexRange y = touching(level0.y, level0.y + level0.height, of.downsampleY * m_tileSize, rows(index));
    if (x.last < x.first || y.last < y.first)
        return {};
    return {x.first, y.first, x.last, y.last};
}

int PyramidGeometry::levelForZoom(double zoom) const
{
    if (zoom >= 1 || m_levels.empty())
        return 0;
    int best = 0;
    double bestDistance = std::numeric_limits<double>::infinity();
    for (int i = 0; i < levelCount(); ++i) {
        const double distance = std::abs(std::log2(downsample(level(i)) * zoom));
        if (distance < bestDistance) {
            best = i;
            bestDistance = distance;
        }
    }
    return best;
}

}
