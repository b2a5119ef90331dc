#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "color/ColorCounts.h"
#include "color/Khan.h"
#include "color/Reinhard.h"
#include "color/StainSeparation.h"
#include "normalize/ColorSample.h"
#include "normalize/MethodOptions.h"

namespace isostain {

/// What a fitted method knows of a source or target: Reinhard the Lab statistics, Khan the stains and their splines, the other
/// stain-separating methods the stains and their maxima.
using FittedStatistics = std::variant<LabStatistics, StainStatistics, KhanStatistics>;

/// What a fit has to say to the user. The sentences stand in ProfileNames.
enum class FitWarning {
    NoTissue,        ///< blank, all pen, or too small: colors are left as they are
    NoColor,         ///< a gray image: there are no stains to find; colors are left as they are
    OneStain,        ///< only one stain can be told: the published H&E stains stand in
    NoStains,        ///< nothing that looks like H&E: colors are left as they are
    UnlikelyStains,  ///< the stains found do not look like hematoxylin and eosin
    OtherStain,      ///< the slide says that it was stained otherwise than the profile is for
    OtherPixelSize,  ///< µm/px of slide and training data differ by more than a quarter
    UnknownPixelSize,   ///< of the slide or of the training images of a network that looks at neighboring pixels
};

struct Fit {
    /// Nothing: the sample gives no ground for a change, and colors are left as they are.
    std::optional<FittedStatistics> statistics;
    std::vector<FitWarning> warnings;
};

/// Why no method can be fitted to a sample: NoTissue, also for a single color, or NoColor; nothing where one can.
std::optional<FitWarning> obstacleTo(const ColorSample& sample);

/// Fits a method to the colors of a slide or image. Never fails: what cannot be fitted is left unchanged or replaced by the
/// published values, and said. Fitted methods only; deterministic. Any thread; tens of milliseconds, Vahadane a second.
Fit fitStatistics(NormalizationMethod method, const MethodOptions& options, const ColorSample& sample);

}
