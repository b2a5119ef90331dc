#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/Error.h"
#include "nn/StainNetWeights.h"

namespace isostain {

/// A list of numbers, as the shortest decimals that give the same float32.
std::string floatsToJson(const std::vector<float>& values);
/// What is too large for float32 becomes infinite. Throws nlohmann::json::exception for anything but a list of numbers.
std::vector<float> floatsFromJson(const nlohmann::json& json);

/// SHA-256 over the little-endian float32 bytes of all numbers: layer by layer, weights before biases.
std::string weightsSha256(const StainNetWeights& weights);

/// The weights as the member "weights" of a stain profile: {"sha256", "layers": [{"in", "out", "kernel", "weight", "bias"}]},
/// one line a layer, the numbers as the shortest decimals that give the same float32.
std::string weightsToJson(const StainNetWeights& weights);

/// Errors: ProfileInvalid when something is missing, of another type, not finite, does not fit together, or does not have
/// the SHA-256 that stands beside it.
Result<StainNetWeights> weightsFromJson(const nlohmann::json& json, const std::string& subject);

}
