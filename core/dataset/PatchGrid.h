#pragma once

#include <cstdint>
#include <vector>

#include "image/Image.h"
#include "slide/PyramidGeometry.h"

namespace isostain {

/// The whole squares of `size` pixels that fit into an image without overlap, from (0, 0), row by row; what is left at the
/// right and lower border is dropped. Empty where none fits or a number is below 1. Any thread.
std::vector<PixelRect> patchGrid(std::int64_t width, std::int64_t height, std::int64_t size);

/// The pixels of a patch that lies inside the image; they stay the image's (no copy).
RgbImage patchOf(const RgbImage& image, const PixelRect& patch);

}
