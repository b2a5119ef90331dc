#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/Error.h"
#include "nn/StainNetWeights.h"

namespace isostain {

/// What a StainNet to be trained looks like: one kernel size per layer, 3 channels in and out, `channels` between.
struct StainNetShape {
    int channels = 32;                    ///< 1..512
    std::vector<int> kernels = {1, 1, 1}; ///< 2..16 of them, odd, 1..7

    bool isPointwise() const;
    /// How far away a pixel can be that a result pixel depends on.
    int radius() const;
    /// Channels into and out of a layer.
    int inputs(std::size_t layer) const { return layer == 0 ? 3 : channels; }
    int outputs(std::size_t layer) const { return layer + 1 == kernels.size() ? 3 : channels; }
    /// Weights of one output of a layer.
    std::size_t weightsPerOutput(std::size_t layer) const;
    std::size_t parameterCount() const;

    bool operator==(const StainNetShape&) const = default;
};

/// Errors: InvalidArgument, with what is out of its range.
Result<void> checkShape(const StainNetShape& shape);

/// The shape of what was trained or read. Errors: CheckpointMismatch when the layers are none that a shape can say.
Result<StainNetShape> shapeOfStainNet(const StainNetWeights& weights);

/// The parameters in one row, as training sees them: layer by layer, weights (as in ConvLayer) before biases.
std::vector<float> flattened(const StainNetWeights& weights);
/// The way back; `parameters` must be as many as the shape has.
StainNetWeights weightsOf(const StainNetShape& shape, std::span<const float> parameters);

/// PyTorch's default: weights and biases uniform in +-1/sqrt(weights per output). The same seed gives the same numbers
/// everywhere.
std::vector<float> initialParameters(const StainNetShape& shape, std::uint32_t seed);

}
