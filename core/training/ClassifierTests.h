#pragma once

#include <filesystem>
#include <string>

#include "base/Error.h"
#include "base/Progress.h"
#include "training/LabelledImages.h"

namespace isostain {

/// A normalizer to test a classifier with: a stain profile or checkpoint, and what it is called in tables.
struct NamedNormalizer {
    std::string name;
    std::filesystem::path file;
};

/// What a normalizer makes of test images, in the published form. A fitted method is fitted once to all images together (at
/// most 256 of them, evenly spread), never to each; a StainGAN takes each image by itself, as published. Blocks; any thread.
/// Errors: those of readStainProfile() and makeNormalizer(), ModuleMissing; of the result as well those of the network.
Result<ImageChange> normalizerOf(const NamedNormalizer& normalizer, const LabelledImages& images, const JobControl& control);

}
