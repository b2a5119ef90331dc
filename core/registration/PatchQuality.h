#pragma once

#include <optional>
#include <string_view>

#include "registration/ScanView.h"

namespace isostain {

/// How well a patch of the source, moved onto the target, fits there.
struct PatchQuality {
    double inside = 0;      ///< share of pixels that the source has
    double tissue = 0;      ///< share of the target's pixels that are denser than glass
    double clipped = 0;     ///< share of pixels with a channel at 0, of the worse of the two
    double correlation = 0; ///< mean local correlation of the two grays where there is texture, as they lie: -1 to 1
    double residual = 0;    ///< pixels: median flow that is left where there is texture
    double consistency = 0; ///< pixels: median distance by which flow there and back misses where it began
    double sharpness = 0;   ///< contrast of fine detail, of the blurrier of the two by the other: 0 to 1
};

/// What a patch must have to be kept.
struct QualityLimits {
    double tissue = 0.1;
    double clipped = 0.3;
    double correlation = 0.3;
    double residual = 1;
    double consistency = 1;
    double sharpness = 0.25;
};

/// Both views show the patch and the same margin around it, which the measures look into but do not count.
PatchQuality patchQuality(const ScanView& source, const ScanView& target, int margin);

/// Why a patch is not kept, a few words of English; nothing where it is.
std::optional<std::string_view> reasonToDrop(const PatchQuality& quality, const QualityLimits& limits);

}
