#pragma once

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "nn/PatchDiscriminator.h"
#include "nn/ResnetGenerator.h"

namespace isostain::test {

/// Networks with weights drawn uniformly so that activations keep their size from layer to layer: the same for the same seed.
/// The engine is specified to the bit; the standard's distributions are not.
class NetworkMaker {
public:
    explicit NetworkMaker(unsigned seed) : m_random(seed) {}

    ConvLayer conv(int in, int out, int kernel)
    {
        const double bound = std::sqrt(3.0 / (in * kernel * kernel));
        return {in, out, kernel, values(in * out * kernel * kernel, bound), values(out, 0.1)};
    }

    StainNetWeights stainNet(int width, int layers, int kernel)
    {
        StainNetWeights weights;
        for (int i = 0; i < layers; ++i)
            weights.layers.push_back(conv(i == 0 ? 3 : width, i + 1 == layers ? 3 : width, kernel));
        return weights;
    }

    ResnetGeneratorWeights generator(int width, int blocks)
    {
        ResnetGeneratorWeights weights;
        weights.stem = conv(3, width, 7);
        weights.down = {conv(width, 2 * width, 3), conv(2 * width, 4 * width, 3)};
        for (int i = 0; i < blocks; ++i)
            weights.blocks.push_back({conv(4 * width, 4 * width, 3), conv(4 * width, 4 * width, 3)});
        weights.up = {conv(4 * width, 2 * width, 3), conv(2 * width, width, 3)};
        weights.head = conv(width, 3, 7);
        return weights;
    }

    PatchDiscriminatorWeights discriminator(int width, int halvings = 3)
    {
        PatchDiscriminatorWeights weights;
        int channels = 3;
        for (int i = 0; i <= halvings; ++i) {
            weights.layers.push_back(conv(channels, width << std::min(i, 3), 4));
            channels = width << std::min(i, 3);
        }
        weights.layers.push_back(conv(channels, 1, 4));
        return weights;
    }

private:
    std::vector<float> values(int count, double bound)
    {
        std::vector<float> drawn(static_cast<std::size_t>(count));
        for (float& value : drawn)
            value = static_cast<float>(bound * (2.0 * m_random() / std::mt19937::max() - 1));
        return drawn;
    }

    std::mt19937 m_random;
};

}
