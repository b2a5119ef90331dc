#pragma once

class QWheelEvent;

namespace isostain {

enum class ZoomDirection { In, Out };

/// The next zoom of the form 2^(n/stepsPerDoubling) in that direction, so that repeated steps meet 1:1, 2:1, 1:2, ... exactly.
double nextZoomStep(double zoom, ZoomDirection direction, int stepsPerDoubling);

/// The zoom after a turn of the wheel: whole notches go from step to step, fine wheels and touchpads run smoothly.
double zoomAfterWheel(double zoom, const QWheelEvent& event);

}
