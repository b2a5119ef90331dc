#pragma once

#include <variant>
#include <vector>

#include "base/Error.h"
#include "image/Image.h"
#include "nn/Network.h"
#include "nn/PatchDiscriminator.h"
#include "normalize/SpatialNetwork.h"

namespace isostain {

/// What a network gives before it is made an image: [channels][height][width], row-major.
struct NetworkOutput {
    int channels = 0;
    int height = 0;
    int width = 0;
    std::vector<float> values;
};

using AnyNetwork = std::variant<StainNetWeights, ResnetGeneratorWeights, PatchDiscriminatorWeights>;

/// What the module isostain-torch offers for running networks.
struct InferenceModule {
    static constexpr int kInterfaceVersion = 1;
    static constexpr const char* kEntryName = "isostainInferenceModule";

    const NetworkBackend* backend = nullptr; ///< lives as long as the process
    /// One image through a network on the CPU, as published, any size that the network takes; for comparing with other
    /// software. Errors: InvalidArgument, CheckpointMismatch, OutOfMemory, Internal.
    Result<NetworkOutput> (*evaluate)(const AnyNetwork& network, const RgbImage& image) = nullptr;
};

/// Opens the module, once per process; it stays open. Any thread. Errors: ModuleMissing.
Result<const InferenceModule*> loadInferenceModule();

/// What runs spatial networks: the module's backend. Any thread. Errors: ModuleMissing.
Result<const NetworkBackend*> loadNetworkBackend();

}
