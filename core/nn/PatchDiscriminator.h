#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "nn/Checkpoint.h"

namespace isostain {

/// The PatchGAN discriminator of CycleGAN (Isola et al. 2017): 4x4 convolutions of padding 1 with bias; stride 2 but for the
/// last two; leaky ReLU 0.2 after each but the last; an instance norm before it except after the first. Three of stride 2,
/// as published, judge patches of 70x70 pixels. One channel out, no sigmoid. Input x = (u8/255 - 0.5)*2.
struct PatchDiscriminatorWeights {
    std::vector<ConvLayer> layers; ///< at least 3

    int width() const { return layers.empty() ? 0 : layers.front().outChannels; }
    std::size_t parameterCount() const;
};

/// The discriminator in a state dict: keys model.{0,2,5,8,...}.{weight,bias}, any width and number of layers.
/// Errors: CheckpointMismatch (missing or unexpected keys, shapes), CheckpointNotFinite.
Result<PatchDiscriminatorWeights> discriminatorFromStateDict(const StateDict& state, const std::string& subject);

/// readCheckpoint() and discriminatorFromStateDict() in one.
Result<PatchDiscriminatorWeights> readDiscriminator(const std::filesystem::path& path);

/// The state dict with the published key names.
StateDict toStateDict(const PatchDiscriminatorWeights& weights);

}
