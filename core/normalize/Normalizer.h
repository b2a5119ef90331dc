#pragma once

#include <memory>
#include <string>

#include "base/Error.h"
#include "base/Progress.h"
#include "color/ColorTable.h"
#include "normalize/StainProfile.h"

namespace isostain {

/// What the user picked, ready to be applied: a profile and the ColorTable compiled from it. Immutable, shared; any thread.
struct Normalizer {
    StainProfile profile;
    ColorTablePtr table;
};

using NormalizerPtr = std::shared_ptr<const Normalizer>;

/// Compiles the profile's table (about a third of a second). Errors: SpatialUnsupported, CheckpointMismatch, Cancelled,
/// OutOfMemory.
Result<NormalizerPtr> makeNormalizer(StainProfile profile, const JobControl& control = {});

}
