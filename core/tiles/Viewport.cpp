#include "tiles/Viewport.h"

#include <algorithm>
#include <cmath>

namespace isostain {

namespace {

constexpr double kFitMargin = 0.95;

/// Rounds half up. Centered views often lie exactly between two pixels; the small bias lets floating-point noise not decide
/// there, or a drag by whole pixels would now and then jump by one.
double snapped(double devicePixels)
{
    return std::floor(devicePixels + 0.5 + 1.0 / 1024);
}

/// From the pane's center to a device position.
cv::Point2d fromCenter(const Viewport& viewport, const cv::Point2d& device)
{
    return {device.x - viewport.width / 2.0, device.y - viewport.height / 2.0};
}

}

cv::Point2d Viewport::rasterOrigin() const
{
    return {snapped(center.x * zoom - width / 2.0), snapped(center.y * zoom - height / 2.0)};
}

cv::Point2d Viewport::origin() const
{
    return rasterOrigin() / zoom;
}

cv::Rect2d Viewport::visibleLevel0() const
{
    return {origin(), cv::Size2d(width / zoom, height / zoom)};
}

cv::Point2d Viewport::toLevel0(const cv::Point2d& device) const
{
    return (device + rasterOrigin()) / zoom;
}

cv::Point2d Viewport::toDevice(const cv::Point2d& level0) const
{
    return level0 * zoom - rasterOrigin();
}

Viewport fitViewport(const PyramidGeometry& geometry, int width, int height)
{
    const cv::Size2d slide(static_cast<double>(geometry.width()), static_cast<double>(geometry.height()));
    Viewport viewport{{slide.width / 2, slide.height / 2}, 1, width, height};
    if (!slide.empty() && width > 0 && height > 0)
        viewport.zoom = std::min(kMaxZoom, kFitMargin * std::min(width / slide.width, height / slide.height));
    return viewport;
}

double clampedZoom(double zoom, const PyramidGeometry& geometry, int width, int height)
{
    return std::clamp(zoom, fitViewport(geometry, width, height).zoom / 2, kMaxZoom);
}

Viewport zoomedAt(const Viewport& viewport, const cv::Point2d& device, double zoom)
{
    Viewport zoomed = viewport;
    const cv::Point2d offset = fromCenter(viewport, device);
    zoomed.center += offset / viewport.zoom - offset / zoom;
    zoomed.zoom = zoom;
    return zoomed;
}

Viewport pannedBy(const Viewport& viewport, double dx, double dy)
{
    Viewport panned = viewport;
    panned.center -= cv::Point2d(dx, dy) / viewport.zoom;
    return panned;
}

Viewport clampedTo(const Viewport& viewport, const PyramidGeometry& geometry)
{
    Viewport clamped = viewport;
    clamped.zoom = clampedZoom(viewport.zoom, geometry, viewport.width, viewport.height);
    clamped.center.x = std::clamp(viewport.center.x, 0.0, static_cast<double>(geometry.width()));
    clamped.center.y = std::clamp(viewport.center.y, 0.0, static_cast<double>(geometry.height()));
    return clamped;
}

}
