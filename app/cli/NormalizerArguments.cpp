#include "NormalizerArguments.h"

#include <cstdio>

#include "normalize/ProfileNames.h"

namespace isostain::cli {

namespace {

Result<StainProfile> fitNow(const NormalizerArguments& arguments, NormalizerForm form, const JobControl& control)
{
    ProfileFitRequest request;
    request.method = *valueOf(normalizationMethods(), arguments.method);
    if (form == NormalizerForm::Published)
        request.options = MethodOptions();
    request.target.assign(arguments.targets.begin(), arguments.targets.end());
    auto fitted = fitToTarget(request, control);
    if (!fitted)
        return tl::unexpected(fitted.error());
    printRemarks(*fitted);
    return fitted->profile;
}

}

std::vector<std::string> fittedMethodKeys()
{
    std::vector<std::string> keys;
    for (const auto& row : normalizationMethods())
        if (isFitted(row.value))
            keys.emplace_back(row.key);
    return keys;
}

CLI::Option* addTargetOption(CLI::App& command, std::vector<std::string>& targets)
{
    return command.add_option("--target", targets,
                              std::string("What to normalize to: reference images, folders of images or slides; or the word \"") +
                                  kPublishedReference + "\" for the published H&E reference");
}

void addNormalizerArguments(CLI::App& command, NormalizerArguments& arguments, NormalizerForm form)
{
    arguments.form = normalizerForms()[static_cast<std::size_t>(form)].key;
    CLI::Option_group* normalizer = command.add_option_group("Normalizer", "One of these");
    normalizer->add_option("--profile", arguments.profile, "Stain profile (.json) or checkpoint (.pth)");
    auto* method = normalizer->add_option("--method", arguments.method, "Method to fit now, to --target")->check(CLI::IsMember(fittedMethodKeys()));
    normalizer->require_option(1);
    auto* target = addTargetOption(command, arguments.targets);
    method->needs(target);
    target->needs(method);
    command.add_option("--form", arguments.form, "published: as in the paper, whatever the profile says")
        ->check(CLI::IsMember(keysOf(normalizerForms())))
        ->capture_default_str();
    command.add_option("--white", arguments.white, "Glass: kept (unchanged) or mapped (like tissue), whatever the profile says")
        ->check(CLI::IsMember(keysOf(whiteTreatments())));
}

void addProfileOutputOption(CLI::App& command, std::string& output)
{
    command.add_option("-o,--output", output, "Stain profile to write (default: the profile itself, if it is a .json)");
}

void useProfileAsOutput(const std::string& profilePath, std::string& output)
{
    if (!output.empty())
        return;
    if (!profilePath.ends_with(".json"))
        throw CLI::ValidationError("-o", "a checkpoint cannot hold more than its weights: name a stain profile to write");
    output = profilePath;
}

Result<void> checkCheckpointLiesBeside(const StainProfile& profile, const std::filesystem::path& profilePath,
                                       const std::filesystem::path& output)
{
    if (profile.generatorFile.empty())
        return {};
    std::error_code error;
    const auto folderOf = [](const std::filesystem::path& path) { return std::filesystem::absolute(path).parent_path(); };
    if (std::filesystem::equivalent(folderOf(profilePath), folderOf(output), error))
        return {};
    return fail(ErrorCode::InvalidArgument, output.string(),
                "its checkpoint " + profile.generatorFile + " lies in another folder; write the profile beside it");
}

Result<ChosenNormalizer> chooseNormalizer(const NormalizerArguments& arguments, const JobControl& control)
{
    ChosenNormalizer chosen;
    chosen.form = *valueOf(normalizerForms(), arguments.form);
    auto profile = arguments.method.empty() ? readStainProfile(arguments.profile) : fitNow(arguments, chosen.form, control);
    if (!profile)
        return tl::unexpected(profile.error());
    chosen.profile = *std::move(profile);
    if (const auto white = valueOf(whiteTreatments(), arguments.white)) {
        chosen.profile.options = optionsOf(chosen.profile, chosen.form);
        chosen.profile.options.white = *white;
        chosen.form = NormalizerForm::Profile;
    }
    return chosen;
}

Result<FittedProfile> fitToTarget(const ProfileFitRequest& request, const JobControl& control)
{
    if (request.target == std::vector<std::filesystem::path>{kPublishedReference})
        return fitProfileToPublished(request, control);
    return fitProfile(request, control);
}

void printSkipped(const std::vector<std::string>& paths)
{
    for (const std::string& path : paths)
        std::fprintf(stderr, "isostain-cli: %s could not be read as an image and is left out.\n", path.c_str());
}

void printRemarks(const FittedProfile& fitted)
{
    printSkipped(fitted.skipped);
    printWarnings(fitted.profile.name, fitted.warnings);
}

void printWarnings(const std::string& name, const std::vector<FitWarning>& warnings)
{
    for (const FitWarning warning : warnings)
        std::fprintf(stderr, "isostain-cli: warning: %s: %s\n", name.c_str(), named(warning).displayName);
}

}
