#include "training/StainGanNetworks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace isostain {

namespace {

constexpr double kDeviation = 0.02;

/// Normal numbers by Box and Muller (1958): the standard's distribution differs between libraries.
class NormalNumbers {
public:
    explicit NormalNumbers(std::uint64_t seed) : m_random(seed) {}

    float next()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return static_cast<float>(kDeviation * radius * std::cos(2 * std::numbers::pi * uniform()));
    }

private:
    /// In (0, 1].
    double uniform() { return (static_cast<double>(m_random() >> 11) + 1) * 0x1p-53; }

    std::mt19937_64 m_random;
};

ConvLayer newConv(int in, int out, int kernel, NormalNumbers& numbers)
{
    ConvLayer layer{in, out, kernel, {}, {}};
    layer.weight.resize(static_cast<std::size_t>(in) * static_cast<std::size_t>(out) *
                        static_cast<std::size_t>(kernel * kernel));
    std::generate(layer.weight.begin(), layer.weight.end(), [&] { return numbers.next(); });
    layer.bias.resize(static_cast<std::size_t>(out));
    return layer;
}

}

ResnetGeneratorWeights newGenerator(const StainGanConfig& config, std::uint64_t seed)
{
    NormalNumbers numbers(seed);
    const int width = config.width;
    ResnetGeneratorWeights weights;
    weights.stem = newConv(3, width, 7, numbers);
    weights.down[0] = newConv(width, 2 * width, 3, numbers);
    weights.down[1] = newConv(2 * width, 4 * width, 3, numbers);
    for (int i = 0; i < config.blocks; ++i) {
        ResidualBlock& block = weights.blocks.emplace_back();
        block.first = newConv(4 * width, 4 * width, 3, numbers);
        block.second = newConv(4 * width, 4 * width, 3, numbers);
    }
    weights.up[0] = newConv(4 * width, 2 * width, 3, numbers);
    weights.up[1] = newConv(2 * width, width, 3, numbers);
    weights.head = newConv(width, 3, 7, numbers);
    return weights;
}

PatchDiscriminatorWeights newDiscriminator(const StainGanConfig& config, std::uint64_t seed)
{
    constexpr int kMostDoublings = 3;
    constexpr int kKernel = 4;
    NormalNumbers numbers(seed);
    PatchDiscriminatorWeights weights;
    int channels = 3;
    for (int i = 0; i <= config.discriminatorHalvings; ++i) {
        const int next = config.discriminatorWidth << std::min(i, kMostDoublings);
        weights.layers.push_back(newConv(channels, next, kKernel, numbers));
        channels = next;
    }
    weights.layers.push_back(newConv(channels, 1, kKernel, numbers));
    return weights;
}

}
