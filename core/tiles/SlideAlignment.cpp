#include "tiles/SlideAlignment.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace isostain {

namespace {

const char* const kSubject = "The alignment of the two scans";
constexpr double kSameSpot = 1;        ///< level-0 pixels
constexpr double kFlatTriangle = 0.02; ///< height by longest side
/// Farther than any slide reaches, and near enough that positions keep a thousandth of a pixel.
constexpr double kMaxShift = 1e10;

/// Device pixels around a placed viewport: what filters reach for, and the snap of its corner.
constexpr int kFilterMargin = 3;

using Complex = std::complex<double>;

double determinant(const cv::Matx23d& m)
{
    return m(0, 0) * m(1, 1) - m(0, 1) * m(1, 0);
}

/// The singular values of the linear part, larger first.
std::pair<double, double> stretches(const cv::Matx23d& m)
{
    const double sum = std::hypot(m(0, 0) + m(1, 1), m(1, 0) - m(0, 1));
    const double difference = std::hypot(m(0, 0) - m(1, 1), m(1, 0) + m(0, 1));
    return {(sum + difference) / 2, std::abs(sum - difference) / 2};
}

double distance(const cv::Point2d& a, const cv::Point2d& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

double cross(const cv::Point2d& a, const cv::Point2d& b)
{
    return a.x * b.y - a.y * b.x;
}

bool isFlat(const cv::Point2d& a, const cv::Point2d& b, const cv::Point2d& c)
{
    const double longest = std::max({distance(a, b), distance(b, c), distance(c, a)});
    return std::abs(cross(b - a, c - a)) < kFlatTriangle * longest * longest;
}

bool shareSpot(std::span<const PointPair> pairs)
{
    for (std::size_t i = 0; i < pairs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (!(distance(pairs[i].first, pairs[j].first) >= kSameSpot) ||
                !(distance(pairs[i].second, pairs[j].second) >= kSameSpot))
                return true;
    return false;
}

cv::Matx23d similarityOf(const Complex& turn, const Complex& shift)
{
    return {turn.real(), -turn.imag(), shift.real(), turn.imag(), turn.real(), shift.imag()};
}

Complex toComplex(const cv::Point2d& point)
{
    return {point.x, point.y};
}

cv::Matx23d similarityThrough(const PointPair& a, const PointPair& b)
{
    const Complex turn = (toComplex(b.second) - toComplex(a.second)) / (toComplex(b.first) - toComplex(a.first));
    return similarityOf(turn, toComplex(a.second) - turn * toComplex(a.first));
}

cv::Matx23d affineThrough(std::span<const PointPair> pairs)
{
    const cv::Point2d u = pairs[1].first - pairs[0].first, v = pairs[2].first - pairs[0].first;
    const cv::Point2d p = pairs[1].second - pairs[0].second, q = pairs[2].second - pairs[0].second;
    const double area = cross(u, v);
    const double xx = (p.x * v.y - q.x * u.y) / area, xy = (q.x * u.x - p.x * v.x) / area;
    const double yx = (p.y * v.y - q.y * u.y) / area, yy = (q.y * u.x - p.y * v.x) / area;
    const cv::Point2d from = pairs[0].first, to = pairs[0].second;
    return {xx, xy, to.x - xx * from.x - xy * from.y, yx, yy, to.y - yx * from.x - yy * from.y};
}

}

Result<SlideAlignment> SlideAlignment::fromMatrix(const cv::Matx23d& matrix)
{
    for (const double value : matrix.val)
        if (!std::isfinite(value) || std::abs(value) > kMaxShift)
            return fail(ErrorCode::InvalidArgument, kSubject, "a number is not finite or far too large");
    const auto [longer, shorter] = stretches(matrix);
    if (!(longer <= kMaxScale && shorter >= 1 / kMaxScale))
        return fail(ErrorCode::InvalidArgument, kSubject, "the scales of the two scans differ far too much");
    if (longer > kMaxStretch * shorter)
        return fail(ErrorCode::InvalidArgument, kSubject,
                    "it would distort the picture; are the points the same in both scans?");
    return SlideAlignment(matrix);
}

Result<SlideAlignment> SlideAlignment::fromPointPairs(std::span<const PointPair> pairs)
{
    if (pairs.size() != 2 && pairs.size() != 3)
        return fail(ErrorCode::InvalidArgument, kSubject, "it takes two or three pairs of points");
    if (shareSpot(pairs))
        return fail(ErrorCode::InvalidArgument, kSubject, "two of the points lie on the same spot");
    if (pairs.size() == 2)
        return fromMatrix(similarityThrough(pairs[0], pairs[1]));
    if (isFlat(pairs[0].first, pairs[1].first, pairs[2].first) || isFlat(pairs[0].second, pairs[1].second, pairs[2].second))
        return fail(ErrorCode::InvalidArgument, kSubject, "the three points lie nearly on one line");
    return fromMatrix(affineThrough(pairs));
}

cv::Point2d SlideAlignment::map(const cv::Point2d& first) const
{
    const cv::Matx23d& m = m_matrix;
    return {m(0, 0) * first.x + m(0, 1) * first.y + m(0, 2), m(1, 0) * first.x + m(1, 1) * first.y + m(1, 2)};
}

SlideAlignment SlideAlignment::inverse() const
{
    const cv::Matx23d& m = m_matrix;
    const double area = determinant(m);
    const double xx = m(1, 1) / area, xy = -m(0, 1) / area, yx = -m(1, 0) / area, yy = m(0, 0) / area;
    return SlideAlignment({xx, xy, -xx * m(0, 2) - xy * m(1, 2), yx, yy, -yx * m(0, 2) - yy * m(1, 2)});
}

double SlideAlignment::scale() const
{
    return std::sqrt(std::abs(determinant(m_matrix)));
}

double SlideAlignment::rotation() const
{
    return std::atan2(m_matrix(1, 0), m_matrix(0, 0)) * 180 / std::numbers::pi;
}

Viewport placedViewport(const Viewport& viewport, const SlideAlignment& alignment)
{
    const cv::Rect2d visible = viewport.visibleLevel0();
    const cv::Matx23d& m = alignment.matrix();
    const double width = std::abs(m(0, 0)) * visible.width + std::abs(m(0, 1)) * visible.height;
    const double height = std::abs(m(1, 0)) * visible.width + std::abs(m(1, 1)) * visible.height;

    Viewport placed;
    placed.center = alignment.map((visible.tl() + visible.br()) / 2);
    placed.zoom = viewport.zoom / alignment.scale();
    placed.width = static_cast<int>(std::ceil(width * placed.zoom)) + 2 * kFilterMargin;
    placed.height = static_cast<int>(std::ceil(height * placed.zoom)) + 2 * kFilterMargin;
    return placed;
}

double similarityResidual(std::span<const PointPair> pairs)
{
    if (pairs.size() < 3)
        return 0;
    const auto count = static_cast<double>(pairs.size());
    Complex firstMean, secondMean;
    for (const PointPair& pair : pairs) {
        firstMean += toComplex(pair.first) / count;
        secondMean += toComplex(pair.second) / count;
    }
    Complex product;
    double spread = 0;
    for (const PointPair& pair : pairs) {
        const Complex first = toComplex(pair.first) - firstMean;
        product += std::conj(first) * (toComplex(pair.second) - secondMean);
        spread += std::norm(first);
    }
    const Complex turn = spread > 0 ? product / spread : Complex(0);
    double squares = 0;
    for (const PointPair& pair : pairs)
        squares += std::norm(toComplex(pair.second) - secondMean - turn * (toComplex(pair.first) - firstMean));
    return std::sqrt(squares / count);
}

}
