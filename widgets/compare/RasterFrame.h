#pragma once

#include <QImage>

#include "compare/Frame.h"

namespace isostain {

/// Draws a frame on the CPU into `target` (resized to the frame, Format_RGB32). At whole magnifications the pixels are those
/// of the OpenGL renderer.
FrameOutcome drawRasterFrame(const Frame& frame, TileCache& cache, QImage& target);

}
