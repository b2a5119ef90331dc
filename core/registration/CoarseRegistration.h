#pragma once

#include "base/Progress.h"
#include "registration/ScanTransform.h"
#include "slide/Slide.h"

namespace isostain {

/// How two scans lie as a whole.
struct CoarseAlignment {
    SlideAlignment affine;   ///< target to source, level-0 pixels
    int matches = 0;         ///< features that agree with it
    double correlation = 0;  ///< of the two structures where they overlap, -1 to 1
};

/// Finds the similarity (mirrored, where nothing else fits) that takes the target's overview to the source's, and refines it
/// to an affine transform. SIFT (Lowe, IJCV 60(2), 2004) on the stain-robust gray, RANSAC, then ECC (Evangelidis and Psarakis,
/// IEEE TPAMI 30(10), 2008). Scale is found, so pixel sizes need not be known. Same input, same answer. Blocks; any thread.
/// Errors: AlignmentNotFound (of the source: nothing to see on one of them, too few features agree, or what they agree on does
/// not look alike), Cancelled, those of readRegion().
Result<CoarseAlignment> alignOverviews(const Slide& source, const Slide& target, const std::stop_token& stop);

}
