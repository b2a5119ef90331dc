#pragma once

#include <opencv2/core/types.hpp>

#include "slide/PyramidGeometry.h"

namespace isostain {

/// Where all panes of a view look: one value, so that linked panes cannot drift. Sizes are device pixels of one pane.
/// Pure value; any thread.
struct Viewport {
    cv::Point2d center;   ///< level-0 pixels
    double zoom = 1;      ///< device pixels per level-0 pixel, > 0
    int width = 0;        ///< device pixels
    int height = 0;

    bool operator==(const Viewport&) const = default;

    /// Level-0 position of the pane's top left corner, moved so that level-0 pixel borders fall on device pixel borders
    /// when the zoom is a whole number: pixels are then copied, never interpolated.
    cv::Point2d origin() const;
    cv::Rect2d visibleLevel0() const;
    cv::Point2d toLevel0(const cv::Point2d& device) const;
    cv::Point2d toDevice(const cv::Point2d& level0) const;
};

/// The whole slide, centered, with a small margin.
Viewport fitViewport(const PyramidGeometry& geometry, int width, int height);
/// Zoomed about a device position, which keeps its level-0 point.
Viewport zoomedAt(const Viewport& viewport, const cv::Point2d& device, double zoom);
/// Moved by device pixels: positive dx shows what lies to the left, as a drag to the right does.
Viewport pannedBy(const Viewport& viewport, double dx, double dy);
/// Zoom within [fit/2, 64] and some of the slide kept in view.
Viewport clampedTo(const Viewport& viewport, const PyramidGeometry& geometry);

}
