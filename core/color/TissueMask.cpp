#include "color/TissueMask.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "color/ColorCounts.h"
#include "color/GlassColor.h"

namespace isostain {

namespace {

constexpr float kTissueDensity = 0.15f;
/// Smaller than a lymphocyte's nucleus.
constexpr double kSpeckMicrometers2 = 30;
/// Large things are judged on cells of about this size: coarse enough to be fast, fine enough for a thin fold.
constexpr double kCellMicrometers = 4;
/// Half the width of the thinnest pen stroke that is found, and the same where single cells have such a color, too.
constexpr double kStrokeMicrometers = 20;
constexpr double kCellLikeStrokeMicrometers = 30;
/// Pigment and nuclei under ink tear holes into it.
constexpr double kInkHoleMicrometers = 8;
constexpr double kInkRimMicrometers = 50;
constexpr double kFoldWindowMicrometers = 24;
constexpr double kFoldMicrometers2 = 2000;
constexpr double kMostFold = 0.1;
constexpr double kRareInk = 0.02;
/// At most this part of red's density in green makes a color ink.
constexpr float kInkGreenPerRed = 0.72f;
constexpr std::size_t kLeastCells = 64;
constexpr int kBlackLevel = 24;

/// How much denser than glass in each channel.
struct Densities {
    float red, green, blue;

    float sum() const { return red + green + blue; }
    float largest() const { return std::max({red, green, blue}); }
    float smallest() const { return std::min({red, green, blue}); }
};

Densities densitiesOf(const GlassDistance& distance, std::uint32_t color)
{
    return {distance.of(color | 0x00FFFFu), distance.of(color | 0xFF00FFu), distance.of(color | 0xFFFF00u)};
}

/// Ink transmits its own color and nothing else; over tissue, green suffers less than red. Hematoxylin takes green about as
/// strongly as red, and eosin takes green alone.
bool isBlueOrGreenInk(const Densities& d, float greenPerRed)
{
    return d.sum() > 0.9f && d.green < greenPerRed * d.red;
}

/// Red ink is as dark in blue as in green and far denser than eosin. Black ink and a large area of gray are no stain.
bool isOtherInk(const Densities& d)
{
    const bool red = d.sum() > 2.5f && d.red < 0.3f * d.green && d.blue > 0.74f * d.green && d.blue < 1.7f * d.green;
    const bool black = d.smallest() > 1.0f && d.largest() - d.smallest() < 0.3f * d.largest();
    const bool gray = d.sum() > kTissueDensity && d.largest() - d.smallest() < 0.04f * d.sum();
    return red || black || gray;
}

/// Where ink thins out over tissue or glass.
bool isPaleInk(const Densities& d)
{
    return d.sum() > kTissueDensity && (d.green < 0.9f * d.red || (d.red < 0.35f * d.green && d.blue > 0.74f * d.green));
}

bool isBlack(std::uint32_t color)
{
    return std::max({color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF}) <= kBlackLevel;
}

std::uint32_t glassOf(const BgrxImage& image)
{
    constexpr std::size_t kSamples = std::size_t(1) << 18;
    const std::size_t step = std::max<std::size_t>(1, image.pixels.total() / kSamples);
    std::vector<std::uint32_t> sample;
    std::size_t next = 0;
    const auto width = static_cast<std::size_t>(image.width());
    for (int y = 0; y < image.height(); ++y) {
        for (; next < width; next += step)
            sample.push_back(image.row(y)[next]);
        next -= width;
    }
    return glassColor(countColors(sample));
}

cv::Mat disk(double radius)
{
    const int size = 2 * static_cast<int>(std::lround(radius)) + 1;
    return cv::getStructuringElement(cv::MORPH_ELLIPSE, {size, size});
}

/// The connected parts of `candidates` that hold a pixel of `seeds`.
cv::Mat grown(const cv::Mat& candidates, const cv::Mat& seeds)
{
    cv::Mat labels;
    const int count = cv::connectedComponents(candidates, labels, 8, CV_32S);
    std::vector<uchar> kept(static_cast<std::size_t>(count), 0);
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x)
            if (seeds.at<uchar>(y, x))
                kept[static_cast<std::size_t>(labels.at<int>(y, x))] = 255;
    cv::Mat result(candidates.size(), CV_8U);
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x)
            result.at<uchar>(y, x) = candidates.at<uchar>(y, x) ? kept[static_cast<std::size_t>(labels.at<int>(y, x))] : 0;
    return result;
}

/// `mask` without connected parts of fewer pixels.
cv::Mat withoutSmall(const cv::Mat& mask, double leastPixels)
{
    cv::Mat labels, statistics, centers;
    const int count = cv::connectedComponentsWithStats(mask, labels, statistics, centers, 8, CV_32S);
    std::vector<uchar> kept(static_cast<std::size_t>(count), 0);
    for (int label = 1; label < count; ++label)
        kept[static_cast<std::size_t>(label)] = statistics.at<int>(label, cv::CC_STAT_AREA) >= leastPixels ? 255 : 0;
    cv::Mat result(mask.size(), CV_8U);
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            result.at<uchar>(y, x) = kept[static_cast<std::size_t>(labels.at<int>(y, x))];
    return result;
}

/// A density far above that of the tissue itself: as far above the median as hardly any of the rest is.
float farAbove(std::vector<float> values, float spreads)
{
    const auto at = [&](double part) {
        const auto position = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), position, values.end());
        return *position;
    };
    const float median = at(0.5);
    return std::max(median + spreads * (at(0.75) - median), 1.4f * median);
}

/// The image in cells of about 4 micrometers, and what is large enough to be judged there.
class CoarseGround {
public:
    CoarseGround(const BgrxImage& image, double mpp, const GlassDistance& distance)
    {
        const int factor = std::max(1, static_cast<int>(std::lround(kCellMicrometers / mpp)));
        m_mpp = mpp * factor;
        const cv::Size size((image.width() + factor - 1) / factor, (image.height() + factor - 1) / factor);
        cv::resize(image.pixels, m_colors, size, 0, 0, cv::INTER_AREA);
        m_densities.create(size, CV_32FC3);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                const Densities d = densitiesOf(distance, m_colors.at<std::uint32_t>(y, x));
                m_densities.at<cv::Vec3f>(y, x) = {d.red, d.green, d.blue};
            }
        m_ground = cv::Mat(size, CV_8U, cv::Scalar(static_cast<int>(Ground::Tissue)));
        markLarge(Ground::Outside, kStrokeMicrometers, [](const Densities&, std::uint32_t color) { return isBlack(color); });
        markLarge(Ground::Ink, kCellLikeStrokeMicrometers, [](const Densities& d, std::uint32_t color) {
            return isBlueOrGreenInk(d, kInkGreenPerRed) && !isBlack(color);
        });
        markLarge(Ground::Ink, kStrokeMicrometers,
                  [](const Densities& d, std::uint32_t color) { return isOtherInk(d) && !isBlack(color); });
        markFolds();
    }

    /// Tissue, Ink, Fold or Outside, in the size of the image.
    cv::Mat atSize(const cv::Size& size) const
    {
        cv::Mat result;
        cv::resize(m_ground, result, size, 0, 0, cv::INTER_NEAREST);
        return result;
    }

private:
    Densities at(int y, int x) const
    {
        const auto& d = m_densities.at<cv::Vec3f>(y, x);
        return {d[0], d[1], d[2]};
    }

    template <typename Predicate>
    cv::Mat where(const Predicate& predicate) const
    {
        cv::Mat mask(m_ground.size(), CV_8U);
        for (int y = 0; y < mask.rows; ++y)
            for (int x = 0; x < mask.cols; ++x)
                mask.at<uchar>(y, x) = predicate(at(y, x), m_colors.at<std::uint32_t>(y, x)) ? 255 : 0;
        return mask;
    }

    /// Marks what the predicate finds over at least `radius` micrometers in every direction, with its soft edge.
    template <typename Predicate>
    void markLarge(Ground kind, double radius, const Predicate& predicate)
    {
        cv::Mat candidates = where(predicate), seeds, reach;
        cv::morphologyEx(candidates, candidates, cv::MORPH_CLOSE, disk(kInkHoleMicrometers / m_mpp));
        cv::morphologyEx(candidates, seeds, cv::MORPH_OPEN, disk(radius / m_mpp));
        if (cv::countNonZero(seeds) == 0)
            return;
        cv::Mat found = grown(candidates, seeds);
        if (kind == Ground::Ink) {
            cv::dilate(found, reach, disk(kInkRimMicrometers / m_mpp));
            found |= reach & where([](const Densities& d, std::uint32_t) { return isPaleInk(d); });
        }
        cv::dilate(found, found, disk(1));
        m_ground.setTo(static_cast<int>(kind), found & (m_ground == static_cast<int>(Ground::Tissue)));
    }

    /// By density as a whole, for dark folds, and by eosin alone, for those that dense cells would hide.
    void markFolds()
    {
        const int window = 2 * static_cast<int>(kFoldWindowMicrometers / m_mpp / 2) + 1;
        cv::Mat mean;
        cv::blur(m_densities, mean, {window, window});
        const cv::Mat tissue = where([](const Densities& d, std::uint32_t) { return d.sum() >= kTissueDensity; }) &
                               (m_ground == static_cast<int>(Ground::Tissue));
        markDense(mean, tissue, 5.5f, [](const Densities& d) { return d.sum(); });
        markDense(mean, tissue, 3.5f, [](const Densities& d) { return std::max(d.green - d.red, 0.0f); });
    }

    template <typename Measure>
    void markDense(const cv::Mat& mean, const cv::Mat& tissue, float spreads, const Measure& measure)
    {
        cv::Mat values(mean.size(), CV_32F);
        std::vector<float> inTissue;
        for (int y = 0; y < mean.rows; ++y)
            for (int x = 0; x < mean.cols; ++x) {
                const auto& d = mean.at<cv::Vec3f>(y, x);
                values.at<float>(y, x) = measure(Densities{d[0], d[1], d[2]});
                if (tissue.at<uchar>(y, x))
                    inTissue.push_back(values.at<float>(y, x));
            }
        const std::size_t cells = inTissue.size();
        if (cells < kLeastCells)
            return;
        const float limit = std::max(farAbove(std::move(inTissue), spreads), kTissueDensity);
        const cv::Mat folds = withoutSmall((values > limit) & tissue, kFoldMicrometers2 / (m_mpp * m_mpp));
        if (cv::countNonZero(folds) <= kMostFold * static_cast<double>(cells))
            m_ground.setTo(static_cast<int>(Ground::Fold), folds);
    }

    double m_mpp = 0;
    cv::Mat m_colors;    ///< CV_8UC4, BGRX
    cv::Mat m_densities; ///< CV_32FC3: red, green, blue
    cv::Mat m_ground;    ///< CV_8U
};

/// Marks glass, pixel by pixel, and pixels of an ink that is too rare to be a stain of the specimen.
void markPixels(const BgrxImage& image, const GlassDistance& distance, cv::Mat& ground)
{
    constexpr auto kTissue = static_cast<uchar>(Ground::Tissue);
    std::size_t tissue = 0, inkLike = 0;
    cv::Mat inks(ground.size(), CV_8U, cv::Scalar(0));
    for (int y = 0; y < image.height(); ++y) {
        auto* const row = ground.ptr<uchar>(y);
        for (int x = 0; x < image.width(); ++x) {
            if (row[x] == static_cast<uchar>(Ground::Outside))
                continue;
            const Densities d = densitiesOf(distance, image.row(y)[x]);
            if (d.sum() < kTissueDensity)
                row[x] = static_cast<uchar>(Ground::Glass);
            if (row[x] != kTissue)
                continue;
            const bool ink = isBlueOrGreenInk(d, kInkGreenPerRed);
            inks.at<uchar>(y, x) = ink ? 255 : 0;
            ++tissue;
            inkLike += ink;
        }
    }
    if (static_cast<double>(inkLike) < kRareInk * static_cast<double>(tissue))
        ground.setTo(static_cast<int>(Ground::Ink), inks);
}

}

cv::Mat groundOf(const BgrxImage& image, double mpp, std::optional<std::uint32_t> glass)
{
    if (image.isEmpty())
        return {};
    const double pixel = std::isfinite(mpp) && mpp > 0.01 && mpp < 1000 ? mpp : 8.0;
    const GlassDistance distance(glass ? *glass : glassOf(image));
    cv::Mat ground = CoarseGround(image, pixel, distance).atSize(image.pixels.size());
    markPixels(image, distance, ground);
    const cv::Mat tissue = ground == static_cast<int>(Ground::Tissue);
    const double leastPixels = kSpeckMicrometers2 / (pixel * pixel);
    if (leastPixels > 1)
        ground.setTo(static_cast<int>(Ground::Glass), tissue & ~withoutSmall(tissue, leastPixels));
    return ground;
}

cv::Mat tissueMask(const BgrxImage& image, double mpp, std::optional<std::uint32_t> glass)
{
    const cv::Mat ground = groundOf(image, mpp, glass);
    if (ground.empty())
        return {};
    return ground == static_cast<int>(Ground::Tissue);
}

}
