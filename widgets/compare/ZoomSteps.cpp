#include "compare/ZoomSteps.h"

#include <cmath>

#include <QWheelEvent>

namespace isostain {

namespace {

constexpr int kNotch = 120;             ///< Qt's angle unit: eighths of a degree
constexpr int kNotchesPerDoubling = 3;

}

double nextZoomStep(double zoom, ZoomDirection direction, int stepsPerDoubling)
{
    const double position = std::log2(zoom) * stepsPerDoubling;
    const double tolerance = 1e-6;
    const double step = direction == ZoomDirection::In ? std::floor(position + tolerance) + 1 : std::ceil(position - tolerance) - 1;
    return std::exp2(step / stepsPerDoubling);
}

double zoomAfterWheel(double zoom, const QWheelEvent& event)
{
    const int angle = event.angleDelta().y();
    const bool notched = event.phase() == Qt::NoScrollPhase && event.pixelDelta().isNull() && angle % kNotch == 0;
    if (!notched)
        return zoom * std::exp2(double(angle) / (kNotch * kNotchesPerDoubling));
    const auto direction = angle > 0 ? ZoomDirection::In : ZoomDirection::Out;
    for (int notch = 0; notch < std::abs(angle) / kNotch; ++notch)
        zoom = nextZoomStep(zoom, direction, kNotchesPerDoubling);
    return zoom;
}

}
