#include "nn/PatchDiscriminator.h"

#include <algorithm>

#include "nn/StateTensors.h"

namespace isostain {

namespace {

/// The first convolution has no norm after it: conv, leaky ReLU, then conv, norm, leaky ReLU over and over.
std::string nameOf(std::size_t layer)
{
    return "model." + std::to_string(layer == 0 ? 0 : 3 * layer - 1);
}

std::size_t layerCount(const StateDict& state)
{
    std::size_t count = 0;
    while (state.contains(nameOf(count) + ".weight"))
        ++count;
    return count;
}

}

std::size_t PatchDiscriminatorWeights::parameterCount() const
{
    std::size_t count = 0;
    for (const ConvLayer& layer : layers)
        count += layer.parameterCount();
    return count;
}

Result<PatchDiscriminatorWeights> discriminatorFromStateDict(const StateDict& state, const std::string& subject)
{
    constexpr std::size_t kFewestLayers = 3;
    constexpr std::int64_t kKernel = 4;
    const std::size_t count = std::max(kFewestLayers, layerCount(state));
    PatchDiscriminatorWeights weights;
    std::int64_t channels = 3;
    for (std::size_t i = 0; i < count; ++i) {
        auto layer = convLayerFrom(state, nameOf(i), {channels, i + 1 == count ? 1 : 0, kKernel}, subject);
        if (!layer)
            return tl::unexpected(layer.error());
        channels = layer->outChannels;
        weights.layers.push_back(*std::move(layer));
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(nameOf(i));
    if (const auto checked = checkNoOtherKeys(state, names, subject); !checked)
        return tl::unexpected(checked.error());
    return weights;
}

Result<PatchDiscriminatorWeights> readDiscriminator(const std::filesystem::path& path)
{
    return readCheckpoint(path).and_then(
        [&](const StateDict& state) { return discriminatorFromStateDict(state, path.string()); });
}

StateDict toStateDict(const PatchDiscriminatorWeights& weights)
{
    StateDict state;
    for (std::size_t i = 0; i < weights.layers.size(); ++i)
        addConvLayer(state, nameOf(i), weights.layers[i]);
    return state;
}

}
