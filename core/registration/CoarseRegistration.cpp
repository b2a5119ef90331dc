#include "registration/CoarseRegistration.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include "registration/ScanView.h"
#include "registration/StainGray.h"

namespace isostain {

namespace {

constexpr double kOverviewSide = 1024;
constexpr double kStructureSigma = 12;
constexpr int kMostFeatures = 4000;
constexpr float kDistinct = 0.85f; ///< nearest by second nearest descriptor
constexpr double kInlierPixels = 3;
/// Random matches of two unrelated pictures agree on a similarity by the handful.
constexpr int kFewestMatches = 14;
constexpr double kLowestCorrelation = 0.3;
constexpr double kLeastContrast = 0.03; ///< density, on a hundredth of the picture
constexpr double kLeastOverlap = 0.05;  ///< of the target's overview

struct Overview {
    double unit = 1; ///< level-0 pixels a pixel
    cv::Mat picture; ///< CV_8U
    cv::Mat normalized;
    std::vector<cv::KeyPoint> points = {};
    cv::Mat descriptors = {};
};

bool hasStructure(const Structure& structure)
{
    return cv::countNonZero(structure.contrast > kLeastContrast) > static_cast<int>(structure.contrast.total() / 100);
}

/// Pixels of the same size on the glass where both sizes are known, else as large as each allows.
std::pair<double, double> overviewUnits(const Slide& source, const Slide& target)
{
    const auto longest = [](const Slide& slide) {
        return static_cast<double>(std::max(slide.geometry().width(), slide.geometry().height()));
    };
    double sourceUnit = std::max(1.0, longest(source) / kOverviewSide), targetUnit = std::max(1.0, longest(target) / kOverviewSide);
    if (source.info().mppX && target.info().mppX) {
        const double unit = std::max(sourceUnit * *source.info().mppX, targetUnit * *target.info().mppX);
        sourceUnit = unit / *source.info().mppX;
        targetUnit = unit / *target.info().mppX;
    }
    return {sourceUnit, targetUnit};
}

Result<Overview> overviewOf(const Slide& slide, double unit, const std::stop_token& stop)
{
    const auto pixels = [unit](std::int64_t size) { return std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(size) / unit)); };
    const auto view = viewOfTarget(slide, {0, 0, pixels(slide.geometry().width()), pixels(slide.geometry().height())}, unit, stop);
    if (!view)
        return tl::unexpected(view.error());
    const Structure structure = structureOf(densityOf(view->image), kStructureSigma);
    if (!hasStructure(structure))
        return fail(ErrorCode::AlignmentNotFound, slide.info().path.string(), "there is nothing on it to align by");
    return Overview{unit, toPicture(structure.normalized), structure.normalized};
}

void detect(Overview& overview)
{
    const auto sift = cv::SIFT::create(kMostFeatures);
    sift->detectAndCompute(overview.picture, cv::noArray(), overview.points, overview.descriptors);
}

struct Found {
    cv::Matx23d matrix; ///< target overview to source overview
    int matches = 0;
};

std::optional<Found> similarityOf(const Overview& source, const Overview& target)
{
    if (source.descriptors.rows < 2 || target.descriptors.rows < 2)
        return std::nullopt;
    std::vector<std::vector<cv::DMatch>> nearest;
    cv::BFMatcher(cv::NORM_L2).knnMatch(target.descriptors, source.descriptors, nearest, 2);
    std::vector<cv::Point2f> from, to;
    for (const auto& match : nearest)
        if (match.size() == 2 && match[0].distance < kDistinct * match[1].distance) {
            from.push_back(target.points[static_cast<std::size_t>(match[0].queryIdx)].pt);
            to.push_back(source.points[static_cast<std::size_t>(match[0].trainIdx)].pt);
        }
    if (from.size() < static_cast<std::size_t>(kFewestMatches))
        return std::nullopt;
    std::vector<std::uint8_t> inliers;
    const cv::Mat matrix = cv::estimateAffinePartial2D(from, to, inliers, cv::RANSAC, kInlierPixels, 5000, 0.999);
    if (matrix.empty())
        return std::nullopt;
    return Found{cv::Matx23d(matrix.ptr<double>()), static_cast<int>(std::count(inliers.begin(), inliers.end(), 1))};
}

/// The overview as in a mirror, and how a position in the mirror becomes one in the overview.
Overview mirrored(const Overview& overview)
{
    Overview result{overview.unit, {}, {}};
    cv::flip(overview.picture, result.picture, 1);
    detect(result);
    return result;
}

std::optional<Found> findSimilarity(Overview& source, Overview& target)
{
    detect(source);
    detect(target);
    auto found = similarityOf(source, target);
    if (found && found->matches >= 2 * kFewestMatches)
        return found;
    auto inMirror = similarityOf(mirrored(source), target);
    if (!inMirror || (found && found->matches >= inMirror->matches))
        return found;
    for (int i = 0; i < 3; ++i)
        inMirror->matrix(0, i) = -inMirror->matrix(0, i);
    inMirror->matrix(0, 2) += source.picture.cols - 1;
    return inMirror;
}

/// Correlation over the overlap; -1 where there is too little of it.
double correlationOf(const Overview& source, const Overview& target, const cv::Matx23d& matrix)
{
    cv::Mat moved, inside;
    const cv::Size size = target.normalized.size();
    cv::warpAffine(source.normalized, moved, matrix, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
    cv::warpAffine(cv::Mat(source.normalized.size(), CV_8U, 255), inside, matrix, size, cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
    if (cv::countNonZero(inside) < kLeastOverlap * static_cast<double>(inside.total()))
        return -1;
    cv::Scalar meanA, deviationA, meanB, deviationB;
    cv::meanStdDev(moved, meanA, deviationA, inside);
    cv::meanStdDev(target.normalized, meanB, deviationB, inside);
    const double product = cv::mean(moved.mul(target.normalized), inside)[0] - meanA[0] * meanB[0];
    return product / std::max(deviationA[0] * deviationB[0], 1e-6);
}

/// ECC from coarse smoothing to fine. What does not get better is left as it was.
cv::Matx23d refined(const Overview& source, const Overview& target, const cv::Matx23d& start)
{
    cv::Matx23d best = start;
    double bestCorrelation = correlationOf(source, target, start);
    for (const int smoothing : {9, 5}) {
        cv::Mat matrix = cv::Mat(cv::Matx23f(best));
        try {
            cv::findTransformECC(target.normalized, source.normalized, matrix, cv::MOTION_AFFINE,
                                 cv::TermCriteria(cv::TermCriteria::COUNT | cv::TermCriteria::EPS, 40, 1e-5), cv::noArray(), smoothing);
        } catch (const cv::Exception& exception) {
            if (exception.code == cv::Error::StsNoMem)
                throw;
            continue; // it has not converged
        }
        const cv::Matx23d candidate(cv::Matx23f(matrix.ptr<float>()));
        const double correlation = correlationOf(source, target, candidate);
        if (correlation > bestCorrelation) {
            best = candidate;
            bestCorrelation = correlation;
        }
    }
    return best;
}

/// From pixels of the overviews, centers at whole numbers, to level-0 positions, centers at a half.
cv::Matx23d toLevel0(const cv::Matx23d& m, double sourceUnit, double targetUnit)
{
    const double linear = sourceUnit / targetUnit;
    const auto shift = [&](int row) { return sourceUnit * (m(row, 2) + 0.5 - 0.5 * (m(row, 0) + m(row, 1))); };
    return {linear * m(0, 0), linear * m(0, 1), shift(0), linear * m(1, 0), linear * m(1, 1), shift(1)};
}

}

Result<CoarseAlignment> alignOverviews(const Slide& source, const Slide& target, const std::stop_token& stop)
{
    const std::string subject = source.info().path.string();
    const auto [sourceUnit, targetUnit] = overviewUnits(source, target);
    auto sourceView = overviewOf(source, sourceUnit, stop);
    if (!sourceView)
        return tl::unexpected(sourceView.error());
    auto targetView = overviewOf(target, targetUnit, stop);
    if (!targetView)
        return tl::unexpected(targetView.error());
    const auto found = findSimilarity(*sourceView, *targetView);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, subject);
    if (!found || found->matches < kFewestMatches)
        return fail(ErrorCode::AlignmentNotFound, subject, "too few details of the two agree");
    const cv::Matx23d matrix = refined(*sourceView, *targetView, found->matrix);
    const double correlation = correlationOf(*sourceView, *targetView, matrix);
    if (!(correlation >= kLowestCorrelation))
        return fail(ErrorCode::AlignmentNotFound, subject, "the two do not look alike where they would overlap");
    const auto affine = SlideAlignment::fromMatrix(toLevel0(matrix, sourceUnit, targetUnit));
    if (!affine)
        return fail(ErrorCode::AlignmentNotFound, subject, affine.error().detail);
    return CoarseAlignment{*affine, found->matches, correlation};
}

}
