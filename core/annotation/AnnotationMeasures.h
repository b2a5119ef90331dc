#pragma once

#include <optional>

#include <opencv2/core/types.hpp>

#include "annotation/Annotation.h"

/// Geometry of annotations, in level-0 pixels. Pure functions; any thread.
namespace isostain {

/// How large an annotation is. In pixels where the size of pixels is not known, else in micrometers.
struct AnnotationMeasures {
    std::size_t points = 0; ///< of Points
    double length = 0;      ///< of Lines; of Areas their outlines and holes together
    double area = 0;        ///< of Areas, without their holes
    bool isInMicrometers = false;
};

/// `mppX`, `mppY`: micrometers per level-0 pixel. Outlines that cross themselves count by the shoelace formula.
AnnotationMeasures measured(const Annotation& annotation, std::optional<double> mppX, std::optional<double> mppY);

/// The smallest upright rectangle around it; empty without points.
cv::Rect2d boundsOf(const Annotation& annotation);

/// Whether a place lies in an area, in none of its holes (even-odd rule); false for points and lines.
bool contains(const Annotation& annotation, const cv::Point2d& place);

/// How far a place is from the nearest point, line or outline; infinite without points.
double distanceTo(const Annotation& annotation, const cv::Point2d& place);

/// A ring with points left out that lie within `tolerance` of the line through their neighbors (Douglas and Peucker 1973):
/// what a hand has drawn, without the trembling. First and last stay; a closed ring keeps at least three corners.
Ring simplified(const Ring& ring, double tolerance);

}
