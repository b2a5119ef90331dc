#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/Error.h"
#include "normalize/SlideStatistics.h"

namespace isostain {

/// Frozen statistics as the member "frozen" of a stain profile: a list of {"slide", "level", "mpp" (where it is known), "seed",
/// "samples", "layers": [{"mean", "variance"}]}, one line a layer, the numbers as the shortest decimals that give the same
/// float32.
std::string slideStatisticsToJson(const std::vector<SlideStatistics>& list);

/// Whether they fit a network is seen where they are used. Errors: ProfileInvalid when something is missing, of another type,
/// not finite, negative where it cannot be, or of unequal lengths.
Result<std::vector<SlideStatistics>> slideStatisticsFromJson(const nlohmann::json& json, const std::string& subject);

}
