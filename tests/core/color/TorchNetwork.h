#pragma once

#include <cstdint>
#include <vector>

#include "nn/StainNetWeights.h"

namespace isostain::test {

/// The answers 0x00RRGGBB of a pointwise StainNet in LibTorch float32, with the published truncation, for the `count`
/// colors from `first` on.
std::vector<std::uint32_t> torchAnswers(const StainNetWeights& weights, std::uint32_t first, std::uint32_t count);

}
