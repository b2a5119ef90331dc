#include "normalize/ColorSample.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "base/Parallel.h"
#include "base/SplitMix.h"
#include "color/GlassColor.h"
#include "color/TissueMask.h"

namespace isostain {

namespace {

constexpr int kOverviewSide = 2048;
/// A virtual overview is averaged from a stored level: larger ones would take longer than the fit may.
constexpr double kMostOverviewPixels = 64e6;
constexpr std::size_t kMostTiles = 64;
/// Stain statistics are those of nuclei and cytoplasm, which coarser pixels mix.
constexpr double kCoarsestMpp = 0.75;
constexpr double kLikelyMpp = 0.5;
constexpr double kLeastTissueInTile = 0.1;
constexpr double kMostPixelsTakenWhole = 16e6;

/// The words of the pixels where the mask is set.
std::vector<std::uint32_t> maskedPixels(const BgrxImage& image, const cv::Mat& mask)
{
    std::vector<std::uint32_t> pixels;
    for (int y = 0; y < image.height(); ++y) {
        const std::uint32_t* row = image.row(y);
        const auto* set = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < image.width(); ++x)
            if (set[x])
                pixels.push_back(row[x]);
    }
    return pixels;
}

std::span<const std::uint32_t> wordsOf(const BgrxImage& image)
{
    return {image.row(0), image.pixels.total()};
}

double share(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// The sample of one picture, every pixel of it.
ColorSample sampleOf(const BgrxImage& image, double mpp)
{
    ColorSample sample;
    if (image.isEmpty())
        return sample;
    sample.all = countColors(wordsOf(image));
    sample.glass = glassColor(sample.all);
    const auto tissue = maskedPixels(image, tissueMask(image, mpp, sample.glass));
    sample.tissue = countColors(tissue);
    sample.tissueShare = share(tissue.size(), image.pixels.total());
    return sample;
}

/// A coarse picture of the whole slide and where it shows tissue.
struct Overview {
    ColorCounts colors;
    cv::Mat tissue;   ///< CV_8U
    std::uint32_t glass = 0xFFFFFF;
    PyramidLevel level;
};

/// The finest level that is small enough; nothing where even the coarsest costs too much to read.
std::optional<int> overviewLevel(const PyramidGeometry& geometry)
{
    for (int index = 0; index < geometry.levelCount(); ++index) {
        const PyramidLevel& level = geometry.level(index);
        const double readPixels = static_cast<double>(level.width) * static_cast<double>(level.height) * level.reduction * level.reduction;
        if (std::max(level.width, level.height) <= kOverviewSide && readPixels <= kMostOverviewPixels)
            return index;
    }
    return std::nullopt;
}

Result<std::optional<Overview>> readOverview(const Slide& slide, const JobControl& control)
{
    const auto index = overviewLevel(slide.geometry());
    if (!index)
        return std::nullopt;
    const PyramidLevel& level = slide.geometry().level(*index);
    auto image = readRegion(slide, *index, {0, 0, level.width, level.height}, control.stop);
    if (!image && image.error().code == ErrorCode::Cancelled)
        return tl::unexpected(image.error());
    if (!image)
        return std::nullopt;
    Overview overview;
    overview.level = level;
    overview.colors = countColors(wordsOf(*image));
    overview.glass = glassColor(overview.colors);
    overview.tissue = tissueMask(*image, likelyMpp(meanMpp(slide.info()), level.downsampleX), overview.glass);
    return overview;
}

/// The coarsest stored level whose pixels still tell nuclei from cytoplasm; level 0 where the pixel size is unknown.
int detailLevel(const Slide& slide)
{
    const auto mpp = meanMpp(slide.info());
    int found = 0;
    for (int index = 0; mpp && index < slide.geometry().levelCount(); ++index) {
        const PyramidLevel& level = slide.geometry().level(index);
        if (!level.isVirtual() && *mpp * level.downsampleX <= kCoarsestMpp)
            found = index;
    }
    return found;
}

/// Where a tile lies in the overview, at least one pixel of it.
cv::Rect rectInOverview(const cv::Rect2d& level0, const Overview& overview)
{
    const cv::Rect whole({0, 0}, overview.tissue.size());
    const int left = static_cast<int>(level0.x / overview.level.downsampleX);
    const int top = static_cast<int>(level0.y / overview.level.downsampleY);
    const int right = static_cast<int>(std::ceil((level0.x + level0.width) / overview.level.downsampleX));
    const int bottom = static_cast<int>(std::ceil((level0.y + level0.height) / overview.level.downsampleY));
    return cv::Rect(left, top, std::max(right - left, 1), std::max(bottom - top, 1)) & whole;
}

std::vector<TileKey> chooseTiles(const Slide& slide, int level, const std::optional<Overview>& overview, std::uint32_t seed)
{
    const PyramidGeometry& geometry = slide.geometry();
    std::vector<std::pair<std::uint64_t, TileKey>> candidates;
    for (int row = 0; row < geometry.rows(level); ++row)
        for (int column = 0; column < geometry.columns(level); ++column) {
            const TileKey key{level, column, row};
            const auto order = splitMix(splitMix(splitMix(seed) + static_cast<std::uint64_t>(row)) + static_cast<std::uint64_t>(column));
            if (overview) {
                const cv::Rect rect = rectInOverview(geometry.tileRectLevel0(key), *overview);
                if (rect.empty() || cv::countNonZero(overview->tissue(rect)) < kLeastTissueInTile * rect.area())
                    continue;
            }
            candidates.emplace_back(order, key);
        }
    const std::size_t count = std::min(kMostTiles, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count), candidates.end());
    std::vector<TileKey> tiles;
    for (std::size_t i = 0; i < count; ++i)
        tiles.push_back(candidates[i].second);
    return tiles;
}

/// The tile's own mask, less what the overview knows to be glass, pen or fold: a tile inside a fold cannot tell.
cv::Mat maskOf(const BgrxImage& tile, const TileKey& key, const Slide& slide, const std::optional<Overview>& overview)
{
    const double mpp = likelyMpp(meanMpp(slide.info()), slide.geometry().level(key.level).downsampleX);
    const cv::Mat mask = tissueMask(tile, mpp, overview ? std::optional(overview->glass) : std::nullopt);
    if (!overview)
        return mask;
    const cv::Rect rect = rectInOverview(slide.geometry().tileRectLevel0(key), *overview);
    cv::Mat known;
    cv::resize(overview->tissue(rect), known, mask.size(), 0, 0, cv::INTER_NEAREST);
    return mask & known;
}

struct TileSample {
    std::vector<std::uint32_t> tissue;
    std::vector<std::uint32_t> all;   ///< where there is no overview to tell
    bool isRead = false;
};

Result<std::vector<TileSample>> readTiles(const Slide& slide, const std::vector<TileKey>& tiles, const std::optional<Overview>& overview,
                                          const JobControl& control)
{
    std::vector<TileSample> samples(tiles.size());
    std::mutex mutex;
    std::uint64_t done = 0;
    const bool isDone = parallelFor(tiles.size(), [&](std::size_t i) {
        if (const auto tile = slide.read(tiles[i], control.stop)) {
            samples[i].tissue = maskedPixels(*tile, maskOf(*tile, tiles[i], slide, overview));
            if (!overview)
                samples[i].all.assign(wordsOf(*tile).begin(), wordsOf(*tile).end());
            samples[i].isRead = true;
        }
        const std::lock_guard lock(mutex);
        control.report(++done, tiles.size());
    }, control.threads, control.stop);
    if (!isDone)
        return fail(ErrorCode::Cancelled);
    return samples;
}

std::vector<std::uint32_t> joined(const std::vector<TileSample>& samples, std::vector<std::uint32_t> TileSample::*part)
{
    std::vector<std::uint32_t> pixels;
    for (const TileSample& sample : samples)
        pixels.insert(pixels.end(), (sample.*part).begin(), (sample.*part).end());
    return pixels;
}

}

std::optional<double> meanMpp(const SlideInfo& info)
{
    if (info.mppX && info.mppY)
        return (*info.mppX + *info.mppY) / 2;
    return info.mppX ? info.mppX : info.mppY;
}

double likelyMpp(std::optional<double> mpp, double downsample)
{
    return mpp.value_or(kLikelyMpp) * downsample;
}

ColorSample unsampled(const Slide& slide)
{
    ColorSample sample;
    sample.mpp = meanMpp(slide.info());
    sample.demo = slide.info().demo;
    return sample;
}

ColorSample sampleImage(const RgbImage& image, std::optional<double> mpp)
{
    ColorSample sample = sampleOf(toBgrx(image), likelyMpp(mpp, 1));
    sample.mpp = mpp;
    return sample;
}

Result<ColorSample> sampleSlide(const Slide& slide, std::uint32_t seed, const JobControl& control)
{
    const PyramidGeometry& geometry = slide.geometry();
    if (static_cast<double>(geometry.width()) * static_cast<double>(geometry.height()) <= kMostPixelsTakenWhole)
        return sampleRegion(slide, {0, 0, geometry.width(), geometry.height()}, control);
    const auto overview = readOverview(slide, control);
    if (!overview)
        return tl::unexpected(overview.error());
    const int level = detailLevel(slide);
    const std::vector<TileKey> tiles = chooseTiles(slide, level, *overview, seed);
    const auto samples = readTiles(slide, tiles, *overview, control);
    if (!samples)
        return tl::unexpected(samples.error());
    const bool hasRead = std::any_of(samples->begin(), samples->end(), [](const TileSample& each) { return each.isRead; });
    if (!hasRead && (!tiles.empty() || !*overview))
        return fail(ErrorCode::SlideUnreadable, slide.info().path.string());

    ColorSample sample = unsampled(slide);
    sample.tissue = countColors(joined(*samples, &TileSample::tissue));
    if (*overview) {
        sample.all = (*overview)->colors;
        sample.tissueShare = share(static_cast<std::size_t>(cv::countNonZero((*overview)->tissue)), (*overview)->tissue.total());
    } else {
        sample.all = countColors(joined(*samples, &TileSample::all));
        sample.tissueShare = share(pixelCount(sample.tissue), pixelCount(sample.all));
    }
    sample.glass = glassColor(sample.all);
    return sample;
}

Result<ColorSample> sampleRegion(const Slide& slide, const PixelRect& level0, const JobControl& control)
{
    const PyramidGeometry& geometry = slide.geometry();
    const PixelRect inside = intersection(level0, {0, 0, geometry.width(), geometry.height()});
    if (inside.isEmpty())
        return fail(ErrorCode::InvalidArgument, "The region", "it lies outside the slide");
    int index = 0;
    const auto pixelsAt = [&](const PyramidLevel& level) {
        return static_cast<double>(inside.width) / level.downsampleX * static_cast<double>(inside.height) / level.downsampleY;
    };
    while (index < geometry.coarsestLevel() && pixelsAt(geometry.level(index)) > kMostPixelsTakenWhole)
        ++index;
    const PyramidLevel& level = geometry.level(index);
    const auto scaledDown = [](std::int64_t value, double downsample) { return static_cast<std::int64_t>(static_cast<double>(value) / downsample); };
    const PixelRect rect{scaledDown(inside.x, level.downsampleX), scaledDown(inside.y, level.downsampleY),
                         std::max<std::int64_t>(scaledDown(inside.width, level.downsampleX), 1),
                         std::max<std::int64_t>(scaledDown(inside.height, level.downsampleY), 1)};
    const auto image = readRegion(slide, index, rect, control.stop);
    if (!image)
        return tl::unexpected(image.error());
    ColorSample sample = sampleOf(*image, likelyMpp(meanMpp(slide.info()), level.downsampleX));
    sample.mpp = meanMpp(slide.info());
    sample.demo = slide.info().demo;
    return sample;
}

ColorSample merged(const ColorSample& a, const ColorSample& b)
{
    if (a.all.empty())
        return b;
    ColorSample both;
    both.all = merged(a.all, b.all);
    both.tissue = merged(a.tissue, b.tissue);
    both.glass = glassColor(both.all);
    both.mpp = a.mpp ? a.mpp : b.mpp;
    both.demo = a.demo ? a.demo : b.demo;
    const auto countA = static_cast<double>(pixelCount(a.all));
    const auto countB = static_cast<double>(pixelCount(b.all));
    both.tissueShare = (a.tissueShare * countA + b.tissueShare * countB) / std::max(countA + countB, 1.0);
    return both;
}

}
