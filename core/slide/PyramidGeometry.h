#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include <opencv2/core/types.hpp>

namespace isostain {

/// Address of a tile: level of the pyramid (0 = finest, virtual levels included), column and row from the top left.
struct TileKey {
    int level = 0;
    int column = 0;
    int row = 0;

    auto operator<=>(const TileKey&) const = default; // NOLINT(modernize-use-nullptr): clang-tidy's mistake
};

/// A rectangle of whole pixels of one level.
struct PixelRect {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;

    bool isEmpty() const { return width <= 0 || height <= 0; }
    bool operator==(const PixelRect&) const = default;
};

/// What two rectangles have in common; empty when that is nothing.
PixelRect intersection(const PixelRect& a, const PixelRect& b);

/// The columns and rows [first, last] of tiles; empty when last < first.
struct TileRange {
    int firstColumn = 0;
    int firstRow = 0;
    int lastColumn = -1;
    int lastRow = -1;

    bool isEmpty() const { return lastColumn < firstColumn || lastRow < firstRow; }
};

/// One level, stored or virtual. Sizes are in the level's own pixels.
struct PyramidLevel {
    std::int64_t width = 0;
    std::int64_t height = 0;
    /// Level-0 pixels per pixel of this level, along x and y. Exact (4, not 4.0003) where the level's size is what repeated
    /// halving or an integer reduction of level 0 gives; the ratio of the sizes otherwise.
    double downsampleX = 1;
    double downsampleY = 1;
    /// Index of the file's level that this one is read from.
    int storedLevel = 0;
    /// 1: stored in the file. 2, 4, 8, ...: virtual, the stored level halved so often by rounded 2 x 2 means, see halved().
    /// A virtual level's next finer one is the same stored level at half the reduction.
    int reduction = 1;

    bool isVirtual() const { return reduction > 1; }
};

/// Size of a level as stored in a file.
struct StoredLevel {
    std::int64_t width = 0;
    std::int64_t height = 0;
    /// Level-0 pixels per pixel where they are known; 0: found from the sizes.
    double downsampleX = 0;
    double downsampleY = 0;
};

/// The level with its downsamples found from the sizes where they are not known, see PyramidLevel.
StoredLevel withDownsamples(const StoredLevel& level0, const StoredLevel& level);

/// The levels and tiles of a slide: pure arithmetic, no input or output. Immutable; any thread.
///
/// Between stored levels that lie more than 2x apart, and below the coarsest until it fits into one tile, virtual levels
/// that halve are put in, so that neighboring levels are never much more than 2x apart.
/// Level pixel (x, y) covers level-0 [x*downsampleX, (x+1)*downsampleX) x [y*downsampleY, (y+1)*downsampleY).
class PyramidGeometry {
public:
    static constexpr int kDefaultTileSize = 256;

    PyramidGeometry() = default;
    /// `stored` finest first, at least one level, sizes > 0. `tileSize` in pixels of every level, even: a tile of a virtual
    /// level is four halved ones.
    explicit PyramidGeometry(const std::vector<StoredLevel>& stored, int tileSize = kDefaultTileSize);

    std::int64_t width() const { return m_levels.empty() ? 0 : m_levels.front().width; }
    std::int64_t height() const { return m_levels.empty() ? 0 : m_levels.front().height; }
    int tileSize() const { return m_tileSize; }
    int levelCount() const { return static_cast<int>(m_levels.size()); }
    int coarsestLevel() const { return levelCount() - 1; }
    const PyramidLevel& level(int index) const { return m_levels[static_cast<std::size_t>(index)]; }

    int columns(int level) const;
    int rows(int level) const;
    bool contains(const TileKey& key) const;

    /// The tile's rectangle in pixels of its level, clipped to the level.
    PixelRect tileRect(const TileKey& key) const;
    /// The tile's rectangle in level-0 pixels (fractional), clipped to the slide.
    cv::Rect2d tileRectLevel0(const TileKey& key) const;
    /// The tiles of a level that touch a rectangle given in level-0 pixels, clipped to the level.
    TileRange tilesTouching(int level, const cv::Rect2d& level0) const;

    /// The level to draw at `zoom` screen pixels per level-0 pixel: the one whose pixels come closest to screen pixels on a
    /// logarithmic scale, so a screen of A pixels never needs many more than 2A texels. At whole magnifications of level 0
    /// (zoom >= 1) always level 0.
    int levelForZoom(double zoom) const;

private:
    std::vector<PyramidLevel> m_levels;
    int m_tileSize = kDefaultTileSize;
};

}
