#pragma once

#include <filesystem>
#include <string>

#include "base/Error.h"
#include "base/Progress.h"
#include "training/Ablation.h"
#include "training/StainNetTraining.h"

namespace isostain {

/// Trains the networks of Table 4 as `plan` says (recipe, configuration, images, overwriting; nothing else of it counts) and
/// leaves metrics.csv (a row per network and test image), summary.json, summary.md and the networks in a folder. Returns the
/// table as Markdown. Blocks; progress over all trainings. Errors: those of ablate(), CsvFile and writeSummaries().
Result<std::string> writeAblation(const StainNetTrainingPlan& plan, const std::filesystem::path& folder,
                                  const JobControl& control);

/// Where the network of a row ("2+1") lies.
std::filesystem::path ablationNetworkPath(const std::filesystem::path& folder, const std::string& row);

}
