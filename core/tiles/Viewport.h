#pragma once

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include "slide/PyramidGeometry.h"

namespace isostain {

/// How the slide lies in a view: first mirrored left to right, if at all, then turned clockwise. Pure value; any thread.
struct ViewOrientation {
    double degrees = 0; ///< clockwise, [0, 360)
    bool isMirrored = false;

    bool operator==(const ViewOrientation&) const = default;
    bool isUpright() const { return degrees == 0 && !isMirrored; }
    /// Directions on the screen of an upright view to those of this one; orthogonal, exact for quarter turns.
    cv::Matx22d matrix() const;
    /// What is on the screen turned clockwise, or mirrored.
    ViewOrientation turnedBy(double clockwise) const;
    ViewOrientation flippedHorizontally() const;
    ViewOrientation flippedVertically() const;
};

/// Where all panes of a view look: one value, so that linked panes cannot drift. Sizes are device pixels of one pane.
/// Pure value; any thread.
///
/// `center` is kept exactly as it was computed; what is drawn is snapped to whole device pixels (rasterOrigin), so that
/// moving and zooming to and fro never adds up rounding.
struct Viewport {
    cv::Point2d center;   ///< level-0 pixels
    double zoom = 1;      ///< device pixels per level-0 pixel, > 0
    int width = 0;        ///< device pixels
    int height = 0;
    ViewOrientation orientation = {}; ///< about pivot()

    bool operator==(const Viewport&) const = default;

    /// The device position that stays in place when the view is turned or mirrored: whole, so that quarter turns bring pixels
    /// onto pixels.
    cv::Point2d pivot() const;
    /// Device positions (borders, not centers) to level-0 positions, and back.
    cv::Matx23d deviceToLevel0() const;
    cv::Matx23d level0ToDevice() const;

    /// The upright pane's top left corner in the raster of the whole slide at this zoom: whole numbers of device pixels from the
    /// slide's top left corner. Hence pixels of a level that is drawn 1:1 or at a whole magnification (level 0 at zoom 3,
    /// downsample 4 at zoom 1/4) end on device pixel borders and are copied, never interpolated.
    cv::Point2d rasterOrigin() const;
    /// The level-0 pixels that the pane shows a part of, all of them in an upright view; may reach beyond the slide.
    cv::Rect2d visibleLevel0() const;
    cv::Point2d toLevel0(const cv::Point2d& device) const;
    /// Exact (whole) for whole level-0 positions at whole zooms.
    cv::Point2d toDevice(const cv::Point2d& level0) const;
};

/// Largest zoom of clampedZoom() and fitViewport(), device pixels per level-0 pixel.
inline constexpr double kMaxZoom = 64;

/// The whole slide, centered, with a small margin. Zoom 1 where the pane or the slide is empty.
Viewport fitViewport(const PyramidGeometry& geometry, int width, int height, const ViewOrientation& orientation = {});
/// `zoom` within [fit/2, kMaxZoom] for a pane of this size. Clamp with it before zoomedAt(): clampedTo() cannot know about
/// which point a zoom that it cuts was meant, and the picture would creep at the limits.
double clampedZoom(double zoom, const PyramidGeometry& geometry, int width, int height, const ViewOrientation& orientation = {});
/// Zoomed about a device position, which keeps its level-0 point (to the snap of half a device pixel).
Viewport zoomedAt(const Viewport& viewport, const cv::Point2d& device, double zoom);
/// Moved by device pixels: positive dx shows what lies to the left, as a drag to the right does.
Viewport pannedBy(const Viewport& viewport, double dx, double dy);
/// Zoom within the limits of clampedZoom(), and the center of the pane on the slide.
Viewport clampedTo(const Viewport& viewport, const PyramidGeometry& geometry);

}
