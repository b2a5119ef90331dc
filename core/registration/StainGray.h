#pragma once

#include <opencv2/core/mat.hpp>

#include "image/Image.h"

namespace isostain {

// Grays in which two scanners' images of one glass look alike, whatever their colors. Any thread; they throw what OpenCV throws.

/// Mean optical density of the three channels, natural logarithm, CV_32F, 0 (white) to 5.5; noise of single pixels smoothed.
cv::Mat densityOf(const BgrxImage& image);

/// A density with its local mean and contrast taken out.
struct Structure {
    cv::Mat normalized; ///< CV_32F, mean about 0; at most about 1 where there is no texture but noise
    cv::Mat contrast;   ///< CV_32F, local standard deviation of the density
};
/// `sigma` is that of the Gaussian window, pixels.
Structure structureOf(const cv::Mat& density, double sigma);

/// The same as a CV_8U picture about 128, for detectors and optical flow.
cv::Mat toPicture(const cv::Mat& normalized);

/// The correlation of two normalized structures in a Gaussian window about every pixel: CV_32F, -1 to 1, 0 where either is
/// flat.
cv::Mat localCorrelation(const cv::Mat& first, const cv::Mat& second, double sigma);

}
