#include "nn/StateTensors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string_view>

#include "nn/QuotedName.h"

namespace isostain {

namespace {

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

/// The expected shape for a message: letters for what may be anything.
std::string expectedText(const ConvExpectation& expected)
{
    const auto number = [](std::int64_t value, const char* letter) {
        return value > 0 ? std::to_string(value) : letter;
    };
    const std::string out = number(expected.outChannels, "n"), in = number(expected.inChannels, "m");
    const std::string kernel = number(expected.kernelSize, "k");
    const std::string channels = expected.kind == ConvKind::Plain ? out + ", " + in : in + ", " + out;
    return "[" + channels + ", " + kernel + ", " + kernel + "]" + (expected.kernelSize > 0 ? "" : " with an odd k");
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
    const auto isSize = [](std::int64_t size) { return size >= 1 && size <= std::numeric_limits<int>::max(); };
    return std::all_of(tensor.shape.begin(), tensor.shape.end(), isSize) && tensor.holdsItsShape();
}

bool isWeightOf(const Tensor& weight, const ConvExpectation& expected)
{
    const std::vector<std::int64_t>& shape = weight.shape;
    if (shape.size() != 4 || shape[2] != shape[3] || !isUsable(weight))
        return false;
    const std::size_t out = expected.kind == ConvKind::Plain ? 0 : 1;
    const auto fits = [](std::int64_t size, std::int64_t wanted) {
        return wanted == 0 || size == wanted;
    };
    return fits(shape[out], expected.outChannels) && fits(shape[1 - out], expected.inChannels) &&
           fits(shape[2], expected.kernelSize) && (expected.kernelSize > 0 || shape[2] % 2 == 1);
}

}

tl::unexpected<Error> checkpointMismatch(const std::string& subject, std::string detail)
{
    return fail(ErrorCode::CheckpointMismatch, subject, std::move(detail));
}

std::string likelyNetwork(const StateDict& state)
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

Result<ConvLayer> convLayerFrom(const StateDict& state, const std::string& name, const ConvExpectation& expected,
                                const std::string& subject)
{
    const std::string weightKey = name + ".weight";
    const std::string biasKey = name + ".bias";
    for (const std::string& key : {weightKey, biasKey})
        if (!state.contains(key))
            return checkpointMismatch(subject, "key " + quotedName(key) + " is missing");
    const Tensor& weight = state.at(weightKey);
    const Tensor& bias = state.at(biasKey);
    const auto wrongShape = [&](const std::string& key, const Tensor& tensor, const std::string& instead) {
        return checkpointMismatch(subject,
                                  quotedName(key) + " has the shape " + shapeText(tensor.shape) + " instead of " + instead);
    };
    if (!isWeightOf(weight, expected))
        return wrongShape(weightKey, weight, expectedText(expected));
    const std::size_t out = expected.kind == ConvKind::Plain ? 0 : 1;
    if (bias.shape != std::vector{weight.shape[out]} || !isUsable(bias))
        return wrongShape(biasKey, bias, "[" + std::to_string(weight.shape[out]) + "]");
    for (const std::string& key : {weightKey, biasKey})
        if (const auto checked = checkFinite(key, state.at(key), subject); !checked)
            return tl::unexpected(checked.error());

    ConvLayer layer;
    layer.inChannels = static_cast<int>(weight.shape[1 - out]);
    layer.outChannels = static_cast<int>(weight.shape[out]);
    layer.kernelSize = static_cast<int>(weight.shape[2]);
    layer.weight = weight.values;
    layer.bias = bias.values;
    return layer;
}

Result<void> checkNoOtherKeys(const StateDict& state, const std::vector<std::string>& convNames, const std::string& subject)
{
    std::set<std::string> expected;
    for (const std::string& name : convNames)
        expected.insert({name + ".weight", name + ".bias"});
    for (const auto& [key, tensor] : state)
        if (!expected.contains(key) && !key.ends_with(".running_mean") && !key.ends_with(".running_var"))
            return checkpointMismatch(subject, "unexpected key " + quotedName(key) + likelyNetwork(state));
    return {};
}

void addConvLayer(StateDict& state, const std::string& name, const ConvLayer& layer, ConvKind kind)
{
    std::vector<std::int64_t> shape = {layer.outChannels, layer.inChannels, layer.kernelSize, layer.kernelSize};
    if (kind == ConvKind::Transposed)
        std::swap(shape[0], shape[1]);
    state[name + ".weight"] = Tensor{std::move(shape), layer.weight};
    state[name + ".bias"] = Tensor{{layer.outChannels}, layer.bias};
}

}
