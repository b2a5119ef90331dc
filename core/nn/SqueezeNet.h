#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "nn/Checkpoint.h"

namespace isostain {

/// A fire module: a 1x1 convolution, then a 1x1 and a 3x3 (zero padding 1) side by side, whose channels are joined in this
/// order. ReLU after each.
struct FireModule {
    ConvLayer squeeze;
    ConvLayer expand1x1;
    ConvLayer expand3x3;

    int outChannels() const { return expand1x1.outChannels + expand3x3.outChannels; }
};

/// SqueezeNet 1.1 (Iandola et al. 2016, as in torchvision), of any width and number of classes. In order: conv 3x3 of stride
/// 2 without padding, ReLU, maximum pooling; fire, fire, pooling; fire, fire, pooling; fire x 4; dropout 0.5 (training only);
/// conv 1x1 to the classes, ReLU, mean over all positions. Pooling is 3x3 of stride 2, sizes rounded up.
/// Input of Isostain's classifiers: RGB, x = (u8 - 128)/128.
struct SqueezeNetWeights {
    static constexpr std::size_t kFires = 8;
    /// Smallest width and height of an image that leaves every pooling something to pool.
    static constexpr int kSmallestSide = 17;

    ConvLayer stem;
    std::array<FireModule, kFires> fires;
    ConvLayer head;

    int classes() const { return head.outChannels; }
    std::size_t parameterCount() const;
};

/// The classifier in a state dict with torchvision's keys: features.0, features.{3,4,6,7,9,10,11,12}.{squeeze,expand1x1,
/// expand3x3} and classifier.1, .weight and .bias. Any thread. Errors: ClassifierMismatch (missing or unexpected keys, shapes),
/// CheckpointNotFinite.
Result<SqueezeNetWeights> squeezeNetFromStateDict(const StateDict& state, const std::string& subject);

/// readCheckpoint() and squeezeNetFromStateDict() in one, with the errors of both.
Result<SqueezeNetWeights> readSqueezeNet(const std::filesystem::path& path);

/// The state dict with torchvision's key names.
StateDict toStateDict(const SqueezeNetWeights& weights);

/// An untrained network as torchvision begins one: weights uniform in +-sqrt(6 / inputs) (He et al. 2015), those of the last
/// layer normal with deviation 0.01, biases 0. `width` scales the channels of all layers but the last, 1 as published,
/// above 0 and at most 4. The same seed gives the same weights on every machine.
SqueezeNetWeights untrainedSqueezeNet(int classes, double width, std::uint32_t seed);

/// The same network with a new last layer, as PyTorch begins a convolution: weights and biases uniform in
/// +-1/sqrt(inputs).
SqueezeNetWeights withNewHead(SqueezeNetWeights weights, int classes, std::uint32_t seed);

}
