#pragma once

#include <cstdint>

#include "image/Image.h"
#include "slide/PyramidGeometry.h"

namespace isostain {

/// Pixels laid over a slide: pixel (x, y) covers level-0 [x*downsampleX, (x+1)*downsampleX) and so on, as a PyramidLevel does.
struct PixelGrid {
    std::int64_t width = 0;
    std::int64_t height = 0;
    double downsampleX = 1;
    double downsampleY = 1;

    bool operator==(const PixelGrid&) const = default;
    PixelRect rect() const { return {0, 0, width, height}; }
};

PixelGrid gridOf(const PyramidLevel& level);

/// Where `rect` lies in an image that shows `outer`, both in pixels of one grid; `outer` holds it.
cv::Rect placeIn(const PixelRect& rect, const PixelRect& outer);

/// The pixels of `from` that `rect` of `to` is made of, clipped to `from` (never empty when `rect` is not).
PixelRect neededFor(const PixelGrid& from, const PixelGrid& to, const PixelRect& rect);

/// `rect` of the grid `to`, made from `source`, which is neededFor() of it. Where pixels grow larger, the mean of what they
/// cover, weighted by area; else linear between pixel centers. Beyond the border of `from` its last pixels go on. Weights
/// follow from the place on the slide alone, so that parts fit together to the bit.
RgbImage resample(const RgbImage& source, const PixelGrid& from, const PixelGrid& to, const PixelRect& rect);

}
