#include "tiles/Viewport.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace isostain {

namespace {

constexpr double kFitMargin = 0.95;

/// Rounds half up. Centered views often lie exactly between two pixels; the small bias lets floating-point noise not decide
/// there, or a drag by whole pixels would now and then jump by one.
double snapped(double devicePixels)
{
    return std::floor(devicePixels + 0.5 + 1.0 / 1024);
}

/// From the pane's center to a device position, as directions of the upright view.
cv::Point2d fromCenter(const Viewport& viewport, const cv::Point2d& device)
{
    const cv::Point2d pivot = viewport.pivot();
    const cv::Point2d upright = pivot + cv::Point2d(viewport.orientation.matrix().t() * (device - pivot));
    return upright - cv::Point2d(viewport.width / 2.0, viewport.height / 2.0);
}

double inCircle(double degrees)
{
    const double rest = std::fmod(degrees, 360.0);
    return rest < 0 ? rest + 360 : rest + 0.0; // no negative zero
}

}

cv::Matx22d ViewOrientation::matrix() const
{
    const double quarters = degrees / 90;
    double sine = std::sin(degrees * std::numbers::pi / 180);
    double cosine = std::cos(degrees * std::numbers::pi / 180);
    if (quarters == std::floor(quarters)) {
        sine = std::round(sine);
        cosine = std::round(cosine);
    }
    const double across = isMirrored ? -1 : 1;
    return {across * cosine, -sine, across * sine, cosine};
}

ViewOrientation ViewOrientation::turnedBy(double clockwise) const
{
    return {inCircle(degrees + clockwise), isMirrored};
}

ViewOrientation ViewOrientation::flippedHorizontally() const
{
    return {inCircle(-degrees), !isMirrored};
}

ViewOrientation ViewOrientation::flippedVertically() const
{
    return {inCircle(180 - degrees), !isMirrored};
}

cv::Point2d Viewport::pivot() const
{
    return {std::floor(width / 2.0), std::floor(height / 2.0)};
}

cv::Matx23d Viewport::deviceToLevel0() const
{
    const cv::Matx22d back = orientation.matrix().t();
    const cv::Point2d shift = pivot() - cv::Point2d(back * pivot()) + rasterOrigin();
    return {back(0, 0) / zoom, back(0, 1) / zoom, shift.x / zoom, back(1, 0) / zoom, back(1, 1) / zoom, shift.y / zoom};
}

cv::Matx23d Viewport::level0ToDevice() const
{
    const cv::Matx22d turn = orientation.matrix();
    const cv::Point2d shift = pivot() - cv::Point2d(turn * (pivot() + rasterOrigin()));
    return {turn(0, 0) * zoom, turn(0, 1) * zoom, shift.x, turn(1, 0) * zoom, turn(1, 1) * zoom, shift.y};
}

cv::Point2d Viewport::rasterOrigin() const
{
    return {snapped(center.x * zoom - width / 2.0), snapped(center.y * zoom - height / 2.0)};
}

cv::Rect2d Viewport::visibleLevel0() const
{
    if (orientation.isUpright())
        return {rasterOrigin() / zoom, cv::Size2d(width / zoom, height / zoom)};
    const cv::Matx22d turn = orientation.matrix();
    const cv::Point2d middle = toLevel0({width / 2.0, height / 2.0});
    const cv::Size2d size((std::abs(turn(0, 0)) * width + std::abs(turn(1, 0)) * height) / zoom,
                          (std::abs(turn(0, 1)) * width + std::abs(turn(1, 1)) * height) / zoom);
    return {middle - cv::Point2d(size.width / 2, size.height / 2), size};
}

cv::Point2d Viewport::toLevel0(const cv::Point2d& device) const
{
    if (orientation.isUpright())
        return (device + rasterOrigin()) / zoom;
    const cv::Matx22d back = orientation.matrix().t();
    return (pivot() + cv::Point2d(back * (device - pivot())) + rasterOrigin()) / zoom;
}

cv::Point2d Viewport::toDevice(const cv::Point2d& level0) const
{
    const cv::Point2d upright = level0 * zoom - rasterOrigin();
    if (orientation.isUpright())
        return upright;
    return pivot() + cv::Point2d(orientation.matrix() * (upright - pivot()));
}

Viewport fitViewport(const PyramidGeometry& geometry, int width, int height, const ViewOrientation& orientation)
{
    const cv::Size2d slide(static_cast<double>(geometry.width()), static_cast<double>(geometry.height()));
    Viewport viewport{{slide.width / 2, slide.height / 2}, 1, width, height, orientation};
    if (!slide.empty() && width > 0 && height > 0) {
        const cv::Matx22d turn = orientation.matrix();
        const double across = std::abs(turn(0, 0)) * slide.width + std::abs(turn(0, 1)) * slide.height;
        const double down = std::abs(turn(1, 0)) * slide.width + std::abs(turn(1, 1)) * slide.height;
        viewport.zoom = std::min(kMaxZoom, kFitMargin * std::min(width / across, height / down));
    }
    return viewport;
}

double clampedZoom(double zoom, const PyramidGeometry& geometry, int width, int height, const ViewOrientation& orientation)
{
    return std::clamp(zoom, fitViewport(geometry, width, height, orientation).zoom / 2, kMaxZoom);
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
    panned.center -= cv::Point2d(viewport.orientation.matrix().t() * cv::Point2d(dx, dy)) / viewport.zoom;
    return panned;
}

Viewport clampedTo(const Viewport& viewport, const PyramidGeometry& geometry)
{
    Viewport clamped = viewport;
    clamped.zoom = clampedZoom(viewport.zoom, geometry, viewport.width, viewport.height, viewport.orientation);
    clamped.center.x = std::clamp(viewport.center.x, 0.0, static_cast<double>(geometry.width()));
    clamped.center.y = std::clamp(viewport.center.y, 0.0, static_cast<double>(geometry.height()));
    return clamped;
}

}
