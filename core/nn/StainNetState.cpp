#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include "nn/Checkpoint.h"
#include "nn/QuotedName.h"

namespace isostain {

namespace {

enum class Part { Weight, Bias };

/// Convolutions and activations alternate, so that layer n is module 2n.
std::string keyOf(std::size_t layer, Part part)
{
    return "rgb_trans." + std::to_string(2 * layer) + (part == Part::Weight ? ".weight" : ".bias");
}

tl::unexpected<Error> mismatch(const std::string& subject, std::string detail)
{
    return fail(ErrorCode::CheckpointMismatch, subject, std::move(detail));
}

/// What else the state dict could be, for the message.
std::string guess(const StateDict& state)
{
    const auto hasKeyWith = [&](std::string_view part) {
        return std::any_of(state.begin(), state.end(),
                           [&](const auto& row) { return row.first.find(part) != std::string::npos; });
    };
    if (hasKeyWith(".conv_block."))
        return "; it looks like a StainGAN generator";
    if (state.contains("model.0.weight"))
        return "; it looks like a StainGAN discriminator";
    if (hasKeyWith("classifier."))
        return "; it looks like a classifier";
    return {};
}

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
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
            return mismatch(subject, "unexpected key " + quotedName(key) + guess(state));
    constexpr std::size_t kFewestLayers = 2;
    const std::size_t count = std::max(kFewestLayers, (state.size() + 1) / 2);
    for (std::size_t layer = 0; layer < count; ++layer)
        for (const Part part : {Part::Weight, Part::Bias})
            if (const std::string key = keyOf(layer, part); !state.contains(key))
                return mismatch(subject, "key " + quotedName(key) + " is missing");
    return count;
}

Result<void> checkFinite(const std::string& key, const Tensor& tensor, const std::string& subject)
{
    const auto wrong =
        std::find_if(tensor.values.begin(), tensor.values.end(), [](float value) { return !std::isfinite(value); });
    if (wrong == tensor.values.end())
        return {};
    return fail(ErrorCode::CheckpointNotFinite, subject,
                "value " + std::to_string(wrong - tensor.values.begin()) + " of " + quotedName(key));
}

/// Whether a layer can be made of it: sizes from 1 to what an int holds, and as many values.
bool isUsable(const Tensor& tensor)
{
    const auto isSize = [](std::int64_t size) {
        return size >= 1 && size <= std::numeric_limits<int>::max();
    };
    return std::all_of(tensor.shape.begin(), tensor.shape.end(), isSize) && tensor.holdsItsShape();
}

Result<ConvLayer> convLayer(const StateDict& state, std::size_t index, std::int64_t inChannels, const std::string& subject)
{
    const std::string weightKey = keyOf(index, Part::Weight);
    const std::string biasKey = keyOf(index, Part::Bias);
    const Tensor& weight = state.at(weightKey);
    const Tensor& bias = state.at(biasKey);
    const auto wrongShape = [&](const std::string& key, const Tensor& tensor, const std::string& expected) {
        return mismatch(subject, quotedName(key) + " has the shape " + shapeText(tensor.shape) + " instead of " + expected);
    };
    const std::string in = std::to_string(inChannels);
    if (weight.shape.size() != 4 || weight.shape[1] != inChannels || weight.shape[2] != weight.shape[3] ||
        weight.shape[2] % 2 != 1 || !isUsable(weight))
        return wrongShape(weightKey, weight, "[n, " + in + ", k, k] with an odd k");
    const std::int64_t outChannels = weight.shape[0];
    if (bias.shape != std::vector{outChannels} || !isUsable(bias))
        return wrongShape(biasKey, bias, "[" + std::to_string(outChannels) + "]");
    for (const std::string& key : {weightKey, biasKey})
        if (const auto checked = checkFinite(key, state.at(key), subject); !checked)
            return tl::unexpected(checked.error());

    ConvLayer layer;
    layer.inChannels = static_cast<int>(inChannels);
    layer.outChannels = static_cast<int>(outChannels);
    layer.kernelSize = static_cast<int>(weight.shape[2]);
    layer.weight = weight.values;
    layer.bias = bias.values;
    return layer;
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
        auto layer = convLayer(state, index, channels, subject);
        if (!layer)
            return tl::unexpected(layer.error());
        channels = layer->outChannels;
        weights.layers.push_back(*std::move(layer));
    }
    if (channels != 3)
        return mismatch(subject, quotedName(keyOf(*count - 1, Part::Weight)) + " gives " + std::to_string(channels) +
                                     " channels instead of 3");
    return weights;
}

StateDict toStateDict(const StainNetWeights& weights)
{
    StateDict state;
    for (std::size_t index = 0; index < weights.layers.size(); ++index) {
        const ConvLayer& layer = weights.layers[index];
        state[keyOf(index, Part::Weight)] =
            Tensor{{layer.outChannels, layer.inChannels, layer.kernelSize, layer.kernelSize}, layer.weight};
        state[keyOf(index, Part::Bias)] = Tensor{{layer.outChannels}, layer.bias};
    }
    return state;
}

}
