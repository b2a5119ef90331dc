#pragma once

#include <cstdint>

#include "color/ColorTable.h"

namespace isostain {

/// The color 0xRRGGBB that marks what a normalizer was not trained on: of a grid over all light colors the one whose
/// chromaticity stays farthest from tissue and glass for the viewer who tells them apart least, with normal sight or any kind
/// of color blindness (as simulated by Vienot, Brettel and Mollon 1999).
inline constexpr std::uint32_t kTrustColor = 0x00FF66;

/// The trust map as one more normalizer: the table's answers, but colors flagged as outside the training gamut are shown in
/// kTrustColor, the lighter the lighter the answer is, so that structure stays visible. The flags themselves are not kept.
/// About 0.1 s. Errors: Cancelled, OutOfMemory. Any thread.
Result<ColorTablePtr> trustOverlay(const ColorTable& table, const JobControl& control = {});

}
