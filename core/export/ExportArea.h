#pragma once

#include <optional>
#include <stop_token>

#include "base/Error.h"
#include "slide/Slide.h"

namespace isostain {

/// Which part of a slide's level 0 is exported.
struct ExportArea {
    enum class Kind {
        Whole,  ///< the part that the scanner scanned, which is all of level 0
        Region, ///< `region`, clipped to the slide
        Tissue, ///< the smallest rectangle of whole tiles around everything that tissueMask() finds
    };
    Kind kind = Kind::Whole;
    PixelRect region; ///< in level-0 pixels
};

/// The rectangle in level-0 pixels; never empty. `tileSize` of the output. Blocks while an overview is read (Tissue).
/// Errors: InvalidArgument (the region lies outside, there is no tissue), and those of readRegion().
Result<PixelRect> exportRect(const Slide& slide, const ExportArea& area, int tileSize, const std::stop_token& stop = {});

/// The resolution wanted of an export's level 0; at most one of them. Nothing: that of the source.
struct ExportScale {
    std::optional<double> power; ///< objective magnification
    std::optional<double> mpp;   ///< micrometers per pixel
    int halvings = 0;            ///< of the source's, 0..16, whatever it is
};

/// How often level 0 is to be halved to come to a scale: only whole reductions by 2, 4, 8, ... keep every pixel a plain mean.
/// A request within 2 % of one of them is met by it, so that 0.5 µm/px finds 0.4990.
/// Errors: InvalidArgument: no such reduction, or the slide does not state its scale.
Result<int> halvingsFor(const SlideInfo& slide, const ExportScale& scale);

}
