#include "color/KhanClassifier.h"

#include <algorithm>
#include <cmath>

namespace isostain {

namespace {

/// Zeros, thus a classifier that knows nothing, while the file is empty: what the training program starts from.
constexpr std::array<float, StainClassifier::weightCount()> kTrainedWeights = {
#include "color/KhanClassifierWeights.inc"
};

constexpr double kMostGlassDensity = 0.25;
constexpr double kUsualGlassDensity = 0.035;
/// When the palest pixels absorb this much more in green and blue than in red, they are tissue: no glass is shown.
constexpr double kMostGlassHue = 0.09;
/// Glass is nearly neutral: this much darker than red may the other channels be.
constexpr double kMostGlassTint = 0.03;
/// Colors that absorb less say nothing about hue.
constexpr double kLeastStrength = 0.1;

/// A density above glass as hue and strength.
struct Hue {
    double red = 0;
    double blue = 0;
    double absorbed = 0;
};

Hue hueOf(const OpticalDensity& density, const OpticalDensity& glass)
{
    OpticalDensity above{};
    for (std::size_t channel = 0; channel < 3; ++channel)
        above[channel] = std::max(density[channel] - glass[channel], 0.0);
    const double absorbed = above[0] + above[1] + above[2];
    // The constant pulls the hue of almost nothing, which is noise, towards a fixed value.
    return {above[0] / (absorbed + 0.03), above[2] / (absorbed + 0.03), absorbed};
}

double logStrength(double absorbed)
{
    return std::log(absorbed + 0.05);
}

OpticalDensity glassDensity(const std::vector<ColorCell>& cells)
{
    std::array<std::vector<WeightedValue>, 3> channels;
    std::vector<WeightedValue> sums;
    for (const ColorCell& cell : cells) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            channels[channel].push_back({cell.density[channel], cell.count});
        sums.push_back({cell.density[0] + cell.density[1] + cell.density[2], cell.count});
    }
    OpticalDensity glass{};
    for (std::size_t channel = 0; channel < 3; ++channel)
        glass[channel] = std::min(percentile(channels[channel], 1), kMostGlassDensity);
    if (percentile(sums, 1) > 3 * glass[0] + kMostGlassHue) {
        glass.fill(std::min(glass[0], kUsualGlassDensity));
        return glass;
    }
    for (std::size_t channel = 1; channel < 3; ++channel)
        glass[channel] = std::min(glass[channel], glass[0] + kMostGlassTint);
    return glass;
}

}

std::vector<ColorCell> colorCells(const ColorCounts& colors)
{
    struct Leaf {
        OpticalDensity sum{};
        std::uint64_t count = 0;
    };
    std::vector<Leaf> leaves(std::size_t(1) << 18);
    for (const ColorCount& entry : colors) {
        Leaf& leaf = leaves[(entry.color >> 18 & 0x3F) << 12 | (entry.color >> 10 & 0x3F) << 6 | (entry.color >> 2 & 0x3F)];
        const OpticalDensity density = opticalDensityOf(entry.color);
        for (std::size_t channel = 0; channel < 3; ++channel)
            leaf.sum[channel] += density[channel] * static_cast<double>(entry.count);
        leaf.count += entry.count;
    }
    std::vector<ColorCell> cells;
    for (const Leaf& leaf : leaves) {
        if (leaf.count == 0)
            continue;
        const auto count = static_cast<double>(leaf.count);
        cells.push_back({{leaf.sum[0] / count, leaf.sum[1] / count, leaf.sum[2] / count}, leaf.count});
    }
    return cells;
}

StainColorDescriptor stainColorDescriptor(const std::vector<ColorCell>& cells)
{
    StainColorDescriptor descriptor;
    if (cells.empty())
        return descriptor;
    descriptor.glass = glassDensity(cells);
    std::vector<WeightedValue> red, blue, strength;
    for (const ColorCell& cell : cells) {
        const Hue hue = hueOf(cell.density, descriptor.glass);
        if (hue.absorbed < kLeastStrength)
            continue;
        const auto weight = static_cast<std::uint64_t>(static_cast<double>(cell.count) * hue.absorbed * 1000);
        red.push_back({hue.red, weight});
        blue.push_back({hue.blue, weight});
        strength.push_back({logStrength(hue.absorbed), weight});
    }
    if (red.empty())
        return descriptor;
    for (std::size_t i = 0; i < StainColorDescriptor::kPercentiles.size(); ++i) {
        descriptor.red[i] = percentile(red, StainColorDescriptor::kPercentiles[i]);
        descriptor.blue[i] = percentile(blue, StainColorDescriptor::kPercentiles[i]);
        descriptor.strength[i] = percentile(strength, StainColorDescriptor::kPercentiles[i]);
    }
    return descriptor;
}

StainClassifier::StainClassifier() : m_weights(kTrainedWeights) {}

StainClassifier::Features StainClassifier::features(const OpticalDensity& density, const StainColorDescriptor& descriptor)
{
    const Hue hue = hueOf(density, descriptor.glass);
    const double strength = logStrength(hue.absorbed);
    const auto standardized = [](double value, const std::array<double, 5>& percentiles, double least) {
        return 2 * std::clamp((value - percentiles[2]) / (percentiles[4] - percentiles[0] + least), -2.0, 2.0);
    };
    Features features{};
    std::size_t next = 0;
    const auto add = [&](double value) {
        features[next++] = static_cast<float>(value);
    };
    add(4 * (hue.red - 0.3));
    add(4 * (hue.blue - 0.3));
    add(strength);
    add(standardized(hue.red, descriptor.red, 0.02));
    add(standardized(hue.blue, descriptor.blue, 0.02));
    add(standardized(strength, descriptor.strength, 0.05));
    for (const double value : descriptor.red)
        add(4 * (value - 0.3));
    for (const double value : descriptor.blue)
        add(4 * (value - 0.3));
    for (const double value : descriptor.strength)
        add(value);
    return features;
}

StainClassifier::Shares StainClassifier::classify(const OpticalDensity& density, const StainColorDescriptor& descriptor) const
{
    constexpr std::size_t kWidest = *std::max_element(kLayers.begin(), kLayers.end());
    std::array<float, kWidest> in{};
    const Features inputs = features(density, descriptor);
    std::copy(inputs.begin(), inputs.end(), in.begin());
    const float* weight = m_weights.data();
    for (std::size_t layer = 0; layer + 1 < kLayers.size(); ++layer) {
        std::array<float, kWidest> out{};
        const float* bias = weight + kLayers[layer] * kLayers[layer + 1];
        for (std::size_t to = 0; to < kLayers[layer + 1]; ++to) {
            float sum = bias[to];
            for (std::size_t from = 0; from < kLayers[layer]; ++from)
                sum += *weight++ * in[from];
            out[to] = layer + 2 < kLayers.size() ? std::max(sum, 0.0f) : sum;
        }
        weight = bias + kLayers[layer + 1];
        in = out;
    }
    const float largest = *std::max_element(in.begin(), in.begin() + kStainClasses);
    Shares shares{};
    double total = 0;
    for (std::size_t i = 0; i < kStainClasses; ++i)
        total += shares[i] = std::exp(static_cast<double>(in[i] - largest));
    for (double& share : shares)
        share /= total;
    return shares;
}

}
