#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "normalize/Resampling.h"
#include "slide/Slide.h"

namespace isostain {

/// How the pixels that a network was trained on compare with a slide's.
enum class PixelSizeMatch {
    Matched,   ///< a level of the slide has them within 10 %
    Resampled, ///< the slide is resampled to them
    Unknown,   ///< of the slide or of the training: level 0 as it is; to be warned of
    TooCoarse, ///< the slide's are more than four times as large: level 0 as it is; to be warned of
};

/// The picture that a network is run on: the slide at the size of pixels of the training.
struct NetworkCanvas {
    int level = 0;  ///< of the slide that it is read from
    PixelGrid grid; ///< equals the level's where it is not resampled
    PixelSizeMatch match = PixelSizeMatch::Unknown;
};

/// The canvas for a network trained on `trainingMpp` micrometers per pixel: the level that comes closest where one lies within
/// 10 %, else the next finer one resampled (level 0 where all are coarser).
NetworkCanvas networkCanvas(const PyramidGeometry& geometry, const SlideInfo& info, std::optional<double> trainingMpp);

/// Micrometers per pixel of a canvas, the mean of both directions; nothing where the slide does not say.
std::optional<double> canvasMpp(const NetworkCanvas& canvas, const SlideInfo& info);

/// Pixels of a canvas.
struct CanvasPixels {
    RgbImage image;
    /// Parts that could not be read, in pixels of the canvas, clipped to what was asked for; kUnreadableColor in the image.
    std::vector<PixelRect> unreadable;
};

/// A rectangle inside the canvas. The same pixels come out however the canvas is cut. Errors: Cancelled, InvalidArgument
/// (not inside), OutOfMemory and others of Slide::read() but TileUnreadable.
Result<CanvasPixels> readCanvas(const Slide& slide, const NetworkCanvas& canvas, const PixelRect& rect,
                                const std::stop_token& stop = {});

}
