#pragma once

#include "base/Progress.h"
#include "registration/ScanTransform.h"
#include "slide/Slide.h"

namespace isostain {

struct FineAlignment {
    ScanTransform transform;
    cv::Mat weights; ///< CV_64F, a node each: how much there was to measure by; 0 where the displacement is its neighbors'
};

/// Measures how far two scans are from the affine transform, region by region and from coarse to fine down to `unit` level-0
/// pixels of the target: dense optical flow (DIS: Kroeger et al., ECCV 2016) between the stain-robust grays, averaged about the
/// nodes of a grid, weighted by texture and by how alike the two are there, and smoothed. Regions are read and let go of, on
/// `control.threads` threads; the answer does not depend on their number, provided OpenCV is held to one thread. Blocks.
/// Errors: Cancelled, those of readRegion().
Result<FineAlignment> refineAlignment(const Slide& source, const Slide& target, const SlideAlignment& affine, double unit,
                                      const JobControl& control);

}
