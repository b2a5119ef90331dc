#include "color/Khan.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "color/KhanClassifier.h"

namespace isostain {

namespace {

/// Summed density above glass from which on a color is taken for more than glass.
constexpr double kNotGlass = 0.1;
/// A color speaks of the two stains when they bring this share of it.
constexpr double kMostlyStained = 0.7;
/// Least share of an image's absorbed light in such colors, and in those that one stain dominates.
constexpr double kLeastStained = 0.2;
constexpr double kLeastDominated = 0.002;
constexpr int kReweightings = 4;
/// Distance of a color's hue from its mixture that halves its weight.
constexpr double kHueSpread = 0.05;
/// Squared sine of the smallest angle between two stains that can be told apart (3 degrees).
constexpr double kLeastSquaredSine = 0.0027;

/// A color of the image that is more than glass.
struct StainedColor {
    OpticalDensity above{}; ///< density above glass
    double absorbed = 0;    ///< its sum over the channels
    double count = 0;       ///< pixels
    /// Of hematoxylin and eosin in what it absorbs.
    std::array<double, 2> share{};

    double light() const { return absorbed * count; }
    double stained() const { return share[0] + share[1]; }
};

OpticalDensity aboveGlass(const OpticalDensity& density, const OpticalDensity& glass)
{
    return {std::max(density[0] - glass[0], 0.0), std::max(density[1] - glass[1], 0.0), std::max(density[2] - glass[2], 0.0)};
}

std::vector<StainedColor> stainedColors(const std::vector<ColorCell>& cells, const StainColorDescriptor& descriptor)
{
    const StainClassifier classifier;
    std::vector<StainedColor> result;
    result.reserve(cells.size());
    for (const ColorCell& cell : cells) {
        StainedColor color{aboveGlass(cell.density, descriptor.glass), 0, static_cast<double>(cell.count), {}};
        color.absorbed = color.above[0] + color.above[1] + color.above[2];
        if (color.absorbed < kNotGlass)
            continue;
        const StainClassifier::Shares shares = classifier.classify(cell.density, descriptor);
        color.share = {shares[static_cast<std::size_t>(StainClass::Hematoxylin)],
                       shares[static_cast<std::size_t>(StainClass::Eosin)]};
        result.push_back(color);
    }
    return result;
}

bool showsBothStains(const std::vector<StainedColor>& colors)
{
    double all = 0;
    double stained = 0;
    std::array<double, 2> dominated{};
    for (const StainedColor& color : colors) {
        all += color.light();
        if (color.stained() >= kMostlyStained)
            stained += color.light();
        for (std::size_t stain = 0; stain < 2; ++stain)
            if (color.share[stain] > 0.5)
                dominated[stain] += color.light();
    }
    return all > 0 && stained >= kLeastStained * all && std::min(dominated[0], dominated[1]) >= kLeastDominated * all;
}

/// The two hues (densities of sum 1) whose mixtures by share come closest to the colors' hues; nothing where the shares are
/// all alike.
std::optional<StainMatrix> mixtureFit(const std::vector<StainedColor>& colors, const std::vector<double>& trust)
{
    std::array<std::array<double, 2>, 2> normal{};
    std::array<OpticalDensity, 2> right{};
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const StainedColor& color = colors[i];
        if (color.stained() < kMostlyStained)
            continue;
        for (std::size_t stain = 0; stain < 2; ++stain) {
            const double weight = color.light() * trust[i] * color.share[stain] / color.stained();
            for (std::size_t other = 0; other < 2; ++other)
                normal[stain][other] += weight * color.share[other] / color.stained();
            for (std::size_t channel = 0; channel < 3; ++channel)
                right[stain][channel] += weight * color.above[channel] / color.absorbed;
        }
    }
    const double determinant = normal[0][0] * normal[1][1] - normal[0][1] * normal[1][0];
    if (!(determinant > 1e-6 * normal[0][0] * normal[1][1]))
        return std::nullopt;
    StainMatrix hues{};
    for (std::size_t stain = 0; stain < 2; ++stain)
        for (std::size_t channel = 0; channel < 3; ++channel)
            hues[stain][channel] = std::max(0.0, (normal[1 - stain][1 - stain] * right[stain][channel] -
                                                  normal[stain][1 - stain] * right[1 - stain][channel]) /
                                                     determinant);
    return hues;
}

/// Cauchy weights: colors that no mixture explains hardly count.
double trustIn(const StainedColor& color, const StainMatrix& hues)
{
    double squared = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const double mixed = (color.share[0] * hues[0][channel] + color.share[1] * hues[1][channel]) / color.stained();
        squared += std::pow(color.above[channel] / color.absorbed - mixed, 2);
    }
    return 1 / (1 + squared / (kHueSpread * kHueSpread));
}

std::optional<StainMatrix> stainMatrix(const std::vector<StainedColor>& colors)
{
    std::vector<double> trust(colors.size(), 1.0);
    StainMatrix stains{};
    for (int round = 0; round < kReweightings; ++round) {
        const auto hues = mixtureFit(colors, trust);
        if (!hues)
            return std::nullopt;
        stains = *hues;
        for (std::size_t i = 0; i < colors.size(); ++i)
            if (colors[i].stained() >= kMostlyStained)
                trust[i] = trustIn(colors[i], stains);
    }
    for (OpticalDensity& stain : stains) {
        const double length = std::hypot(stain[0], stain[1], stain[2]);
        if (!(length > 1e-6))
            return std::nullopt;
        for (double& value : stain)
            value /= length;
    }
    const double cosine = stains[0][0] * stains[1][0] + stains[0][1] * stains[1][1] + stains[0][2] * stains[1][2];
    if (stains[0][0] <= stains[1][0] || 1 - cosine * cosine < kLeastSquaredSine)
        return std::nullopt;
    return stains;
}

void measureAmounts(const std::vector<StainedColor>& colors, KhanStatistics& statistics)
{
    const StainSolver solver(statistics.stains);
    std::array<std::vector<WeightedValue>, 2> amounts;
    StainAmounts total{};
    for (const StainedColor& color : colors) {
        const StainAmounts amount = solver.solve(color.above);
        for (std::size_t stain = 0; stain < 2; ++stain) {
            const double weight = color.count * color.share[stain];
            amounts[stain].push_back({amount[stain], static_cast<std::uint64_t>(weight * 1000)});
            statistics.mean[stain] += weight * amount[stain];
            total[stain] += weight;
        }
    }
    for (std::size_t stain = 0; stain < 2; ++stain) {
        statistics.mean[stain] /= total[stain];
        statistics.maximum[stain] = percentile(amounts[stain], 99);
    }
}

MonotoneSpline curve(const KhanStatistics& source, const KhanStatistics& target, std::size_t stain)
{
    if (!(source.maximum[stain] > 0))
        return MonotoneSpline({});
    const MonotoneSpline::Knot knots[] = {
        {0, 0}, {source.mean[stain], target.mean[stain]}, {source.maximum[stain], target.maximum[stain]}};
    return MonotoneSpline(knots);
}

/// 0 for what is not a number.
std::uint32_t truncated(double value)
{
    return value > 0 ? static_cast<std::uint32_t>(std::min(value, 255.0)) : 0;
}

}

std::optional<KhanStatistics> khanStatistics(const ColorCounts& tissue)
{
    const std::vector<ColorCell> cells = colorCells(tissue);
    const StainColorDescriptor descriptor = stainColorDescriptor(cells);
    const std::vector<StainedColor> colors = stainedColors(cells, descriptor);
    if (!showsBothStains(colors))
        return std::nullopt;
    const auto stains = stainMatrix(colors);
    if (!stains)
        return std::nullopt;
    KhanStatistics statistics{*stains, descriptor.glass, {}, {}};
    measureAmounts(colors, statistics);
    return statistics;
}

KhanMap::KhanMap(const KhanStatistics& source, const KhanStatistics& target)
    : m_solver(source.stains),
      m_sourceGlass(source.glass),
      m_curves{curve(source, target, 0), curve(source, target, 1)},
      m_target(target.stains),
      m_targetGlass(target.glass)
{
}

void KhanMap::map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const
{
    for (std::size_t i = 0; i < count; ++i) {
        const StainAmounts amounts = m_solver.solve(aboveGlass(opticalDensityOf(source[i]), m_sourceGlass));
        const double hematoxylin = m_curves[0](amounts[0]);
        const double eosin = m_curves[1](amounts[1]);
        std::uint32_t color = 0;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const double density = hematoxylin * m_target[0][channel] + eosin * m_target[1][channel] + m_targetGlass[channel];
            color = color << 8 | truncated(255 * std::exp(-density));
        }
        target[i] = color;
    }
}

}
