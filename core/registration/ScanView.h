#pragma once

#include <stop_token>

#include "registration/ScanTransform.h"
#include "slide/Slide.h"

namespace isostain {

/// A part of a slide as it is seen on another grid of pixels.
struct ScanView {
    BgrxImage image;
    cv::Mat inside; ///< CV_8U, 255 where the slide has pixels
};

/// The pixels of `rect` on a grid over the target whose pixels are `unit` level-0 pixels wide, taken from the target itself.
/// At unit 1 they are the slide's own, to the bit. Blocks while reading; any thread.
/// Errors: those of readRegion(), InvalidArgument (far too much of the slide at once).
Result<ScanView> viewOfTarget(const Slide& target, const PixelRect& rect, double unit, const std::stop_token& stop);

/// The same pixels taken from the source, where the transform says they are: from the level just finer, smoothed to the
/// grid's resolution, cubic between pixels.
Result<ScanView> viewOfSource(const Slide& source, const ScanTransform& transform, const PixelRect& rect, double unit,
                              const std::stop_token& stop);

}
