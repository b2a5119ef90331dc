#pragma once

#include <opencv2/core/mat.hpp>

#include "image/Image.h"

namespace isostain {

/// How far every pixel of one picture has moved in another of the same size.
struct FlowField {
    cv::Mat flow;        ///< CV_32FC2, pixels: what is at p in the first is at p + flow in the second
    cv::Mat weight;      ///< CV_32F, 0 (nothing to tell by, or not alike) to 1
    cv::Mat correlation; ///< CV_32F, local, of the two once the flow is undone
};

/// Dense inverse search flow between the stain-robust grays of two scans of the same spot. `insideSecond` (CV_8U) is 255 where
/// the second picture has pixels. Any thread; throws what OpenCV throws.
FlowField flowBetween(const BgrxImage& first, const BgrxImage& second, const cv::Mat& insideSecond);

}
