#pragma once

#include <opencv2/core/types.hpp>

namespace isostain {

/// A numbered mark on a pane, e.g. one of a pair of points in two scans.
struct PaneMarker {
    int pane = 0;
    cv::Point2d level0; ///< of the pane's own slide
    int number = 1;

    bool operator==(const PaneMarker&) const = default;
};

}
