#pragma once

#include <cstdint>

#include "nn/PatchDiscriminator.h"
#include "nn/ResnetGenerator.h"
#include "training/StainGanConfig.h"

namespace isostain {

/// Networks as CycleGAN begins with them: weights of all convolutions N(0, 0.02), biases 0. The same for the same seed.
ResnetGeneratorWeights newGenerator(const StainGanConfig& config, std::uint64_t seed);
/// Channels double with each halving up to 8 times the width.
PatchDiscriminatorWeights newDiscriminator(const StainGanConfig& config, std::uint64_t seed);

}
