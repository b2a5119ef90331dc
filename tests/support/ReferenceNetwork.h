#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "nn/StainNetWeights.h"

namespace isostain::test {

/// A StainNet with `widths` channels between its layers and PyTorch's default initialization, the same for the same seed.
inline StainNetWeights generatedStainNet(const std::vector<int>& widths, unsigned seed)
{
    // The engine is specified to the bit; the standard's distributions are not.
    std::mt19937 random(seed);
    StainNetWeights weights;
    for (std::size_t layer = 0; layer + 1 < widths.size(); ++layer) {
        const int in = widths[layer], out = widths[layer + 1];
        const double bound = 1 / std::sqrt(in);
        const auto values = [&](int count) {
            std::vector<float> drawn(static_cast<std::size_t>(count));
            for (float& value : drawn)
                value = static_cast<float>(bound * (2.0 * random() / std::mt19937::max() - 1));
            return drawn;
        };
        ConvLayer conv{in, out, 1, values(in * out), {}};
        conv.bias = values(out);
        weights.layers.push_back(std::move(conv));
    }
    return weights;
}

/// The definition, written down once more in double precision: the answer for one color 0xRRGGBB before truncation,
/// in levels.
inline std::vector<double> exactAnswer(const StainNetWeights& weights, std::uint32_t color)
{
    std::vector<double> values;
    for (const int shift : {16, 8, 0})
        values.push_back((static_cast<double>(color >> shift & 0xFFu) / 255 - 0.5) * 2);
    for (const ConvLayer& layer : weights.layers) {
        std::vector<double> next(layer.bias.begin(), layer.bias.end());
        for (std::size_t o = 0; o < next.size(); ++o) {
            for (std::size_t i = 0; i < values.size(); ++i)
                next[o] += double(layer.weight[o * values.size() + i]) * values[i];
            if (&layer != &weights.layers.back())
                next[o] = std::max(next[o], 0.0);
        }
        values = std::move(next);
    }
    for (double& value : values)
        value = std::clamp(value * 0.5 + 0.5, 0.0, 1.0) * 255;
    return values;
}

}
