#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "evaluation/GrayProfile.h"

namespace isostain {

/// The gray values of one pane.
struct ProfileCurve {
    QString name;
    GrayProfile profile;
    std::optional<double> correlation; ///< with the source, see isostain::correlation()
};

/// What the plot shows: one line, one curve per pane. Pure value.
struct ProfileCurves {
    ProfileLine line;
    int level = 0;                             ///< of the slide that the line was drawn on
    double step = 1;                           ///< level-0 pixels between samples
    std::optional<double> micrometersPerPixel; ///< along the line, per level-0 pixel
    std::vector<ProfileCurve> curves;          ///< the source first; all with the same number of samples
    int awaitedTiles = 0;                      ///< tiles under the line that are still to come

    std::size_t sampleCount() const { return curves.empty() ? 0 : curves.front().profile.gray.size(); }
    /// What the axis counts: micrometers where the pixel size is known, else level-0 pixels.
    double unitsPerPixel() const { return micrometersPerPixel.value_or(1); }
    /// From the line's start, in these units.
    double distanceOf(std::size_t sample) const { return static_cast<double>(sample) * step * unitsPerPixel(); }
};

}
