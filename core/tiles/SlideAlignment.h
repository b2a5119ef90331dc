#pragma once

#include <span>

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include "base/Error.h"
#include "tiles/Viewport.h"

namespace isostain {

/// One spot of the glass in two scans, level-0 pixels of each.
struct PointPair {
    cv::Point2d first;
    cv::Point2d second;

    bool operator==(const PointPair&) const = default;
};

/// Where a second scan of the same glass lies: an affine transform from level-0 pixels of the first scan to level-0 pixels
/// of the second. Every value is finite and can be inverted, and keeps shapes roughly: no larger scale than kMaxScale either
/// way and no stretch beyond kMaxStretch. Pure value; any thread.
class SlideAlignment {
public:
    static constexpr double kMaxScale = 64;
    static constexpr double kMaxStretch = 4;

    /// The identity.
    SlideAlignment() = default;
    /// second = matrix * (x, y, 1) of the first. Errors: InvalidArgument (not finite, or beyond the limits above).
    static Result<SlideAlignment> fromMatrix(const cv::Matx23d& matrix);
    /// Two pairs: the rotation, uniform scale and shift through both. Three: the affine transform through all of them.
    /// Errors: InvalidArgument (another number of pairs, points on one spot or nearly on one line, results of fromMatrix()).
    static Result<SlideAlignment> fromPointPairs(std::span<const PointPair> pairs);

    const cv::Matx23d& matrix() const { return m_matrix; }
    bool isIdentity() const { return m_matrix == cv::Matx23d::eye(); }
    /// From the first scan to the second.
    cv::Point2d map(const cv::Point2d& first) const;
    /// From the second scan to the first.
    SlideAlignment inverse() const;
    /// Level-0 pixels of the second scan per level-0 pixel of the first: the root of the change of areas.
    double scale() const;
    /// Degrees (-180, 180] by which the first scan's x axis is turned in the second, clockwise on the screen.
    double rotation() const;

    bool operator==(const SlideAlignment&) const = default;

private:
    explicit SlideAlignment(const cv::Matx23d& matrix) : m_matrix(matrix) {}

    cv::Matx23d m_matrix = cv::Matx23d::eye();
};

/// A viewport on the second scan that encloses all that `viewport` shows of it, at the same size of details on the screen.
Viewport placedViewport(const Viewport& viewport, const SlideAlignment& alignment);

/// How well the pairs agree with what two scans of one glass differ by: the root mean square distance, level-0 pixels of the
/// second scan, from the best rotation, uniform scale and shift (least squares: Umeyama, IEEE TPAMI 13(4), 1991, without its
/// reflections). 0 for fewer than three pairs, which always agree.
double similarityResidual(std::span<const PointPair> pairs);

}
