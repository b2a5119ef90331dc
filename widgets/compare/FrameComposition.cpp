#include "compare/FrameComposition.h"

#include <algorithm>
#include <cmath>

namespace isostain {

namespace {

/// Texels per device pixel that one bilinear sample does justice to.
constexpr double kTexelsPerSample = 1.5;
constexpr int kMaxSamples = 8;
constexpr double kSamePosition = 1e-6;

void addTile(Composition& composition, ComposedTile tile, const PixelRect& allowed)
{
    tile.area = intersected(tile.rect, allowed);
    if (!tile.area.isEmpty())
        composition.tiles.push_back(std::move(tile));
}

QRect texelsOf(const FramePane& pane, const FrameGeometry& view, const QRect& region)
{
    const QRect part = shownPart(pane, view);
    if (part.isEmpty())
        return {};
    const auto texel = [](double first, double texelsPerPixel, int pixel) {
        return first + texelsPerPixel * pixel;
    };
    const auto left = int(std::floor(texel(view.texelX, view.texelsPerPixelX, part.left()))) - 1;
    const auto top = int(std::floor(texel(view.texelY, view.texelsPerPixelY, part.top()))) - 1;
    const auto right = int(std::ceil(texel(view.texelX, view.texelsPerPixelX, part.right() + 1))) + 1;
    const auto bottom = int(std::ceil(texel(view.texelY, view.texelsPerPixelY, part.bottom() + 1))) + 1;
    return QRect(left, top, right - left, bottom - top).intersected(region);
}

}

Composition compositionOf(const Frame& frame, int index, const FrameGeometry& view)
{
    const FrameLayer& layer = frame.layers[std::size_t(index)];
    const PyramidGeometry& geometry = layer.slide->geometry();
    Composition composition{layer.slide->id(), view.level, view.region, layer.plan.visibleReady == layer.plan.visibleTiles, {}};
    const PixelRect standIns = intersected(standInArea(layer.plan, geometry, view), view.region);
    if (showsSourceUnderneath(layer)) {
        const FrameLayer& source = frame.layers.front();
        for (const TileKey& key : source.plan.draw) {
            const PixelRect rect = tileRectInLevel(source.slide->geometry(), key, geometry.level(view.level));
            addTile(composition, {{source.slide->id(), key}, rect, {}, false, true}, standIns);
        }
    }
    for (const TileKey& key : layer.plan.draw) {
        const bool isExact = key.level == view.level;
        addTile(composition, {{layer.slide->id(), key}, tileRectInLevel(geometry, key, view.level), {}, isExact, false},
                isExact ? view.region : standIns);
    }
    return composition;
}

FrameGeometry layerGeometry(const Frame& frame, int index)
{
    const FrameLayer& layer = frame.layers[std::size_t(index)];
    const bool isDrawn = std::any_of(frame.panes.begin(), frame.panes.end(),
                                     [&](const FramePane& pane) { return pane.layer == index && !pane.rect.isEmpty(); });
    if (!isDrawn || layer.viewport.width <= 0 || layer.viewport.height <= 0)
        return {};
    FrameGeometry view = frameGeometry(layer.viewport, layer.slide->geometry(), layer.plan.level);
    return view.isEmpty() ? FrameGeometry() : view;
}

QRect shownPart(const FramePane& pane, const FrameGeometry& view)
{
    return view.slideRect.intersected(pane.rect.translated(-pane.viewportCorner));
}

QRect shownTexels(const Frame& frame, int layer, const ColorTable& table, const FrameGeometry& view)
{
    const QRect region(0, 0, int(view.region.width), int(view.region.height));
    if (frame.layers[std::size_t(layer)].placement)
        return region;
    QRect shown;
    for (const FramePane& pane : frame.panes)
        if (pane.layer == layer && pane.table && pane.table->id() == table.id())
            shown |= texelsOf(pane, view, region);
    return shown;
}

namespace {

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < kSamePosition;
}

/// Every device pixel lies in one texel: quarter turns and mirror images at whole magnifications.
bool liesOnTexels(const cv::Matx23d& toTexel)
{
    const bool isStraight = std::abs(toTexel(0, 1)) < kSamePosition && std::abs(toTexel(1, 0)) < kSamePosition;
    const bool isAcross = std::abs(toTexel(0, 0)) < kSamePosition && std::abs(toTexel(1, 1)) < kSamePosition;
    if (!isStraight && !isAcross)
        return false;
    const double stepX = isStraight ? toTexel(0, 0) : toTexel(0, 1);
    const double stepY = isStraight ? toTexel(1, 1) : toTexel(1, 0);
    return std::abs(std::abs(stepX) - std::abs(stepY)) < kSamePosition && isWhole(1 / stepX) && isWhole(toTexel(0, 2) / stepX) &&
           isWhole(toTexel(1, 2) / stepY);
}

}

PlacedGeometry placedGeometry(const FrameLayer& layer, const FrameGeometry& view)
{
    const PyramidLevel& level = layer.slide->geometry().level(view.level);
    const cv::Matx23d& m = *layer.placement;
    PlacedGeometry placed;
    placed.toTexel = {
        m(0, 0) / level.downsampleX, m(0, 1) / level.downsampleX, m(0, 2) / level.downsampleX - double(view.region.x),
        m(1, 0) / level.downsampleY, m(1, 1) / level.downsampleY, m(1, 2) / level.downsampleY - double(view.region.y)};
    placed.slide = cv::Rect2d(0, 0, double(view.region.width), double(view.region.height));
    const cv::Matx23d& t = placed.toTexel;
    if (liesOnTexels(t)) {
        placed.samples = 0;
        return placed;
    }
    const double texelsPerPixel = std::max(std::hypot(t(0, 0), t(1, 0)), std::hypot(t(0, 1), t(1, 1)));
    placed.samples = std::clamp(int(std::ceil(texelsPerPixel / kTexelsPerSample - 1e-6)), 1, kMaxSamples);
    return placed;
}

}
