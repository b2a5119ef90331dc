#pragma once

#include <cstdint>
#include <vector>

#include "color/KhanClassifier.h"
#include "demo/DyeField.h"
#include "demo/ScannerModels.h"
#include "image/Image.h"

namespace isostain::test {

/// A scanner that nobody has seen before, with its own stains: dye densities, white point, flare, crosstalk, tone curve,
/// optics and noise drawn at random within what laboratories and scanners do. The same seed gives the same scanner.
demo::ScannerModel randomScanner(std::uint32_t seed);

/// The directions of hematoxylin's and eosin's own densities.
StainMatrix trueStains(const demo::ScannerModel& scanner);
/// The same as the scanner shows them, after its crosstalk and tone curve: each dye alone, at a concentration of 0.7, above
/// glass. Up to some 3 degrees from trueStains(), which no pixel tells.
StainMatrix shownStains(const demo::ScannerModel& scanner);

/// Square fields from random places of one generated H&E section, at least a tenth of each on tissue.
std::vector<demo::DyeField> generatedFields(std::uint32_t seed, int fields, int size);

/// All fields as one scanner sees them.
std::vector<RgbImage> scanned(const std::vector<demo::DyeField>& fields, const demo::ScannerModel& scanner);

/// What of an image a fit is given. Colored: without what is nearly gray, as tissue masks by saturation do.
enum class Selection { Everything, PublishedTissue, Colored };
ColorCounts selectedColors(const std::vector<RgbImage>& images, Selection selection);

/// Which dye brings how much of the density of pixel (x, y) of a field's image; all of it Background where there is next to
/// none.
StainClassifier::Shares trueShares(const demo::DyeField& field, const demo::ScannerModel& scanner, int x, int y);

}
