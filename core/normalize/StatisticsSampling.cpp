#include "normalize/StatisticsSampling.h"

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

#include <opencv2/core.hpp>

#include "color/TissueMask.h"
#include "normalize/ColorSample.h"
#include "normalize/NetworkCanvas.h"
#include "normalize/NetworkTiles.h"

namespace isostain {

namespace {

/// The size of StainGAN's training images: statistics of larger ones come close, of much smaller ones do not.
constexpr std::int64_t kPatchSize = 256;
constexpr std::size_t kMostPatches = 16;
/// Tissue is looked for in the finest level of no more pixels than this.
constexpr std::int64_t kMostOverviewPixels = std::int64_t(1) << 22;

/// Whole patches side by side; along an axis shorter than a patch one of what there is.
std::vector<PixelRect> patchesOf(const PixelGrid& grid)
{
    const std::int64_t width = std::min(kPatchSize, grid.width), height = std::min(kPatchSize, grid.height);
    std::vector<PixelRect> patches;
    for (std::int64_t y = 0; y + height <= grid.height; y += kPatchSize)
        for (std::int64_t x = 0; x + width <= grid.width; x += kPatchSize)
            patches.push_back({x, y, width, height});
    return patches;
}

NetworkCanvas overviewOf(const PyramidGeometry& geometry)
{
    int level = geometry.coarsestLevel();
    while (level > 0 && geometry.level(level - 1).width * geometry.level(level - 1).height <= kMostOverviewPixels)
        --level;
    return {level, gridOf(geometry.level(level)), PixelSizeMatch::Matched};
}

/// How much tissue each patch shows, without pen marks and folds, as far as the overview tells.
Result<std::vector<double>> tissueShares(const Slide& slide, const PixelGrid& canvas, const std::vector<PixelRect>& patches,
                                         const std::stop_token& stop)
{
    const NetworkCanvas overview = overviewOf(slide.geometry());
    auto pixels = readCanvas(slide, overview, overview.grid.rect(), stop);
    if (!pixels)
        return tl::unexpected(pixels.error());
    cv::Mat tissue = tissueMask(toBgrx(pixels->image), likelyMpp(meanMpp(slide.info()), overview.grid.downsampleX));
    for (const PixelRect& part : pixels->unreadable)
        tissue(placeIn(part, overview.grid.rect())).setTo(0);
    std::vector<double> shares;
    for (const PixelRect& patch : patches) {
        const cv::Mat part = tissue(placeIn(neededFor(overview.grid, canvas, patch), overview.grid.rect()));
        shares.push_back(static_cast<double>(cv::countNonZero(part)) / static_cast<double>(part.total()));
    }
    return shares;
}

/// The patches to sample, in a random order that follows from the seed: those that are mostly tissue, else those that hold
/// some, else all.
std::vector<PixelRect> drawn(const std::vector<PixelRect>& patches, const std::vector<double>& shares, std::uint64_t seed)
{
    std::vector<PixelRect> chosen;
    for (const double least : {0.5, 0.05, 0.0}) {
        for (std::size_t i = 0; i < patches.size(); ++i)
            if (shares[i] >= least)
                chosen.push_back(patches[i]);
        if (!chosen.empty())
            break;
    }
    std::mt19937_64 random(seed);
    for (std::size_t i = chosen.size(); i > 1; --i)
        std::swap(chosen[i - 1], chosen[random() % i]);
    return chosen;
}

/// Patches without holes, filled up to what the network takes.
Result<std::vector<RgbImage>> readPatches(const Slide& slide, const NetworkCanvas& canvas, const NetworkShape& shape,
                                          const std::vector<PixelRect>& order, const JobControl& control)
{
    std::vector<RgbImage> patches;
    const std::size_t wanted = std::min(order.size(), kMostPatches);
    for (const PixelRect& rect : order) {
        if (patches.size() == wanted)
            break;
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled);
        auto pixels = readCanvas(slide, canvas, rect, control.stop);
        if (!pixels)
            return tl::unexpected(pixels.error());
        if (!pixels->unreadable.empty())
            continue;
        const NetworkTile whole = networkTile(shape, rect.width, rect.height, {0, 0, rect.width, rect.height});
        patches.push_back(
            reflectedTo(pixels->image, static_cast<int>(whole.input.width), static_cast<int>(whole.input.height)));
        control.report(patches.size(), wanted + shape.normChannels.size());
    }
    if (patches.empty())
        return fail(ErrorCode::TileUnreadable, slide.info().path.filename().string(), "no part of it could be sampled");
    return patches;
}

}

Result<FrozenStatistics> freezeStatistics(const Slide& slide, const SpatialNetwork& network, std::optional<double> trainingMpp,
                                          std::uint64_t seed, const JobControl& control)
{
    const NetworkCanvas canvas = networkCanvas(slide.geometry(), slide.info(), trainingMpp);
    FrozenStatistics statistics;
    if (network.shape().hasNorms()) {
        const std::vector<PixelRect> patches = patchesOf(canvas.grid);
        const auto shares = tissueShares(slide, canvas.grid, patches, control.stop);
        if (!shares)
            return tl::unexpected(shares.error());
        const auto samples = readPatches(slide, canvas, network.shape(), drawn(patches, *shares, seed), control);
        if (!samples)
            return tl::unexpected(samples.error());
        JobControl freezing = control;
        freezing.onProgress = [&](const Progress& progress) {
            control.report(samples->size() + progress.done, samples->size() + progress.total);
        };
        auto frozen = network.freeze(*samples, freezing);
        if (!frozen)
            return frozen;
        statistics = *std::move(frozen);
    }
    statistics.level = canvas.level;
    statistics.mpp = canvasMpp(canvas, slide.info());
    statistics.seed = seed;
    return statistics;
}

}
