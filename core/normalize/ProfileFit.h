#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "normalize/ColorSample.h"
#include "normalize/StainProfile.h"

namespace isostain {

/// The colors of files and folders taken together.
struct SampledFiles {
    ColorSample sample;
    std::vector<std::string> names;     ///< file names, without folders, of what was sampled
    std::vector<std::string> skipped;   ///< paths in a folder that are no readable images or slides
};

/// Samples images, slides, and what lies in folders (not below them), in the order of their names. Progress in files.
/// Errors: FileNotFound, those of openSlide() for a file named by itself, TrainingDataInvalid for a folder without a usable
/// file, Cancelled. Blocks; any thread.
Result<SampledFiles> sampleFiles(const std::vector<std::filesystem::path>& paths, const JobControl& control = {});

/// What a fit makes a profile of.
struct ProfileFitRequest {
    NormalizationMethod method = NormalizationMethod::Macenko;
    MethodOptions options = kNewProfileOptions;
    Stain stain = Stain::HematoxylinEosin;
    std::string name;   ///< empty: made of the method and the target's first file
    std::vector<std::filesystem::path> target;
    std::vector<std::filesystem::path> source;   ///< empty: each slide is fitted when it is normalized
};

struct FittedProfile {
    StainProfile profile;
    std::vector<FitWarning> warnings;
    std::vector<std::string> skipped;
};

/// Fits a method to target files (and, for a fixed source, source files). Errors: those of sampleFiles(); InvalidArgument for
/// a learned method; TargetUnusable for a target without tissue or color.
Result<FittedProfile> fitProfile(const ProfileFitRequest& request, const JobControl& control = {});

/// A profile whose target is a sample, such as a region of the open slide. Errors: as above. Any thread; blocks for the fit.
Result<FittedProfile> fitProfileTo(const ColorSample& target, const ProfileFitRequest& request);

/// A profile whose target is the published H&E reference instead of `request.target`; the source is fixed where the request
/// says so. Errors: those of publishedReferenceProfile() and fitProfile(); InvalidArgument for a stain that is not H&E.
Result<FittedProfile> fitProfileToPublished(const ProfileFitRequest& request, const JobControl& control = {});

/// The methods that the published H&E reference can be a target of: Ruifrok, Macenko and Vahadane.
std::vector<NormalizationMethod> methodsOfPublishedReference();
/// What such a profile is called where nobody names it otherwise.
std::string publishedReferenceName(NormalizationMethod method);
/// A profile that needs no reference image: H&E stain vectors and maxima as published with Macenko's method.
/// Errors: InvalidArgument for any other method.
Result<StainProfile> publishedReferenceProfile(NormalizationMethod method, const MethodOptions& options = kNewProfileOptions);

}
