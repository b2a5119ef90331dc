#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/Error.h"
#include "nn/Checkpoint.h"

namespace isostain {

/// CheckpointMismatch about `subject`.
tl::unexpected<Error> checkpointMismatch(const std::string& subject, std::string detail);

/// What a state dict that is not what it should be looks like, as the end of a message ("; it looks like ..."); else empty.
std::string likelyNetwork(const StateDict& state);

/// Which way a convolution's weight lies in a file: [out, in, k, k] for Conv2d, [in, out, k, k] for ConvTranspose2d.
enum class ConvKind { Plain, Transposed };

/// What a convolution has to be like to be taken. 0: any number (of channels), any odd number (of the kernel's size).
struct ConvExpectation {
    std::int64_t inChannels = 0;
    std::int64_t outChannels = 0;
    std::int64_t kernelSize = 0;
    ConvKind kind = ConvKind::Plain;
};

/// The convolution under `name` ("model.1": tensors model.1.weight and model.1.bias), checked for shape and finite values.
/// Errors: CheckpointMismatch (a key is missing, a shape), CheckpointNotFinite.
Result<ConvLayer> convLayerFrom(const StateDict& state, const std::string& name, const ConvExpectation& expected,
                                const std::string& subject);

/// That the state holds nothing but these convolutions, and running statistics: those that PyTorch before 0.4 kept for
/// instance norms, which were never used. Errors: CheckpointMismatch, with the first key that should not be there.
Result<void> checkNoOtherKeys(const StateDict& state, const std::vector<std::string>& convNames, const std::string& subject);

/// The opposite of convLayerFrom(): puts both tensors into the state.
void addConvLayer(StateDict& state, const std::string& name, const ConvLayer& layer, ConvKind kind = ConvKind::Plain);

}
