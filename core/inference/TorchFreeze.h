#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "inference/TorchStages.h"

namespace isostain::torch_module {

struct FreezeLimits {
    std::size_t storedBytes = 0; ///< most that kept activations of all samples may take
    std::stop_token stop;
    std::function<void(std::size_t layersDone)> onLayer;
};

/// The statistics of each norm in turn, from all samples together, see SpatialNetwork::freeze(). Part of the module
/// isostain-torch; throws.
std::vector<NormStatistics> measuredStatistics(Stages stages, std::span<const RgbImage> samples, const at::Device& device,
                                               const FreezeLimits& limits);

}
