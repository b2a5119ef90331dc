#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/Error.h"
#include "base/Progress.h"
#include "normalize/Normalizer.h"
#include "normalize/ProfileFit.h"

namespace isostain::cli {

/// How a command is told what to normalize with: --profile FILE, or --method METHOD --target PATH...
struct NormalizerArguments {
    std::string profile;
    std::string method;
    std::vector<std::string> targets;
    std::string form;
    std::string white;   ///< empty: as the profile says
};

/// The word for --target that stands for the published H&E reference, which needs no image.
inline constexpr const char* kPublishedReference = "published";

/// The methods that can be fitted: learned ones come as a profile or checkpoint.
std::vector<std::string> fittedMethodKeys();

/// Adds the options; `form` is what the command does without --form.
void addNormalizerArguments(CLI::App& command, NormalizerArguments& arguments, NormalizerForm form);

/// Adds --target, with a help text that says what it takes.
CLI::Option* addTargetOption(CLI::App& command, std::vector<std::string>& targets);

/// -o of a command that adds something to a profile.
void addProfileOutputOption(CLI::App& command, std::string& output);
/// Without -o, what is added goes into the profile itself; a .pth cannot hold it. Throws CLI::ValidationError.
void useProfileAsOutput(const std::string& profilePath, std::string& output);
/// A StainGAN's checkpoint has to lie beside the profile that is written. Errors: InvalidArgument.
Result<void> checkCheckpointLiesBeside(const StainProfile& profile, const std::filesystem::path& profilePath,
                                       const std::filesystem::path& output);

struct ChosenNormalizer {
    StainProfile profile;
    NormalizerForm form = NormalizerForm::Profile;
};

/// Reads the profile, or fits the method to its target. Says on standard error what was passed over or is doubtful.
Result<ChosenNormalizer> chooseNormalizer(const NormalizerArguments& arguments, const JobControl& control);

/// Fits a method to its target files, or to the published reference where its word stands for them.
Result<FittedProfile> fitToTarget(const ProfileFitRequest& request, const JobControl& control);

/// Says on standard error what a sample or fit passed over, a line each.
void printSkipped(const std::vector<std::string>& paths);
/// The same, and what is doubtful about the fit.
void printRemarks(const FittedProfile& fitted);

/// One line per warning on standard error: "isostain-cli: warning: NAME: sentence".
void printWarnings(const std::string& name, const std::vector<FitWarning>& warnings);

}
