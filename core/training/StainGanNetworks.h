#pragma once

#include <cstdint>

#include "nn/PatchDiscriminator.h"
#include "nn/ResnetGenerator.h"
#include "training/StainGanConfig.h"

namespace isostain {

/// Networks as CycleGAN begins with them: weights of all convolutions N(0, 0.02), biases 0. The same for the same seed.
///
/// With StainGanStart::Copying, 48 channels of the narrowest layers carry the image through: brightness of every pixel and two
/// differences of colors of every 2x2, each as a pair of channels, of which one holds what is above the image's mean and the
/// other what is below, so that nothing is lost between an instance norm and a ReLU. The convolutions between them only move
/// these to and fro, and the last one gives them typical means and contrasts of stained tissue; the identity loss finds those
/// of the side at hand within some hundred steps. As the norms take out the means and contrasts of what comes in, such a
/// generator brings any image to the mean and contrast of its own side: much as Reinhard's method does, with which it begins.
ResnetGeneratorWeights newGenerator(const StainGanConfig& config, std::uint64_t seed);
/// Channels double with each halving up to 8 times the width.
PatchDiscriminatorWeights newDiscriminator(const StainGanConfig& config, std::uint64_t seed);

}
