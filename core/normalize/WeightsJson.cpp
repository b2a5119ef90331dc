#include "normalize/WeightsJson.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/Sha256.h"
#include "nn/Checkpoint.h"

namespace isostain {

namespace {

void appendLittleEndian(std::vector<std::byte>& bytes, const std::vector<float>& values)
{
    for (const float value : values)
        for (int shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<std::byte>(std::bit_cast<std::uint32_t>(value) >> shift));
}

std::string decimal(float value)
{
    if (value == 0 && std::signbit(value))
        return "-0.0"; // as an integer it would lose its sign
    char digits[32];
    return {digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr};
}

/// The layers under a checkpoint's names, so that one function says what a StainNet is.
StateDict stateDictFrom(const nlohmann::json& layers)
{
    StateDict state;
    for (std::size_t index = 0; index < layers.size(); ++index) {
        const nlohmann::json& layer = layers[index];
        const auto in = layer.at("in").get<std::int64_t>(), out = layer.at("out").get<std::int64_t>();
        const auto kernel = layer.at("kernel").get<std::int64_t>();
        const std::string key = "rgb_trans." + std::to_string(2 * index);
        state[key + ".weight"] = Tensor{{out, in, kernel, kernel}, floatsFromJson(layer.at("weight"))};
        state[key + ".bias"] = Tensor{{out}, floatsFromJson(layer.at("bias"))};
    }
    return state;
}

}

std::string floatsToJson(const std::vector<float>& values)
{
    std::string text = "[";
    for (const float value : values)
        text += (text.size() > 1 ? "," : "") + decimal(value);
    return text + "]";
}

/// What is too large for float32 becomes infinite here (IEEE 754) and is refused with the other checks of its users.
std::vector<float> floatsFromJson(const nlohmann::json& json)
{
    std::vector<float> values;
    values.reserve(json.size());
    for (const nlohmann::json& item : json)
        values.push_back(static_cast<float>(item.get<double>()));
    return values;
}

std::string weightsSha256(const StainNetWeights& weights)
{
    std::vector<std::byte> bytes;
    bytes.reserve(weights.parameterCount() * sizeof(float));
    for (const ConvLayer& layer : weights.layers) {
        appendLittleEndian(bytes, layer.weight);
        appendLittleEndian(bytes, layer.bias);
    }
    return sha256Hex(bytes);
}

std::string weightsToJson(const StainNetWeights& weights)
{
    std::string text = "{\n    \"sha256\": \"" + weightsSha256(weights) + "\",\n    \"layers\": [";
    const char* separator = "\n";
    for (const ConvLayer& layer : weights.layers) {
        text += separator;
        text += "      {\"in\": " + std::to_string(layer.inChannels) + ", \"out\": " + std::to_string(layer.outChannels) +
                ", \"kernel\": " + std::to_string(layer.kernelSize) + ", \"weight\": " + floatsToJson(layer.weight) +
                ", \"bias\": " + floatsToJson(layer.bias) + "}";
        separator = ",\n";
    }
    return text + "\n    ]\n  }";
}

Result<StainNetWeights> weightsFromJson(const nlohmann::json& json, const std::string& subject)
{
    try {
        auto weights = stainNetFromStateDict(stateDictFrom(json.at("layers")), subject);
        if (!weights)
            return fail(ErrorCode::ProfileInvalid, subject, "weights: " + weights.error().detail);
        if (weightsSha256(*weights) != json.at("sha256").get<std::string>())
            return fail(ErrorCode::ProfileInvalid, subject, "the weights do not have the SHA-256 that stands beside them");
        return weights;
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::ProfileInvalid, subject, "a part of the weights is missing or of the wrong type");
    }
}

}
