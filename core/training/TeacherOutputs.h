#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "dataset/ImagePairs.h"
#include "normalize/Normalizer.h"

namespace isostain {

/// Told of what a job goes on without. May be empty.
using LeftOutFunction = std::function<void(const Error&)>;

/// What a StainGAN makes of every image of a folder, each with the statistics of its own, as published: `output`/NAME.png.
/// Images that the same generator has left there are kept (generator.sha256 tells), so that what was stopped goes on. Progress
/// in images. Blocks; any thread. Errors: those of readNetwork(), CheckpointMismatch (no generator of a StainGAN), those of
/// `networks` and of running it, of imagesIn() and of writing, Cancelled.
Result<void> makeTeacherOutputs(const std::filesystem::path& generator, const std::filesystem::path& source,
                                const std::filesystem::path& output, const NetworkLoader& networks,
                                const LeftOutFunction& onLeftOut, const JobControl& control);

/// Pairs that can be trained on, and what cannot.
struct UsablePairs {
    std::vector<ImagePair> pairs;
    std::vector<std::string> orphans; ///< names without partner
    std::vector<Error> unreadable;    ///< damaged, or of two sizes
};

/// Pairs by name; each is decoded once, so that a damaged file is known before a training has begun. Blocks; any thread.
/// Errors: those of pairImages(), TrainingDataInvalid (none can be used, or both folders hold the same images), Cancelled.
Result<UsablePairs> usablePairs(const std::filesystem::path& source, const std::filesystem::path& target,
                                const JobControl& control);

}
