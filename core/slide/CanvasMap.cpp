#include "slide/CanvasMap.h"

#include <cmath>

namespace isostain {

CanvasMap::CanvasMap(const std::vector<CanvasLevel>& canvas, const PixelRect& bounds) : m_bounds(bounds)
{
    const StoredLevel whole{canvas.front().width, canvas.front().height};
    const bool isWhole = bounds == PixelRect{0, 0, whole.width, whole.height};
    for (const CanvasLevel& of : canvas) {
        StoredLevel level = withDownsamples(whole, {of.width, of.height});
        if (!isWhole) {
            level.width = std::llround(std::ceil(static_cast<double>(bounds.width) / level.downsampleX));
            level.height = std::llround(std::ceil(static_cast<double>(bounds.height) / level.downsampleY));
        }
        m_levels.push_back(level);
        m_libraryDownsamples.push_back(of.libraryDownsample);
    }
}

LevelRegion CanvasMap::region(int level, const PixelRect& rect) const
{
    const StoredLevel& of = m_levels[static_cast<std::size_t>(level)];
    const double library = m_libraryDownsamples[static_cast<std::size_t>(level)];
    const auto level0 = [library](std::int64_t origin, std::int64_t pixel, double downsample) {
        // Pixels of the stored level count from the canvas's corner; the library's downsample finds them, ours does not.
        return std::llround((static_cast<double>(origin) / downsample + static_cast<double>(pixel)) * library);
    };
    return {level, level0(m_bounds.x, rect.x, of.downsampleX), level0(m_bounds.y, rect.y, of.downsampleY),
            static_cast<int>(rect.width), static_cast<int>(rect.height)};
}

bool CanvasMap::isOnPixels(int level, const PixelRect& rect) const
{
    constexpr double kTolerance = 1.0 / 1024;   // cairo, which paints for OpenSlide, rounds positions to 1/256
    const LevelRegion at = region(level, rect);
    const double downsample = m_libraryDownsamples[static_cast<std::size_t>(level)];
    const auto isOnPixel = [downsample](std::int64_t level0) {
        const double pixel = static_cast<double>(level0) / downsample;
        return std::abs(pixel - std::round(pixel)) <= kTolerance;
    };
    return isOnPixel(at.x0) && isOnPixel(at.y0);
}

}
