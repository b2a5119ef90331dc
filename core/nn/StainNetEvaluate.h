#pragma once

#include <cstddef>
#include <cstdint>

#include "color/SimdLevel.h"
#include "nn/StainNetWeights.h"

namespace isostain {

/// The loops behind StainNetMap::map(), whose header documents the arithmetic. `weights` must be pointwise and fit together.
/// Source and target may be the same memory. A level that the processor lacks must not be asked for.
void evaluateStainNet(const StainNetWeights& weights, const std::uint32_t* source, std::uint32_t* target, std::size_t count,
                      SimdLevel level);

// The forms behind it; all but the first exist on x86-64 alone. The last one stands in for the second, bit for bit, on
// processors that have AVX-512.
void evaluateStainNetPortable(const StainNetWeights& weights, const std::uint32_t* source, std::uint32_t* target,
                              std::size_t count);
void evaluateStainNetAvx2(const StainNetWeights& weights, const std::uint32_t* source, std::uint32_t* target,
                          std::size_t count);
void evaluateStainNetAvx512(const StainNetWeights& weights, const std::uint32_t* source, std::uint32_t* target,
                            std::size_t count);
bool hasAvx512();

/// Channels of the widest layer: what a block of activations must have room for.
std::size_t widestLayer(const StainNetWeights& weights);

}
