#pragma once

#include <array>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "demo/Tissue.h"
#include "registration/ScanTransform.h"
#include "registration/StainGray.h"
#include "support/ImageSlide.h"

namespace isostain::test {

/// How a source scan lies to its target. Tissue pixels are those of the generator.
struct Misalignment {
    Stain stain = Stain::HematoxylinEosin;
    std::uint32_t seed = 1;
    double sourceUnit = 1; ///< tissue pixels per source pixel
    double targetUnit = 1;
    double degrees = 0;
    cv::Point2d shift = {};      ///< tissue pixels
    double warp = 0;             ///< tissue pixels
    double wavelength = 400;     ///< tissue pixels
    bool isMirrored = false;
    bool knowsPixelSizes = true;
};

/// One generated specimen as two scanners see it, misaligned by a transform that is known.
class MisalignedScans {
public:
    static constexpr float kTissueDensity = 0.2f;
    static constexpr int kWidth = 900, kHeight = 720;

    explicit MisalignedScans(const Misalignment& how) : m_how(how)
    {
        demo::TissueOptions options;
        options.stain = how.stain;
        options.seed = how.seed;
        const demo::TissueGenerator tissue(options);
        const std::array<BgrxImage, 2> scans = tissue.renderBoth({2100, 1500, kWidth, kHeight});
        m_source = resampled(scans[0], how.sourceUnit, [this](const cv::Point2d& at) { return tissueOfSource(at); });
        m_target = resampled(scans[1], how.targetUnit, [this](const cv::Point2d& at) { return tissueOfTarget(at); });
    }

    ImageSlide source() const { return ImageSlide(m_source, mppOf(m_how.sourceUnit)); }
    ImageSlide target() const { return ImageSlide(m_target, mppOf(m_how.targetUnit)); }
    const RgbImage& sourceImage() const { return m_source; }
    const RgbImage& targetImage() const { return m_target; }

    /// How far a transform is from the truth at a spot of the target: pixels of the target.
    double residual(const ScanTransform& transform, const cv::Point2d& target) const
    {
        const cv::Point2d off = tissueOfSource(transform.map(target)) - tissueOfTarget(target);
        return std::hypot(off.x, off.y) / m_how.targetUnit;
    }

    /// Sorted, at every spot with tissue that both scans show: nothing tells where empty glass lies.
    std::vector<double> residuals(const ScanTransform& transform) const
    {
        std::vector<double> all;
        cv::Mat density;
        cv::GaussianBlur(densityOf(toBgrx(m_target)), density, cv::Size(), 3);
        for (int y = 8; y < m_target.height(); y += 16)
            for (int x = 8; x < m_target.width(); x += 16) {
                const cv::Point2d at = transform.map(cv::Point2d(x, y));
                if (density.at<float>(y, x) > kTissueDensity && at.x >= 0 && at.y >= 0 && at.x < m_source.width() && at.y < m_source.height())
                    all.push_back(residual(transform, cv::Point2d(x, y)));
            }
        std::sort(all.begin(), all.end());
        return all;
    }

private:
    cv::Point2d tissueOfTarget(const cv::Point2d& at) const { return at * m_how.targetUnit; }

    cv::Point2d tissueOfSource(const cv::Point2d& at) const
    {
        const double angle = m_how.degrees * std::numbers::pi / 180, turn = 2 * std::numbers::pi / m_how.wavelength;
        cv::Point2d from = at * m_how.sourceUnit - center();
        if (m_how.isMirrored)
            from.x = -from.x;
        const cv::Point2d turned(std::cos(angle) * from.x - std::sin(angle) * from.y, std::sin(angle) * from.x + std::cos(angle) * from.y);
        return center() + turned + m_how.shift + m_how.warp * cv::Point2d(std::sin(turn * from.y), std::cos(turn * from.x + 1));
    }

    static cv::Point2d center() { return {kWidth / 2.0, kHeight / 2.0}; }
    std::optional<double> mppOf(double unit) const
    {
        return m_how.knowsPixelSizes ? std::optional(unit * demo::kDemoMpp) : std::nullopt;
    }

    template <typename Map>
    static RgbImage resampled(const BgrxImage& tissue, double unit, const Map& map)
    {
        cv::Mat pixels = tissue.pixels;
        if (unit > 1)
            cv::GaussianBlur(tissue.pixels, pixels, cv::Size(), 0.45 * unit);
        cv::Mat places(static_cast<int>(kHeight / unit), static_cast<int>(kWidth / unit), CV_32FC2);
        for (int y = 0; y < places.rows; ++y)
            for (int x = 0; x < places.cols; ++x) {
                const cv::Point2d at = map(cv::Point2d(x + 0.5, y + 0.5)) - cv::Point2d(0.5, 0.5);
                places.at<cv::Vec2f>(y, x) = {static_cast<float>(at.x), static_cast<float>(at.y)};
            }
        BgrxImage image;
        cv::remap(pixels, image.pixels, places, cv::noArray(), cv::INTER_LANCZOS4, cv::BORDER_CONSTANT, cv::Scalar(255, 255, 255, 255));
        return toRgb(image);
    }

    Misalignment m_how;
    RgbImage m_source;
    RgbImage m_target;
};

}
