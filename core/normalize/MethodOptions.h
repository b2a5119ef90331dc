#pragma once

#include <optional>

#include "color/StainSeparation.h"

namespace isostain {

enum class NormalizationMethod { StainNet, StainGan, Reinhard, Ruifrok, Macenko, Vahadane, Khan };

/// Which pixels a fit looks at.
enum class FitMask {
    Published,   ///< as in the paper's comparison: all pixels for Reinhard, Lab L/255 < 0.8 for the stain-separating methods
    Tissue,      ///< tissue without glass, pen marks and folds
};

/// What happens to glass.
enum class WhiteTreatment {
    Mapped,   ///< like every other color, as published
    Kept,     ///< unchanged, with a smooth transition to tissue
};

/// Everything of a method that a user can choose; a field of its StainProfile, so that viewer and export cannot disagree.
/// The defaults are the published form; a bare checkpoint has no other.
struct MethodOptions {
    FitMask mask = FitMask::Published;
    WhiteTreatment white = WhiteTreatment::Mapped;
    /// Ruifrok and Johnston: the source's stain vectors where they are not those published for H&E.
    std::optional<StainMatrix> stainVectors;

    bool operator==(const MethodOptions&) const = default;
};

/// What new profiles begin with.
inline constexpr MethodOptions kNewProfileOptions{FitMask::Tissue, WhiteTreatment::Kept, std::nullopt};

/// Whether a normalizer follows its profile's options or the paper's.
enum class NormalizerForm { Profile, Published };

}
