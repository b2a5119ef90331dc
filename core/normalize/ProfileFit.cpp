#include "normalize/ProfileFit.h"

#include <algorithm>

#include "base/Version.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kNamesInProvenance = 5;

struct Files {
    std::vector<fs::path> named;     ///< have to be usable
    std::vector<fs::path> found;     ///< in folders: passed over where they are not
};

Result<Files> listFiles(const std::vector<fs::path>& paths)
{
    Files files;
    for (const fs::path& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            files.named.push_back(path);
            continue;
        }
        for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
            if (entry->is_regular_file(error) && !entry->path().filename().string().starts_with('.'))
                files.found.push_back(entry->path());
        if (error)
            return fail(ErrorCode::FileUnreadable, path.string(), error.message());
    }
    std::sort(files.found.begin(), files.found.end());
    return files;
}

Result<ColorSample> sampleFile(const fs::path& path, const JobControl& control)
{
    const auto slide = openSlide(path);
    if (!slide)
        return tl::unexpected(slide.error());
    return sampleSlide(**slide, kSampleSeed, {control.stop, {}, control.threads});
}

/// "Macenko to reference.png".
std::string defaultName(const ProfileFitRequest& request)
{
    std::string name = named(request.method).displayName;
    if (request.target.empty())
        return name;
    const fs::path& first = request.target.front();
    return name + " to " + (first.has_filename() ? first : first.parent_path()).filename().string();
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kNamesInProvenance); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > kNamesInProvenance)
        text += " and " + std::to_string(names.size() - kNamesInProvenance) + " more";
    return text;
}

StainProfile emptyProfile(const ProfileFitRequest& request)
{
    StainProfile profile;
    profile.name = request.name.empty() ? defaultName(request) : request.name;
    profile.method = request.method;
    profile.options = request.options;
    profile.stain = request.stain;
    profile.programVersion = kVersion;
    return profile;
}

/// Fixes the source where the request names files for it.
Result<FittedProfile> withSource(FittedProfile fitted, const ProfileFitRequest& request, const JobControl& control)
{
    if (request.source.empty())
        return fitted;
    const auto source = sampleFiles(request.source, control);
    if (!source)
        return tl::unexpected(source.error());
    Fit fit = fitStatistics(request.method, request.options, source->sample);
    if (!fit.statistics)
        return fail(ErrorCode::TargetUnusable, request.source.front().string(), named(fit.warnings.front()).displayName);
    fitted.profile.source = std::move(fit.statistics);
    fitted.profile.provenance += "; source fitted to " + listed(source->names);
    fitted.warnings.insert(fitted.warnings.end(), fit.warnings.begin(), fit.warnings.end());
    fitted.skipped.insert(fitted.skipped.end(), source->skipped.begin(), source->skipped.end());
    return fitted;
}

}

Result<SampledFiles> sampleFiles(const std::vector<fs::path>& paths, const JobControl& control)
{
    const auto files = listFiles(paths);
    if (!files)
        return tl::unexpected(files.error());
    SampledFiles sampled;
    std::uint64_t done = 0;
    const std::uint64_t total = files->named.size() + files->found.size();
    const auto take = [&](const fs::path& path) -> Result<void> {
        const auto sample = sampleFile(path, control);
        if (!sample)
            return tl::unexpected(sample.error());
        sampled.sample = merged(sampled.sample, *sample);
        sampled.names.push_back(path.filename().string());
        control.report(++done, total);
        return {};
    };
    for (const fs::path& path : files->named)
        if (const auto taken = take(path); !taken)
            return tl::unexpected(taken.error());
    for (const fs::path& path : files->found) {
        const auto taken = take(path);
        if (!taken && taken.error().code == ErrorCode::Cancelled)
            return tl::unexpected(taken.error());
        if (!taken)
            sampled.skipped.push_back(path.string());
    }
    if (sampled.names.empty())
        return fail(ErrorCode::TrainingDataInvalid, paths.empty() ? "" : paths.front().string(), "there is no readable image in it");
    return sampled;
}

Result<FittedProfile> fitProfileTo(const ColorSample& target, const ProfileFitRequest& request)
{
    if (!isFitted(request.method))
        return fail(ErrorCode::InvalidArgument, named(request.method).displayName, "it is trained, not fitted");
    Fit fit = fitStatistics(request.method, request.options, target);
    if (!fit.statistics)
        return fail(ErrorCode::TargetUnusable, request.target.empty() ? "The reference" : request.target.front().string(),
                    named(fit.warnings.front()).displayName);
    FittedProfile fitted{emptyProfile(request), std::move(fit.warnings), {}};
    fitted.profile.target = std::move(fit.statistics);
    fitted.profile.mpp = target.mpp;
    return fitted;
}

Result<FittedProfile> fitProfile(const ProfileFitRequest& request, const JobControl& control)
{
    const auto target = sampleFiles(request.target, control);
    if (!target)
        return tl::unexpected(target.error());
    auto fitted = fitProfileTo(target->sample, request);
    if (!fitted)
        return fitted;
    fitted->skipped = target->skipped;
    fitted->profile.provenance = "target fitted to " + listed(target->names);
    return withSource(*std::move(fitted), request, control);
}

Result<FittedProfile> fitProfileToPublished(const ProfileFitRequest& request, const JobControl& control)
{
    auto profile = publishedReferenceProfile(request.method, request.options);
    if (!profile)
        return tl::unexpected(profile.error());
    if (request.stain != Stain::HematoxylinEosin && request.stain != Stain::Unknown)
        return fail(ErrorCode::InvalidArgument, named(request.stain).displayName, "the published reference is of H&E");
    profile->stain = request.stain;
    if (!request.name.empty())
        profile->name = request.name;
    return withSource({*std::move(profile), {}, {}}, request, control);
}

std::vector<NormalizationMethod> methodsOfPublishedReference()
{
    return {NormalizationMethod::Macenko, NormalizationMethod::Vahadane, NormalizationMethod::Ruifrok};
}

std::string publishedReferenceName(NormalizationMethod method)
{
    return std::string(named(method).displayName) + ", published H&E reference";
}

Result<StainProfile> publishedReferenceProfile(NormalizationMethod method, const MethodOptions& options)
{
    const auto methods = methodsOfPublishedReference();
    if (std::find(methods.begin(), methods.end(), method) == methods.end())
        return fail(ErrorCode::InvalidArgument, named(method).displayName, "the published H&E reference does not say what this method needs");
    ProfileFitRequest request;
    request.method = method;
    request.options = options;
    request.name = publishedReferenceName(method);
    StainProfile profile = emptyProfile(request);
    profile.target = publishedHematoxylinEosinReference();
    profile.provenance = "H&E stain vectors and maxima published with Macenko's method (2009)";
    return profile;
}

}
