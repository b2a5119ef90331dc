#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "nn/StainNetWeights.h"

namespace isostain {

/// How a StainNet is distilled: colors drawn at random from all images, Adam, cosine annealing to 0, L1 loss in the
/// published [-1, 1] scale. On two cores this reaches a lower loss within a minute than the published recipe (SGD on
/// crops, 300 epochs) within many: the network sees single pixels, so crops only make its batches less varied.
struct DistillationConfig {
    int steps = 1000;  ///< 1..10,000,000
    int layers = 3;    ///< 2..16, all 1x1
    int channels = 32; ///< 1..512
    int pixelsPerStep = 32768;  ///< 1..2^24
    double learningRate = 1e-2; ///< at the first step; finite, above 0
    std::uint32_t seed = 1;
};

/// Colors and what a teacher made of them: R, G, B bytes, both of the same length.
struct PixelPairs {
    std::vector<std::uint8_t> source;
    std::vector<std::uint8_t> teacher;

    std::size_t count() const { return source.size() / 3; }
};

/// What a distillation gives.
struct DistilledStainNet {
    StainNetWeights weights;
    double trainingLoss = 0; ///< mean L1 in the [-1, 1] scale over the last tenth of the steps
};

/// Trains a StainNet. Blocks; steps as progress. The same result for the same config, pixels and number of threads.
/// Errors: TrainingDataInvalid (no pixels), InvalidArgument, TrainingDiverged, Cancelled, OutOfMemory, Internal.
using DistillFunction = Result<DistilledStainNet>(const PixelPairs& pixels, const DistillationConfig& config,
                                                  const JobControl& control);

}
