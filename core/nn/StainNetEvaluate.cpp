#include "nn/StainNetEvaluate.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace isostain {

namespace {

/// The shape of the AVX2 form in vectors of four, which GCC and Clang turn into whatever the processor has.
typedef float Quad __attribute__((vector_size(16)));
constexpr std::size_t kQuads = 3;
constexpr std::size_t kBlock = 4 * kQuads;
constexpr std::size_t kOutputs = 4;

struct Block {
    Quad quads[kQuads];
};

float toInput(std::uint32_t value)
{
    return (static_cast<float>(value & 0xFFu) / 255.0f - 0.5f) * 2.0f;
}

/// What is not a number becomes 0, as in the AVX2 form.
std::uint32_t toLevel(float value)
{
    const float scaled = value * 0.5f + 0.5f;
    const float clamped = scaled > 0.0f ? std::min(scaled, 1.0f) : 0.0f;
    return static_cast<std::uint32_t>(clamped * 255.0f);
}

/// `Outputs` rows of a layer, from row `first` on: each input loaded serves them all.
template <std::size_t Outputs>
void evaluateRows(const ConvLayer& layer, std::size_t first, const Block* input, Block* output, float floor)
{
    const auto inputs = static_cast<std::size_t>(layer.inChannels);
    const float* const weights = layer.weight.data() + first * inputs;
    Quad sums[Outputs][kQuads];
    for (std::size_t o = 0; o < Outputs; ++o)
        for (std::size_t q = 0; q < kQuads; ++q)
            sums[o][q] = Quad{} + layer.bias[first + o];
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t o = 0; o < Outputs; ++o)
            for (std::size_t q = 0; q < kQuads; ++q)
                sums[o][q] += weights[o * inputs + i] * input[i].quads[q];
    for (std::size_t o = 0; o < Outputs; ++o)
        for (std::size_t q = 0; q < kQuads; ++q)
            output[first + o].quads[q] = sums[o][q] > floor ? sums[o][q] : Quad{} + floor;
}

void evaluateLayer(const ConvLayer& layer, const Block* input, Block* output, float floor)
{
    const auto outputs = static_cast<std::size_t>(layer.outChannels);
    std::size_t first = 0;
    for (; first + kOutputs <= outputs; first += kOutputs)
        evaluateRows<kOutputs>(layer, first, input, output, floor);
    for (; first < outputs; ++first)
        evaluateRows<1>(layer, first, input, output, floor);
}

}

std::size_t widestLayer(const StainNetWeights& weights)
{
    int widest = 3;
    for (const ConvLayer& layer : weights.layers)
        widest = std::max(widest, layer.outChannels);
    return static_cast<std::size_t>(widest);
}

void evaluateStainNetPortable(const StainNetWeights& weights, const std::uint32_t* source, std::uint32_t* target,
                              std::size_t count)
{
    const std::size_t width = widestLayer(weights);
    std::vector<Block> activations(2 * width);
    Block* input = activations.data();
    Block* output = input + width;

    for (std::size_t first = 0; first < count; first += kBlock) {
        const std::size_t colors = std::min(kBlock, count - first);
        for (std::size_t c = 0; c < colors; ++c)
            for (unsigned channel = 0; channel < 3; ++channel)
                input[channel].quads[c / 4][c % 4] = toInput(source[first + c] >> (16 - 8 * channel));
        for (const ConvLayer& layer : weights.layers) {
            const bool isLast = &layer == &weights.layers.back();
            evaluateLayer(layer, input, output, isLast ? -std::numeric_limits<float>::infinity() : 0.0f);
            std::swap(input, output);
        }
        for (std::size_t c = 0; c < colors; ++c)
            target[first + c] = toLevel(input[0].quads[c / 4][c % 4]) << 16 | toLevel(input[1].quads[c / 4][c % 4]) << 8 |
                                toLevel(input[2].quads[c / 4][c % 4]);
    }
}

bool hasAvx512()
{
#if defined(__x86_64__)
    static const bool has = __builtin_cpu_supports("avx512f");
    return has;
#else
    return false;
#endif
}

void evaluateStainNet(const StainNetWeights& weights, const std::uint32_t* source, std::uint32_t* target, std::size_t count,
                      SimdLevel level)
{
#if defined(__x86_64__)
    if (level == SimdLevel::Avx2 && hasAvx512())
        return evaluateStainNetAvx512(weights, source, target, count);
    if (level == SimdLevel::Avx2)
        return evaluateStainNetAvx2(weights, source, target, count);
#endif
    (void)level;
    evaluateStainNetPortable(weights, source, target, count);
}

}
