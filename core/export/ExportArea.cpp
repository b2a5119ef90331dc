#include "export/ExportArea.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <opencv2/imgproc.hpp>

#include "color/TissueMask.h"
#include "export/NumberText.h"
#include "normalize/ColorSample.h"

namespace isostain {

namespace {

constexpr int kMostHalvings = 16;

PixelRect wholeOf(const Slide& slide)
{
    return {0, 0, slide.geometry().width(), slide.geometry().height()};
}

/// A level coarse enough to tell tissue on and small enough to be read at once.
int overviewLevel(const Slide& slide, const std::optional<double>& mpp)
{
    constexpr double kTissueMpp = 8;
    constexpr double kMostPixels = 16e6;
    constexpr double kDownsampleWhereUnknown = 16;
    const PyramidGeometry& geometry = slide.geometry();
    for (int i = 0; i < geometry.levelCount(); ++i) {
        const PyramidLevel& level = geometry.level(i);
        const bool isCoarse = mpp ? *mpp * level.downsampleX >= kTissueMpp : level.downsampleX >= kDownsampleWhereUnknown;
        if (isCoarse && static_cast<double>(level.width) * static_cast<double>(level.height) <= kMostPixels)
            return i;
    }
    return geometry.coarsestLevel();
}

/// [begin, end) of an overview in level-0 pixels, widened to whole tiles.
void widen(double begin, double end, int tileSize, std::int64_t& first, std::int64_t& size)
{
    first = static_cast<std::int64_t>(std::floor(begin / tileSize)) * tileSize;
    size = static_cast<std::int64_t>(std::ceil(end / tileSize)) * tileSize - first;
}

Result<PixelRect> tissueRect(const Slide& slide, int tileSize, const std::stop_token& stop)
{
    const auto mpp = meanMpp(slide.info());
    const int index = overviewLevel(slide, mpp);
    const PyramidLevel& level = slide.geometry().level(index);
    const auto overview = readRegion(slide, index, {0, 0, level.width, level.height}, stop);
    if (!overview)
        return tl::unexpected(overview.error());
    const cv::Rect tissue = cv::boundingRect(tissueMask(*overview, mpp.value_or(0) * level.downsampleX));
    if (tissue.empty())
        return fail(ErrorCode::InvalidArgument, slide.info().path.string(), "no tissue was found on this slide");
    PixelRect rect;
    widen(tissue.x * level.downsampleX, tissue.br().x * level.downsampleX, tileSize, rect.x, rect.width);
    widen(tissue.y * level.downsampleY, tissue.br().y * level.downsampleY, tileSize, rect.y, rect.height);
    return intersection(rect, wholeOf(slide));
}

/// The halvings that bring 1 to `ratio`; `what` is asked of a slide that has `has`.
Result<int> halvingsFor(double ratio, const SlideInfo& slide, const std::string& what, const std::string& has)
{
    constexpr double kTolerance = 0.02;
    const double halvings = std::isfinite(ratio) && ratio > 0 ? std::round(std::log2(ratio)) : -1;
    if (halvings < 0 || halvings > kMostHalvings || std::abs(ratio / std::exp2(halvings) - 1) > kTolerance)
        return fail(ErrorCode::InvalidArgument, slide.path.string(),
                    what + " cannot be reached from the slide's " + has + " by halving it once, twice, ...");
    return static_cast<int>(halvings);
}

}

Result<PixelRect> exportRect(const Slide& slide, const ExportArea& area, int tileSize, const std::stop_token& stop)
{
    switch (area.kind) {
    case ExportArea::Kind::Whole:
        break;
    case ExportArea::Kind::Tissue:
        return tissueRect(slide, tileSize, stop);
    case ExportArea::Kind::Region: {
        const PixelRect region = intersection(area.region, wholeOf(slide));
        if (region.isEmpty())
            return fail(ErrorCode::InvalidArgument, slide.info().path.string(), "the region lies outside the slide");
        return region;
    }
    }
    return wholeOf(slide);
}

Result<int> halvingsFor(const SlideInfo& slide, const ExportScale& scale)
{
    if (scale.power) {
        if (!slide.objectivePower)
            return fail(ErrorCode::InvalidArgument, slide.path.string(), "the slide does not state its magnification");
        return halvingsFor(*slide.objectivePower / *scale.power, slide, numberText(*scale.power) + "x",
                           numberText(*slide.objectivePower) + "x");
    }
    if (scale.mpp) {
        const auto mpp = meanMpp(slide);
        if (!mpp)
            return fail(ErrorCode::InvalidArgument, slide.path.string(), "the slide does not state its pixel size");
        return halvingsFor(*scale.mpp / *mpp, slide, numberText(*scale.mpp) + " µm/px", numberText(*mpp) + " µm/px");
    }
    if (scale.halvings < 0 || scale.halvings > kMostHalvings)
        return fail(ErrorCode::InvalidArgument, slide.path.string(), std::to_string(scale.halvings) + " halvings");
    return scale.halvings;
}

}
