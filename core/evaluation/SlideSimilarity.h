#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/Error.h"
#include "base/Progress.h"
#include "normalize/Normalizer.h"
#include "slide/Slide.h"

namespace isostain {

/// SSIM Source of a whole slide.
struct SlideSimilarity {
    double all = 0;               ///< mean over every window
    std::optional<double> tissue; ///< over windows whose center is tissue; nothing: there is none
    std::int64_t windows = 0;
    std::int64_t tissueWindows = 0;
    std::size_t unreadableTiles = 0; ///< windows that reach into them are left out
};

/// ssimSource() of a level of a slide and what a normalizer (null: none) makes of it, as if both were one image: one minimum
/// and maximum for each, windows across the borders of tiles. Tiles are read twice, for the minima and for the windows; memory
/// holds two bytes a pixel for a row of tiles. Tissue is that of tissueMask() on an overview of the source. Progress in rows of
/// tiles. Blocks; any thread. The result does not depend on the number of threads. Errors: InvalidArgument (no such level, a
/// side under 11 pixels), SlideUnreadable (no window could be read), Cancelled, OutOfMemory, and those of the network.
Result<SlideSimilarity> slideSimilarity(const SlidePtr& slide, const NormalizerPtr& normalizer, int level,
                                        const JobControl& control);

}
