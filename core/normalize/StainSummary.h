#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "color/StainSeparation.h"
#include "normalize/FittedStatistics.h"

namespace isostain {

/// CIE Lab: L* from 0 to 100, a* and b* around 0.
using LabColor = std::array<double, 3>;

/// How a slide is stained, in a few numbers that slides can be compared by. Pure value.
struct StainSummary {
    double tissueShare = 0;               ///< of the whole slide, 0..1
    std::optional<LabColor> mean;         ///< of the tissue's pixels; nothing: there is no tissue
    std::optional<StainStatistics> stains; ///< hematoxylin and eosin by Macenko's method; nothing where they are not to be found
    std::vector<FitWarning> warnings;     ///< of the fit
};

/// Any thread; tens of milliseconds.
StainSummary summarize(const ColorSample& sample);

/// The color 0xRRGGBB of a stain at an amount, in transmitted light: 255 exp(-amount density).
std::uint32_t colorOf(const OpticalDensity& stain, double amount);

/// The color 0xRRGGBB of a CIE Lab color of the sRGB gamut.
std::uint32_t colorOf(const LabColor& color);

/// The median of each coordinate; nothing for no colors.
std::optional<LabColor> medianOf(std::vector<LabColor> colors);

/// CIE 1976 color difference: the distance in Lab. About 2 is just seen side by side.
double differenceOf(const LabColor& a, const LabColor& b);

}
