#include "normalize/FittedStatistics.h"

#include <algorithm>
#include <cmath>

namespace isostain {

namespace {

constexpr std::uint64_t kLeastTissuePixels = 100;
/// Largest minus smallest channel, 0..255: what JPEG noise makes of gray stays below.
constexpr double kLeastColor = 12;
/// Sum of the channels, 0..765: less is one color and noise.
constexpr double kLeastVariety = 9;
constexpr double kLeastStainAngle = 3;      ///< degrees
constexpr std::uint64_t kGlassShare = 10;   ///< one pixel of glass to so many of tissue
constexpr double kMostStainAngle = 35;      ///< degrees from the published vectors

template <typename Measure>
std::vector<WeightedValue> measured(const ColorCounts& pixels, Measure measure)
{
    std::vector<WeightedValue> values;
    values.reserve(pixels.size());
    for (const ColorCount& entry : pixels)
        values.push_back({static_cast<double>(measure(entry.color)), entry.count});
    return values;
}

/// The 95th percentile of the pixels' largest minus smallest channel.
double colorfulness(const ColorCounts& pixels)
{
    auto spreads = measured(pixels, [](std::uint32_t color) {
        const auto [low, high] = std::minmax({color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF});
        return high - low;
    });
    return percentile(spreads, 95);
}

/// How far the pixels' sums of channels reach, from the 5th to the 95th percentile.
double variety(const ColorCounts& pixels)
{
    auto sums = measured(pixels, [](std::uint32_t color) { return (color >> 16 & 0xFF) + (color >> 8 & 0xFF) + (color & 0xFF); });
    return percentile(sums, 95) - percentile(sums, 5);
}

/// The stains of the pixels; nothing where they cannot be told apart.
std::optional<StainMatrix> stainsOf(NormalizationMethod method, const MethodOptions& options, const ColorCounts& tissue)
{
    std::optional<StainMatrix> stains;
    switch (method) {
    case NormalizationMethod::Ruifrok:
        return options.stainVectors.value_or(ruifrokStainMatrix());
    case NormalizationMethod::Vahadane:
        stains = vahadaneStainMatrix(tissue);
        break;
    default:
        stains = macenkoStainMatrix(tissue);
    }
    return stains && degreesBetween((*stains)[0], (*stains)[1]) >= kLeastStainAngle ? stains : std::nullopt;
}

bool isLikely(const StainMatrix& stains)
{
    const StainMatrix published = publishedHematoxylinEosinReference().stains;
    return degreesBetween(stains[0], published[0]) <= kMostStainAngle && degreesBetween(stains[1], published[1]) <= kMostStainAngle;
}

Fit fitStains(NormalizationMethod method, const MethodOptions& options, const ColorSample& sample)
{
    const bool isPublished = options.mask == FitMask::Published;
    const ColorCounts tissue = isPublished ? publishedTissue(sample.all) : sample.tissue;
    Fit fit;
    StainStatistics statistics;
    if (const auto stains = stainsOf(method, options, tissue)) {
        statistics.stains = *stains;
        if (!options.stainVectors && !isLikely(*stains))
            fit.warnings.push_back(FitWarning::UnlikelyStains);
    } else {
        statistics.stains = publishedHematoxylinEosinReference().stains;
        fit.warnings.push_back(FitWarning::OneStain);
    }
    statistics.maximum = maximumAmounts(isPublished ? sample.all : tissue, statistics.stains);
    fit.statistics = statistics;
    return fit;
}

/// Tissue with a little of the slide's glass: the fit subtracts the glass and has to see it.
ColorCounts withGlass(const ColorSample& sample)
{
    return merged(sample.tissue, {{sample.glass, pixelCount(sample.tissue) / kGlassShare + 1}});
}

Fit fitKhan(const MethodOptions& options, const ColorSample& sample)
{
    const auto statistics = khanStatistics(options.mask == FitMask::Published ? sample.all : withGlass(sample));
    if (!statistics)
        return {std::nullopt, {FitWarning::NoStains}};
    Fit fit{*statistics, {}};
    if (!isLikely(statistics->stains))
        fit.warnings.push_back(FitWarning::UnlikelyStains);
    return fit;
}

}

std::optional<FitWarning> obstacleTo(const ColorSample& sample)
{
    if (pixelCount(sample.tissue) < kLeastTissuePixels || variety(sample.tissue) < kLeastVariety)
        return FitWarning::NoTissue;
    if (colorfulness(sample.tissue) < kLeastColor)
        return FitWarning::NoColor;
    return std::nullopt;
}

Fit fitStatistics(NormalizationMethod method, const MethodOptions& options, const ColorSample& sample)
{
    if (const auto obstacle = obstacleTo(sample))
        return {std::nullopt, {*obstacle}};
    if (method == NormalizationMethod::Reinhard)
        return {labStatistics(options.mask == FitMask::Published ? sample.all : sample.tissue), {}};
    return method == NormalizationMethod::Khan ? fitKhan(options, sample) : fitStains(method, options, sample);
}

}
