#pragma once

#include <opencv2/core/mat.hpp>

#include "tiles/SlideAlignment.h"

namespace isostain {

/// Where every spot of one scan (the target) lies in another (the source): an affine transform and a smooth displacement from
/// it. Positions are level-0 pixels; a pixel's center is at a half. Value; its nodes are not to be changed once shared.
struct ScanTransform {
    SlideAlignment affine;
    /// Node (column, row) belongs to target (column * spacing, row * spacing): CV_64FC2, level-0 pixels of the source, to be
    /// added to the affine's answer; linear between nodes, constant beyond them. Empty: none.
    cv::Mat displacement = {};
    double spacing = 1; ///< level-0 pixels of the target

    cv::Point2d displacementAt(const cv::Point2d& target) const;
    cv::Point2d map(const cv::Point2d& target) const { return affine.map(target) + displacementAt(target); }
};

/// The same transform with the affine part that fits its nodes best (weighted least squares; `weights` CV_64F, one a node).
/// Where they do not determine one, it stays as it is.
ScanTransform refitted(const ScanTransform& transform, const cv::Mat& weights);

/// Root mean square of the displacement, weighted by node: level-0 pixels of the source.
double displacementSize(const ScanTransform& transform, const cv::Mat& weights);

}
