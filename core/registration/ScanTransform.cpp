#include "registration/ScanTransform.h"

#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>

namespace isostain {

namespace {

cv::Point2d nodeOf(const cv::Mat& nodes, int column, int row)
{
    const auto& value = nodes.at<cv::Vec2d>(row, column);
    return {value[0], value[1]};
}

}

cv::Point2d ScanTransform::displacementAt(const cv::Point2d& target) const
{
    if (displacement.empty())
        return {};
    const double x = std::clamp(target.x / spacing, 0.0, static_cast<double>(displacement.cols - 1));
    const double y = std::clamp(target.y / spacing, 0.0, static_cast<double>(displacement.rows - 1));
    const int left = std::min(static_cast<int>(x), std::max(displacement.cols - 2, 0));
    const int top = std::min(static_cast<int>(y), std::max(displacement.rows - 2, 0));
    const int right = std::min(left + 1, displacement.cols - 1), bottom = std::min(top + 1, displacement.rows - 1);
    const double u = x - left, v = y - top;
    return (1 - v) * ((1 - u) * nodeOf(displacement, left, top) + u * nodeOf(displacement, right, top)) +
           v * ((1 - u) * nodeOf(displacement, left, bottom) + u * nodeOf(displacement, right, bottom));
}

ScanTransform refitted(const ScanTransform& transform, const cv::Mat& weights)
{
    if (transform.displacement.empty())
        return transform;
    // Normal equations in grid units: 3 unknowns for each of x and y.
    cv::Matx33d normal = cv::Matx33d::zeros();
    cv::Matx<double, 3, 2> right = cv::Matx<double, 3, 2>::zeros();
    for (int row = 0; row < weights.rows; ++row)
        for (int column = 0; column < weights.cols; ++column) {
            const double weight = weights.at<double>(row, column);
            const cv::Vec3d place(column, row, 1);
            const cv::Point2d moved = nodeOf(transform.displacement, column, row);
            normal += weight * (place * place.t());
            right += weight * (place * cv::Vec2d(moved.x, moved.y).t());
        }
    cv::Matx<double, 3, 2> plane;
    if (!cv::solve(normal, right, plane, cv::DECOMP_CHOLESKY))
        return transform;
    cv::Matx23d matrix = transform.affine.matrix();
    for (int axis = 0; axis < 2; ++axis) {
        matrix(axis, 0) += plane(0, axis) / transform.spacing;
        matrix(axis, 1) += plane(1, axis) / transform.spacing;
        matrix(axis, 2) += plane(2, axis);
    }
    const auto affine = SlideAlignment::fromMatrix(matrix);
    if (!affine)
        return transform;
    ScanTransform result{*affine, transform.displacement.clone(), transform.spacing};
    for (int row = 0; row < result.displacement.rows; ++row)
        for (int column = 0; column < result.displacement.cols; ++column)
            for (int axis = 0; axis < 2; ++axis)
                result.displacement.at<cv::Vec2d>(row, column)[axis] -= plane(0, axis) * column + plane(1, axis) * row + plane(2, axis);
    return result;
}

double displacementSize(const ScanTransform& transform, const cv::Mat& weights)
{
    double squares = 0, total = 0;
    for (int row = 0; row < transform.displacement.rows; ++row)
        for (int column = 0; column < transform.displacement.cols; ++column) {
            const double weight = weights.at<double>(row, column);
            const cv::Point2d moved = nodeOf(transform.displacement, column, row);
            squares += weight * moved.dot(moved);
            total += weight;
        }
    return total > 0 ? std::sqrt(squares / total) : 0;
}

}
