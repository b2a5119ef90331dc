#include "normalize/SlideStatistics.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "base/Sha256.h"
#include "normalize/NetworkCanvas.h"

namespace isostain {

namespace {

/// Of one size of pixels computed on two machines.
constexpr double kRounding = 1e-6;

bool isSame(std::optional<double> a, std::optional<double> b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) <= kRounding * *b);
}

}

Result<std::string> slideSha256(const Slide& slide)
{
    auto file = quickSha256OfFile(slide.info().path);
    if (!file)
        return file;
    const PyramidGeometry& geometry = slide.geometry();
    const std::string text = std::to_string(geometry.width()) + "x" + std::to_string(geometry.height()) + " " + *file;
    return sha256Hex(std::as_bytes(std::span(text)));
}

void keep(std::vector<SlideStatistics>& list, SlideStatistics statistics)
{
    const auto isOfSame = [&](const SlideStatistics& each) {
        return each.slideSha256 == statistics.slideSha256;
    };
    const auto found = std::find_if(list.begin(), list.end(), isOfSame);
    if (found != list.end())
        *found = std::move(statistics);
    else
        list.push_back(std::move(statistics));
}

std::optional<FrozenStatistics> statisticsFor(const std::vector<SlideStatistics>& list, const Slide& slide,
                                              const NetworkShape& shape, std::optional<double> trainingMpp)
{
    if (list.empty())
        return std::nullopt;
    const auto sha256 = slideSha256(slide);
    if (!sha256)
        return std::nullopt;
    const NetworkCanvas canvas = networkCanvas(slide.geometry(), slide.info(), trainingMpp);
    const auto mpp = canvasMpp(canvas, slide.info());
    const auto found = std::find_if(list.begin(), list.end(), [&](const SlideStatistics& each) {
        return each.slideSha256 == *sha256 && each.statistics.level == canvas.level && isSame(each.statistics.mpp, mpp) &&
               fits(each.statistics, shape);
    });
    return found == list.end() ? std::nullopt : std::optional(found->statistics);
}

}
