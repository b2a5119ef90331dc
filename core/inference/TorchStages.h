#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include <ATen/core/Tensor.h>

#include "image/Image.h"
#include "nn/PatchDiscriminator.h"
#include "nn/ResnetGenerator.h"
#include "normalize/SpatialNetwork.h"

/// Networks as LibTorch runs them. Part of the module isostain-torch; never included outside of it.
namespace isostain::torch_module {

/// One convolution and what comes after it: norm, the end of a residual block, activation.
struct Stage {
    enum class Direction { Plain, Transposed };
    enum class Norm { None, PerImage };
    enum class Residual { None, Begins, Ends }; ///< the block's input is kept at its beginning and added at its end
    enum class Activation { None, Relu, LeakyRelu, Tanh };

    at::Tensor weight;
    at::Tensor bias;
    Direction direction = Direction::Plain;
    std::int64_t stride = 1;
    std::int64_t zeroPadding = 0;
    std::int64_t reflection = 0; ///< pixels of reflection padding before the convolution
    Norm norm = Norm::None;
    Residual residual = Residual::None;
    Activation activation = Activation::None;
};

using Stages = std::vector<Stage>;

/// On the CPU. The weights must fit together, as those read from a checkpoint do.
Stages stagesOf(const StainNetWeights& weights);
Stages stagesOf(const ResnetGeneratorWeights& weights);
Stages stagesOf(const PatchDiscriminatorWeights& weights);

Stages movedTo(const at::Device& device, Stages stages);

/// Images between two stages.
struct Activations {
    at::Tensor values;    ///< [images, channels, height, width], float32
    at::Tensor residual;  ///< what the block under way began with; undefined outside of blocks
    std::size_t next = 0; ///< the stage that comes next
};

/// The stage's convolution alone, its paddings included.
at::Tensor convolved(const Stage& stage, const at::Tensor& input);
/// Goes on from what convolved() gave, after norms. Ends the stage.
void finishStage(const Stage& stage, at::Tensor values, Activations& activations);
/// Runs the stages up to `end`. Throws Stopped between stages.
void advance(const Stages& stages, std::size_t end, Activations& activations, const std::stop_token& stop);
/// All of them.
at::Tensor forward(const Stages& stages, at::Tensor input, const std::stop_token& stop);

/// What an instance norm multiplies by: 1/sqrt(variance + 1e-5).
std::vector<float> normFactors(const NormStatistics& statistics);
/// The stage with its norm of fixed statistics worked into the weights.
Stage frozenStage(const Stage& stage, const NormStatistics& statistics);

/// Images of one size as the networks' input: x = (u8/255 - 0.5)*2.
at::Tensor inputOf(std::span<const RgbImage> images, const at::Device& device);
/// clamp(y*0.5 + 0.5, 0, 1)*255, truncated; what is no number becomes gray.
std::vector<RgbImage> imagesOf(const at::Tensor& output);

}
