#include "nn/StainNetEvaluate.h"

#if defined(__x86_64__)

#include <algorithm>
#include <cstring>
#include <limits>
#include <vector>

#include <immintrin.h>

namespace isostain {

namespace {

/// The AVX2 form in vectors of sixteen: the same operations on each color in the same order, so the same bits.
constexpr std::size_t kLanes = 16;
constexpr std::size_t kVectors = 3;
constexpr std::size_t kBlock = kVectors * kLanes;
constexpr std::size_t kOutputs = 4;

/// One channel of a block.
struct alignas(64) Block {
    float values[kBlock];
};

/// `Outputs` rows of a layer, from row `first` on.
template <std::size_t Outputs>
ISOSTAIN_TARGET_AVX512 void evaluateRows(const ConvLayer& layer, std::size_t first, const Block* input, Block* output,
                                         float floor)
{
    const auto inputs = static_cast<std::size_t>(layer.inChannels);
    const float* const weights = layer.weight.data() + first * inputs;
    __m512 sums[Outputs][kVectors];
#pragma GCC unroll 4
    for (std::size_t o = 0; o < Outputs; ++o)
#pragma GCC unroll 3
        for (std::size_t v = 0; v < kVectors; ++v)
            sums[o][v] = _mm512_set1_ps(layer.bias[first + o]);

    for (std::size_t i = 0; i < inputs; ++i) {
        const __m512 in[kVectors] = {_mm512_load_ps(input[i].values), _mm512_load_ps(input[i].values + kLanes),
                                     _mm512_load_ps(input[i].values + 2 * kLanes)};
#pragma GCC unroll 4
        for (std::size_t o = 0; o < Outputs; ++o) {
            const __m512 weight = _mm512_set1_ps(weights[o * inputs + i]);
#pragma GCC unroll 3
            for (std::size_t v = 0; v < kVectors; ++v)
                sums[o][v] = _mm512_fmadd_ps(weight, in[v], sums[o][v]);
        }
    }

    const __m512 lowest = _mm512_set1_ps(floor);
#pragma GCC unroll 4
    for (std::size_t o = 0; o < Outputs; ++o)
#pragma GCC unroll 3
        for (std::size_t v = 0; v < kVectors; ++v)
            _mm512_store_ps(output[first + o].values + v * kLanes, _mm512_max_ps(sums[o][v], lowest));
}

ISOSTAIN_TARGET_AVX512 void evaluateLayer(const ConvLayer& layer, const Block* input, Block* output, float floor)
{
    const auto outputs = static_cast<std::size_t>(layer.outChannels);
    std::size_t first = 0;
    for (; first + kOutputs <= outputs; first += kOutputs)
        evaluateRows<kOutputs>(layer, first, input, output, floor);
    switch (outputs - first) {
    case 3:
        return evaluateRows<3>(layer, first, input, output, floor);
    case 2:
        return evaluateRows<2>(layer, first, input, output, floor);
    case 1:
        return evaluateRows<1>(layer, first, input, output, floor);
    default:
        return;
    }
}

ISOSTAIN_TARGET_AVX512 __m512 toInput(__m512i values)
{
    const __m512 scaled = _mm512_div_ps(_mm512_cvtepi32_ps(values), _mm512_set1_ps(255.0f));
    return _mm512_mul_ps(_mm512_sub_ps(scaled, _mm512_set1_ps(0.5f)), _mm512_set1_ps(2.0f));
}

/// What is not a number becomes 0: max gives its second operand then.
ISOSTAIN_TARGET_AVX512 __m512i toLevel(const float* values)
{
    const __m512 half = _mm512_set1_ps(0.5f);
    const __m512 scaled = _mm512_add_ps(_mm512_mul_ps(_mm512_load_ps(values), half), half);
    const __m512 clamped = _mm512_min_ps(_mm512_max_ps(scaled, _mm512_setzero_ps()), _mm512_set1_ps(1.0f));
    return _mm512_cvttps_epi32(_mm512_mul_ps(clamped, _mm512_set1_ps(255.0f)));
}

ISOSTAIN_TARGET_AVX512 void readColors(const std::uint32_t* colors, Block* channels)
{
    const __m512i byte = _mm512_set1_epi32(0xFF);
    for (std::size_t i = 0; i < kBlock; i += kLanes) {
        const __m512i words = _mm512_loadu_si512(colors + i);
        _mm512_store_ps(channels[0].values + i, toInput(_mm512_and_si512(_mm512_srli_epi32(words, 16), byte)));
        _mm512_store_ps(channels[1].values + i, toInput(_mm512_and_si512(_mm512_srli_epi32(words, 8), byte)));
        _mm512_store_ps(channels[2].values + i, toInput(_mm512_and_si512(words, byte)));
    }
}

ISOSTAIN_TARGET_AVX512 void writeColors(const Block* channels, std::uint32_t* colors)
{
    for (std::size_t i = 0; i < kBlock; i += kLanes) {
        const __m512i red = _mm512_slli_epi32(toLevel(channels[0].values + i), 16);
        const __m512i green = _mm512_slli_epi32(toLevel(channels[1].values + i), 8);
        const __m512i blue = toLevel(channels[2].values + i);
        _mm512_storeu_si512(colors + i, _mm512_or_si512(_mm512_or_si512(red, green), blue));
    }
}

}

void evaluateStainNetAvx512(const StainNetWeights& weights, const std::uint32_t* source, std::uint32_t* target,
                            std::size_t count)
{
    const std::size_t width = widestLayer(weights);
    std::vector<Block> activations(2 * width);
    Block* input = activations.data();
    Block* output = input + width;

    std::uint32_t colors[kBlock] = {};
    for (std::size_t first = 0; first < count; first += kBlock) {
        // The last block may be a partial one: the rest of it is computed and thrown away.
        const std::size_t bytes = std::min(kBlock, count - first) * sizeof(std::uint32_t);
        std::memcpy(colors, source + first, bytes);
        readColors(colors, input);
        for (const ConvLayer& layer : weights.layers) {
            const bool isLast = &layer == &weights.layers.back();
            evaluateLayer(layer, input, output, isLast ? -std::numeric_limits<float>::infinity() : 0.0f);
            std::swap(input, output);
        }
        writeColors(input, colors);
        std::memcpy(target + first, colors, bytes);
    }
}

}

#endif
