#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "base/Error.h"
#include "normalize/FittedStatistics.h"
#include "normalize/MethodOptions.h"

namespace isostain {

/// Fitted statistics as a member of a stain profile: {"lab": {"mean", "deviation"}}, {"stains", "maximum"} or, for Khan's
/// method, {"stains", "glass", "mean", "maximum"}; numbers as the shortest decimals that give the same double.
nlohmann::json statisticsToJson(const FittedStatistics& statistics);
/// Errors: ProfileInvalid when something is missing, of another type, not finite, no unit vector, or not of the method.
Result<FittedStatistics> statisticsFromJson(const nlohmann::json& json, NormalizationMethod method, const std::string& subject);

nlohmann::json optionsToJson(const MethodOptions& options);
/// What is missing is as published; an unknown choice is ProfileTooNew.
Result<MethodOptions> optionsFromJson(const nlohmann::json& json, const std::string& subject);

}
