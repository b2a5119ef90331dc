#pragma once

#include <QRect>

#include "slide/PyramidGeometry.h"
#include "tiles/FramePlan.h"
#include "tiles/Viewport.h"

namespace isostain {

/// How one pane's device pixels and the pixels of the drawn level lie on each other. The first step of a frame composes
/// `region` of the level, one texel per level pixel; the second brings it to the screen: copied at whole magnifications,
/// else each device pixel is the mean of the texels it covers, weighted by area. Pure value.
struct FrameGeometry {
    int level = 0;
    PixelRect region;              ///< what is visible, in pixels of the level
    QRect slideRect;               ///< the part of the pane that lies on the slide, device pixels of the pane
    double texelX = 0;             ///< texel position, within the region, of the pane's top left corner
    double texelY = 0;
    double texelsPerPixelX = 1;    ///< texels per device pixel
    double texelsPerPixelY = 1;
    int magnification = 0;         ///< device pixels per texel when copied; 0: averaged
    int copyOffsetX = 0;           ///< copied: texel of device pixel x is (x + copyOffsetX) / magnification
    int copyOffsetY = 0;

    bool isEmpty() const { return region.isEmpty() || slideRect.isEmpty(); }
};

FrameGeometry frameGeometry(const Viewport& viewport, const PyramidGeometry& geometry, int level);

PixelRect intersected(const PixelRect& a, const PixelRect& b);

/// A tile's rectangle in pixels of another level, rounded to whole pixels so that neighbors meet without gap or overlap.
PixelRect tileRectInLevel(const PyramidGeometry& geometry, const TileKey& tile, int level);

/// The same for a tile of another slide of the same size, in pixels of a level of this one.
PixelRect tileRectInLevel(const PyramidGeometry& of, const TileKey& tile, const PyramidLevel& level);

/// The device pixels of the pane that a rectangle of level pixels covers, borders rounded; clipped to the slide's part.
QRect paneRectOf(const FrameGeometry& frame, const PixelRect& levelRect);

/// The part of the level, in its pixels, where tiles of other levels have to stand in: a rectangle around all visible tiles
/// that the plan does not draw.
PixelRect standInArea(const FramePlan& plan, const PyramidGeometry& geometry, const FrameGeometry& frame);

}
