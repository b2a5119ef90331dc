#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "nn/Checkpoint.h"
#include "nn/QuotedName.h"
#include "nn/StateTensors.h"

namespace isostain {

namespace {

enum class Part { Weight, Bias };

/// Convolutions and activations alternate, so that layer n is module 2n.
std::string nameOf(std::size_t layer)
{
    return "rgb_trans." + std::to_string(2 * layer);
}

std::string keyOf(std::size_t layer, Part part)
{
    return nameOf(layer) + (part == Part::Weight ? ".weight" : ".bias");
}

/// The layer that a key belongs to; nothing for keys that no StainNet has.
std::optional<std::size_t> layerOf(std::string_view key)
{
    constexpr std::string_view kPrefix = "rgb_trans.";
    if (!key.starts_with(kPrefix))
        return std::nullopt;
    std::size_t module = 0;
    std::from_chars(key.data() + kPrefix.size(), key.data() + key.size(), module);
    const std::size_t layer = module / 2;
    return key == keyOf(layer, Part::Weight) || key == keyOf(layer, Part::Bias) ? std::optional(layer) : std::nullopt;
}

/// The number of layers, once the keys are exactly those of a StainNet.
Result<std::size_t> layerCount(const StateDict& state, const std::string& subject)
{
    for (const auto& [key, tensor] : state)
        if (!layerOf(key))
            return checkpointMismatch(subject, "unexpected key " + quotedName(key) + likelyNetwork(state));
    constexpr std::size_t kFewestLayers = 2;
    const std::size_t count = std::max(kFewestLayers, (state.size() + 1) / 2);
    for (std::size_t layer = 0; layer < count; ++layer)
        for (const Part part : {Part::Weight, Part::Bias})
            if (const std::string key = keyOf(layer, part); !state.contains(key))
                return checkpointMismatch(subject, "key " + quotedName(key) + " is missing");
    return count;
}

}

Result<StainNetWeights> stainNetFromStateDict(const StateDict& state, const std::string& subject)
{
    const auto count = layerCount(state, subject);
    if (!count)
        return tl::unexpected(count.error());
    StainNetWeights weights;
    std::int64_t channels = 3;
    for (std::size_t index = 0; index < *count; ++index) {
        auto layer = convLayerFrom(state, nameOf(index), {channels, 0, 0, ConvKind::Plain}, subject);
        if (!layer)
            return tl::unexpected(layer.error());
        channels = layer->outChannels;
        weights.layers.push_back(*std::move(layer));
    }
    if (channels != 3)
        return checkpointMismatch(subject, quotedName(keyOf(*count - 1, Part::Weight)) + " gives " + std::to_string(channels) +
                                               " channels instead of 3");
    return weights;
}

StateDict toStateDict(const StainNetWeights& weights)
{
    StateDict state;
    for (std::size_t index = 0; index < weights.layers.size(); ++index)
        addConvLayer(state, nameOf(index), weights.layers[index]);
    return state;
}

}
