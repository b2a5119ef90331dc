#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "color/ColorCounts.h"
#include "color/StainSeparation.h"

namespace isostain {

/// What colors a pixel. Foreign: what absorbs light without being stained (blood, ink, dirt).
enum class StainClass { Background, Hematoxylin, Eosin, Foreign };
inline constexpr std::size_t kStainClasses = 4;

/// One leaf of an octree over RGB: a cell of 4 levels a side and what lies in it.
struct ColorCell {
    OpticalDensity density{}; ///< mean over the cell's pixels
    std::uint64_t count = 0;  ///< pixels, > 0
};

/// The occupied leaves, in the order of their colors. Pooling moves a fit by far less than its spread, and bounds its time.
std::vector<ColorCell> colorCells(const ColorCounts& colors);

/// Stain color descriptor: what is known of an image's colors as a whole, the context in which one of them is classified.
/// A compact form of the descriptor of Khan et al. 2014 (there the octree-quantized colors themselves): percentiles of hue and
/// strength over the light that the image absorbs, so that they do not depend on how much empty glass it shows.
struct StainColorDescriptor {
    static constexpr std::array<double, 5> kPercentiles = {2, 15, 50, 85, 98};

    /// Density of empty glass, 0..0.25: per channel the 1st percentile over the pixels; green and blue, which the palest tissue
    /// absorbs, at most a little more than red. Where the palest pixels are pink, no glass is shown: then what is usual.
    OpticalDensity glass{};
    std::array<double, 5> red{};      ///< red's share of a color's density above glass
    std::array<double, 5> blue{};     ///< blue's share
    std::array<double, 5> strength{}; ///< ln(density above glass, all channels)
};

/// All zeros but the glass where nothing absorbs.
StainColorDescriptor stainColorDescriptor(const std::vector<ColorCell>& cells);

/// A small multilayer perceptron in place of the paper's relevance vector machine: color and descriptor to the four classes'
/// shares. Trained on generated tissue, whose dyes are known at every pixel, seen with many random stains and scanners
/// (tests/tools/train_khan_classifier.cpp wrote KhanClassifierWeights.inc). Immutable; any thread.
class StainClassifier {
public:
    static constexpr std::array<std::size_t, 4> kLayers = {21, 20, 12, kStainClasses};
    using Features = std::array<float, kLayers.front()>;
    using Shares = std::array<double, kStainClasses>;

    /// Per layer the weights, output by output, then the biases.
    static constexpr std::size_t weightCount()
    {
        std::size_t count = 0;
        for (std::size_t layer = 0; layer + 1 < kLayers.size(); ++layer)
            count += (kLayers[layer] + 1) * kLayers[layer + 1];
        return count;
    }

    /// Finite for any density and descriptor, in the order of magnitude of 1.
    static Features features(const OpticalDensity& density, const StainColorDescriptor& descriptor);

    /// With the trained weights.
    StainClassifier();
    /// `weights`: weightCount() values, which must outlive the classifier.
    explicit StainClassifier(std::span<const float> weights) : m_weights(weights) {}

    /// How much of what the color absorbs each class brings, as far as color and descriptor tell; sums to 1.
    Shares classify(const OpticalDensity& density, const StainColorDescriptor& descriptor) const;

private:
    std::span<const float> m_weights;
};

}
