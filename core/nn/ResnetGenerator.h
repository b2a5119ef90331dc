#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "nn/Checkpoint.h"

namespace isostain {

/// x + norm(conv(relu(norm(conv(x))))), each convolution 3x3 after one pixel of reflection padding.
struct ResidualBlock {
    ConvLayer first;
    ConvLayer second;
};

/// The generator of StainGAN (Shaban et al. 2019), a CycleGAN (Zhu et al. 2017; Johnson et al. 2016), of any width and number
/// of blocks. In order: reflection padding 3, conv 7x7 3 -> width; two convs 3x3 of stride 2 that double the channels;
/// residual blocks of 4 width channels; two transposed convs 3x3 of stride 2 that halve them (padding 1, output padding 1);
/// reflection padding 3, conv 7x7 width -> 3; tanh. All but the last convolution are followed by an instance norm (not
/// affine, eps 1e-5) and, except for a block's second, ReLU. Scales of input and output as StainNetWeights.
struct ResnetGeneratorWeights {
    /// Where a block's second convolution stands in its key: a dropout layer (never active here) moves it from 5 to 6.
    enum class Dropout { Absent, Present };

    ConvLayer stem;
    std::array<ConvLayer, 2> down;
    std::vector<ResidualBlock> blocks;
    std::array<ConvLayer, 2> up; ///< transposed: `weight` is [inChannels][outChannels][kernelSize][kernelSize]
    ConvLayer head;
    Dropout dropout = Dropout::Absent;

    int width() const { return stem.outChannels; }
    std::size_t parameterCount() const;
};

/// The generator in a state dict: keys model.{1,4,7}, model.{10...}.conv_block.{1,5|6}, then model.{n,n+3,n+7}, .weight and
/// .bias. Running statistics, which PyTorch before 0.4 kept for instance norms, are ignored as PyTorch ignores them.
/// Errors: CheckpointMismatch (missing or unexpected keys, shapes), CheckpointNotFinite.
Result<ResnetGeneratorWeights> generatorFromStateDict(const StateDict& state, const std::string& subject);

/// The state dict with the published key names.
StateDict toStateDict(const ResnetGeneratorWeights& weights);

}
