#include "registration/FineRegistration.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "base/Parallel.h"
#include "image/Guarded.h"
#include "registration/Flow.h"
#include "registration/ScanView.h"
#include "registration/StainGray.h"

namespace isostain {

namespace {

constexpr double kSpacing = 24;           ///< pixels of the finest grid between nodes
constexpr double kMostNodes = 40'000;     ///< a file of the transform stays small
constexpr std::int64_t kRegion = 768;     ///< pixels that a region measures
constexpr std::int64_t kRegionMargin = 64;
constexpr double kFirstStage = 512;       ///< pixels of the longest side where measuring begins
constexpr double kFarthest = 24;          ///< pixels; flow beyond that is no refinement
constexpr double kWindowSigma = 14;       ///< pixels about a node that its displacement is the mean of

/// What the nodes say after one stage; of their own region each, so that regions can be measured at the same time.
struct Measured {
    cv::Mat shift;  ///< CV_64FC2, pixels of the stage's grid
    cv::Mat weight; ///< CV_64F
};

/// Downsamples of the finest grid, coarse to fine; the finest twice, for what is left after the first time.
std::vector<double> stagesFor(double longestPixels)
{
    double downsample = 1;
    while (longestPixels / downsample > 2 * kFirstStage)
        downsample *= 2;
    std::vector<double> stages{downsample};
    while (downsample > 1) {
        downsample = std::max(1.0, downsample / 4);
        stages.push_back(downsample);
    }
    stages.push_back(1);
    stages.push_back(1);
    return stages;
}

struct GridSize {
    std::int64_t width = 0;
    std::int64_t height = 0;
};

GridSize gridSize(const Slide& slide, double unit)
{
    const auto pixels = [unit](std::int64_t size) {
        return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(static_cast<double>(size) / unit)));
    };
    return {pixels(slide.geometry().width()), pixels(slide.geometry().height())};
}

std::vector<PixelRect> regionsOf(const GridSize& size)
{
    std::vector<PixelRect> regions;
    for (std::int64_t y = 0; y < size.height; y += kRegion)
        for (std::int64_t x = 0; x < size.width; x += kRegion)
            regions.push_back({x, y, std::min(kRegion, size.width - x), std::min(kRegion, size.height - y)});
    return regions;
}

PixelRect withMargin(const PixelRect& rect, const GridSize& size)
{
    return intersection({rect.x - kRegionMargin, rect.y - kRegionMargin, rect.width + 2 * kRegionMargin, rect.height + 2 * kRegionMargin},
                        {0, 0, size.width, size.height});
}

/// Flow averaged about every pixel, and how much it is worth.
struct MeanFlow {
    cv::Mat shift;  ///< CV_32FC2, not yet divided by the weight
    cv::Mat weight; ///< CV_32F
};

MeanFlow meanFlow(const ScanView& source, const ScanView& target, double sigma)
{
    const FlowField field = flowBetween(target.image, source.image, source.inside);
    MeanFlow mean{cv::Mat(), field.weight.clone()};
    std::vector<cv::Mat> axes(2);
    cv::split(field.flow, axes);
    for (int y = 0; y < mean.weight.rows; ++y)
        for (int x = 0; x < mean.weight.cols; ++x)
            if (std::hypot(axes[0].at<float>(y, x), axes[1].at<float>(y, x)) > kFarthest)
                mean.weight.at<float>(y, x) = 0;
    for (cv::Mat& axis : axes) {
        axis = axis.mul(mean.weight);
        cv::GaussianBlur(axis, axis, cv::Size(), sigma, sigma, cv::BORDER_CONSTANT);
    }
    cv::merge(axes, mean.shift);
    cv::GaussianBlur(mean.weight, mean.weight, cv::Size(), sigma, sigma, cv::BORDER_CONSTANT);
    return mean;
}

/// The nodes as a smooth field: each the mean of what lies near, and, where that is worth little, of what lies farther off.
cv::Mat smoothed(const Measured& measured)
{
    cv::Mat sum = cv::Mat::zeros(measured.shift.size(), CV_64FC2), total = cv::Mat(measured.weight.size(), CV_64F, 1e-9);
    const struct { double sigma, share; } kReaches[] = {{0.7, 1}, {2.5, 0.02}, {10, 1e-4}};
    cv::Mat weights;
    cv::merge(std::vector<cv::Mat>{measured.weight, measured.weight}, weights);
    for (const auto& [sigma, share] : kReaches) {
        cv::Mat near, worth;
        cv::GaussianBlur(measured.shift.mul(weights), near, cv::Size(), sigma, sigma, cv::BORDER_CONSTANT);
        cv::GaussianBlur(measured.weight, worth, cv::Size(), sigma, sigma, cv::BORDER_CONSTANT);
        sum += share * near;
        total += share * worth;
    }
    cv::merge(std::vector<cv::Mat>{total, total}, weights);
    return sum / weights;
}

class Refinement {
public:
    Refinement(const Slide& source, const Slide& target, const SlideAlignment& affine, double unit)
        : m_source(source), m_target(target), m_unit(unit)
    {
        const GridSize size = gridSize(target, unit);
        const double area = static_cast<double>(size.width) * static_cast<double>(size.height);
        const double spacing = std::max(kSpacing, std::sqrt(area / kMostNodes));
        m_fine.transform = {affine, {}, spacing * unit};
        const auto nodes = [spacing](std::int64_t pixels) { return static_cast<int>(std::ceil(static_cast<double>(pixels) / spacing)) + 1; };
        m_fine.transform.displacement = cv::Mat::zeros(nodes(size.height), nodes(size.width), CV_64FC2);
        m_fine.weights = cv::Mat::zeros(m_fine.transform.displacement.size(), CV_64F);
    }

    Result<void> run(const JobControl& control)
    {
        const GridSize finest = gridSize(m_target, m_unit);
        const auto stages = stagesFor(static_cast<double>(std::max(finest.width, finest.height)));
        std::uint64_t total = 0;
        for (const double downsample : stages)
            total += regionsOf(gridSize(m_target, m_unit * downsample)).size();
        for (const double downsample : stages)
            if (auto ran = runStage(downsample, total, control); !ran)
                return ran;
        m_fine.transform = refitted(m_fine.transform, m_fine.weights);
        return {};
    }

    FineAlignment take() { return std::move(m_fine); }

private:
    Result<void> runStage(double downsample, std::uint64_t total, const JobControl& control)
    {
        const double unit = m_unit * downsample;
        const auto regions = regionsOf(gridSize(m_target, unit));
        Measured measured{cv::Mat::zeros(m_fine.weights.size(), CV_64FC2), cv::Mat::zeros(m_fine.weights.size(), CV_64F)};
        std::optional<Error> failure;
        std::mutex mutex;
        const auto body = [&](std::size_t index) {
            control.waitWhilePaused();
            const auto done = guarded(m_source.info().path.string(), [&] { return measure(regions[index], unit, measured, control.stop); });
            const std::lock_guard lock(mutex);
            if (!done && !failure)
                failure = done.error();
            control.report(++m_done, total);
        };
        if (!parallelFor(regions.size(), body, control.threads, control.stop))
            return fail(ErrorCode::Cancelled, m_source.info().path.string());
        if (failure)
            return tl::unexpected(*failure);
        apply(measured, unit);
        return {};
    }

    /// Writes the nodes that lie in the region, and no others.
    Result<void> measure(const PixelRect& region, double unit, const Measured& measured, const std::stop_token& stop) const
    {
        const PixelRect rect = withMargin(region, gridSize(m_target, unit));
        const auto target = viewOfTarget(m_target, rect, unit, stop);
        if (!target)
            return skippedIfUnreadable(target.error());
        const auto source = viewOfSource(m_source, m_fine.transform, rect, unit, stop);
        if (!source)
            return skippedIfUnreadable(source.error());
        const MeanFlow mean = meanFlow(*source, *target, kWindowSigma);
        cv::Mat shift = measured.shift, weight = measured.weight;
        const double spacing = m_fine.transform.spacing / unit;
        for (int row = 0; row < weight.rows; ++row)
            for (int column = 0; column < weight.cols; ++column) {
                // The last nodes lie at or beyond the border, where its last pixel speaks for them.
                const GridSize size = gridSize(m_target, unit);
                const std::int64_t x = std::min(static_cast<std::int64_t>(column * spacing), size.width - 1);
                const std::int64_t y = std::min(static_cast<std::int64_t>(row * spacing), size.height - 1);
                if (x < region.x || y < region.y || x >= region.x + region.width || y >= region.y + region.height)
                    continue;
                const cv::Point at(static_cast<int>(x - rect.x), static_cast<int>(y - rect.y));
                const double worth = mean.weight.at<float>(at);
                const auto& sum = mean.shift.at<cv::Vec2f>(at);
                weight.at<double>(row, column) = worth;
                if (worth > 1e-4)
                    shift.at<cv::Vec2d>(row, column) = {sum[0] / worth, sum[1] / worth};
                else
                    weight.at<double>(row, column) = 0;
            }
        return {};
    }

    /// A part that cannot be read says nothing of where it lies; the rest does.
    static Result<void> skippedIfUnreadable(const Error& error)
    {
        if (error.code == ErrorCode::TileUnreadable)
            return {};
        return tl::unexpected(error);
    }

    void apply(const Measured& measured, double unit)
    {
        const cv::Mat shift = smoothed(measured);
        const cv::Matx23d& m = m_fine.transform.affine.matrix();
        for (int row = 0; row < shift.rows; ++row)
            for (int column = 0; column < shift.cols; ++column) {
                const cv::Vec2d moved = shift.at<cv::Vec2d>(row, column) * unit;
                m_fine.transform.displacement.at<cv::Vec2d>(row, column) +=
                    cv::Vec2d(m(0, 0) * moved[0] + m(0, 1) * moved[1], m(1, 0) * moved[0] + m(1, 1) * moved[1]);
            }
        m_fine.weights = measured.weight;
    }

    const Slide& m_source;
    const Slide& m_target;
    double m_unit;
    FineAlignment m_fine;
    std::uint64_t m_done = 0;
};

}

Result<FineAlignment> refineAlignment(const Slide& source, const Slide& target, const SlideAlignment& affine, double unit,
                                      const JobControl& control)
{
    Refinement refinement(source, target, affine, unit);
    if (const auto ran = refinement.run(control); !ran)
        return tl::unexpected(ran.error());
    return refinement.take();
}

}
