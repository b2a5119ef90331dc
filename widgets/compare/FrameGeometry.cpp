#include "compare/FrameGeometry.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace isostain {

namespace {

/// Positions that differ by less are the same: rounding errors of double at 10^6 pixels are far smaller.
constexpr double kSamePosition = 1e-6;
/// Scales that differ by less stay in step over any screen.
constexpr double kSameScale = 1e-9;

struct Axis {
    std::int64_t first = 0;    ///< region, level pixels
    std::int64_t count = 0;
    int slideFirst = 0;        ///< device pixels
    int slideCount = 0;
    double texel = 0;
    double texelsPerPixel = 1;
    int magnification = 0;
    int copyOffset = 0;
};

/// `origin` in device pixels from the slide's border, whole.
Axis axisOf(double origin, double zoom, int paneSize, std::int64_t levelSize, double downsample, std::int64_t slideSize)
{
    Axis axis;
    const double slideBegin = std::clamp(-origin, 0.0, double(paneSize));
    const double slideEnd = std::clamp(std::round(double(slideSize) * zoom) - origin, 0.0, double(paneSize));
    axis.slideFirst = int(slideBegin);
    axis.slideCount = int(slideEnd) - axis.slideFirst;

    const double pixelsPerTexel = zoom * downsample;
    const double begin = std::floor((origin + slideBegin) / pixelsPerTexel + kSamePosition);
    const double end = std::ceil((origin + slideEnd) / pixelsPerTexel - kSamePosition);
    axis.first = std::clamp<std::int64_t>(std::int64_t(begin), 0, levelSize - 1);
    axis.count = std::clamp<std::int64_t>(std::int64_t(end), axis.first + 1, levelSize) - axis.first;
    axis.texel = origin / pixelsPerTexel - double(axis.first);
    axis.texelsPerPixel = 1 / pixelsPerTexel;

    const double whole = std::round(pixelsPerTexel);
    if (whole >= 1 && std::abs(pixelsPerTexel - whole) < kSameScale) {
        axis.magnification = int(whole);
        axis.copyOffset = int(std::llround(origin) - axis.first * axis.magnification);
    }
    return axis;
}

PixelRect unitedWith(const PixelRect& a, const PixelRect& b)
{
    if (a.isEmpty())
        return b;
    const std::int64_t left = std::min(a.x, b.x);
    const std::int64_t top = std::min(a.y, b.y);
    return {left, top, std::max(a.x + a.width, b.x + b.width) - left, std::max(a.y + a.height, b.y + b.height) - top};
}

}

FrameGeometry frameGeometry(const Viewport& viewport, const PyramidGeometry& geometry, int level)
{
    const PyramidLevel& drawn = geometry.level(level);
    const cv::Point2d origin = viewport.rasterOrigin();
    const Axis x = axisOf(origin.x, viewport.zoom, viewport.width, drawn.width, drawn.downsampleX, geometry.width());
    const Axis y = axisOf(origin.y, viewport.zoom, viewport.height, drawn.height, drawn.downsampleY, geometry.height());

    FrameGeometry frame;
    frame.level = level;
    frame.region = {x.first, y.first, x.count, y.count};
    frame.slideRect = QRect(x.slideFirst, y.slideFirst, x.slideCount, y.slideCount);
    frame.texelX = x.texel;
    frame.texelY = y.texel;
    frame.texelsPerPixelX = x.texelsPerPixel;
    frame.texelsPerPixelY = y.texelsPerPixel;
    if (x.magnification == y.magnification) {
        frame.magnification = x.magnification;
        frame.copyOffsetX = x.copyOffset;
        frame.copyOffsetY = y.copyOffset;
    }
    return frame;
}

PixelRect intersected(const PixelRect& a, const PixelRect& b)
{
    const std::int64_t left = std::max(a.x, b.x);
    const std::int64_t top = std::max(a.y, b.y);
    return {left, top, std::min(a.x + a.width, b.x + b.width) - left, std::min(a.y + a.height, b.y + b.height) - top};
}

PixelRect tileRectInLevel(const PyramidGeometry& geometry, const TileKey& tile, int level)
{
    if (tile.level == level)
        return geometry.tileRect(tile);
    return tileRectInLevel(geometry, tile, geometry.level(level));
}

PixelRect tileRectInLevel(const PyramidGeometry& of, const TileKey& tile, const PyramidLevel& target)
{
    const cv::Rect2d level0 = of.tileRectLevel0(tile);
    const auto left = std::llround(level0.x / target.downsampleX);
    const auto top = std::llround(level0.y / target.downsampleY);
    const auto right = std::min<long long>(std::llround((level0.x + level0.width) / target.downsampleX), target.width);
    const auto bottom = std::min<long long>(std::llround((level0.y + level0.height) / target.downsampleY), target.height);
    return {left, top, right - left, bottom - top};
}

QRect paneRectOf(const FrameGeometry& frame, const PixelRect& levelRect)
{
    const auto toPixel = [](std::int64_t position, std::int64_t regionStart, double texel, double texelsPerPixel) {
        return std::clamp(std::round((double(position - regionStart) - texel) / texelsPerPixel), -1e6, 1e6);
    };
    const PixelRect& region = frame.region;
    const int left = int(toPixel(levelRect.x, region.x, frame.texelX, frame.texelsPerPixelX));
    const int top = int(toPixel(levelRect.y, region.y, frame.texelY, frame.texelsPerPixelY));
    const int right = int(toPixel(levelRect.x + levelRect.width, region.x, frame.texelX, frame.texelsPerPixelX));
    const int bottom = int(toPixel(levelRect.y + levelRect.height, region.y, frame.texelY, frame.texelsPerPixelY));
    return QRect(left, top, right - left, bottom - top).intersected(frame.slideRect);
}

PixelRect standInArea(const FramePlan& plan, const PyramidGeometry& geometry, const FrameGeometry& frame)
{
    const std::set<TileKey> drawn(plan.draw.begin(), plan.draw.end());
    const PyramidLevel& level = geometry.level(frame.level);
    const PixelRect& region = frame.region;
    const TileRange range = geometry.tilesTouching(
        frame.level, cv::Rect2d(double(region.x) * level.downsampleX, double(region.y) * level.downsampleY,
                                double(region.width) * level.downsampleX, double(region.height) * level.downsampleY));
    PixelRect area;
    for (int row = range.firstRow; row <= range.lastRow; ++row)
        for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
            const TileKey key{frame.level, column, row};
            if (!drawn.contains(key))
                area = unitedWith(area, geometry.tileRect(key));
        }
    return area;
}

}
