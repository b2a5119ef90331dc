#pragma once

#include <vector>

#include "slide/HandleGenerations.h"
#include "slide/PyramidGeometry.h"

namespace isostain {

/// A level of the whole canvas of a scanner.
struct CanvasLevel {
    std::int64_t width = 0;
    std::int64_t height = 0;
    /// What the library divides level-0 coordinates by; the mean of both axes, so not exact.
    double libraryDownsample = 1;

    bool operator==(const CanvasLevel&) const = default;
};

/// Places the scanned part of a canvas: its levels, and where a library that counts in level-0 pixels must be asked for a
/// rectangle of a level. Pure arithmetic; any thread.
class CanvasMap {
public:
    /// `canvas` finest first, `bounds` inside the finest.
    CanvasMap(const std::vector<CanvasLevel>& canvas, const PixelRect& bounds);

    /// The levels of the bounds, with downsamples.
    const std::vector<StoredLevel>& levels() const { return m_levels; }
    /// The region whose first pixel comes closest to the first of `rect`, which is in pixels of the level of the bounds. The
    /// library takes whole level-0 pixels, so it is met to half a level-0 pixel.
    LevelRegion region(int level, const PixelRect& rect) const;
    /// Whether that region begins on a pixel of the stored level, as near as the library tells; elsewhere it resamples.
    bool isOnPixels(int level, const PixelRect& rect) const;

private:
    std::vector<StoredLevel> m_levels;
    std::vector<double> m_libraryDownsamples;
    PixelRect m_bounds;
};

}
