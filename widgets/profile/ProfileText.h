#pragma once

#include <QString>

#include "profile/ProfileCurves.h"

namespace isostain {

/// "Distance (µm)" or "Distance (pixels)".
QString distanceAxisText(const ProfileCurves& curves);
/// How far a sample is from the line's start: "12.5 µm" or "50 px".
QString distanceText(const ProfileCurves& curves, std::size_t sample);
/// "137.0", or a dash for a gap.
QString grayText(const std::optional<float>& gray);
/// "0.973", or a dash where there is none.
QString correlationText(const std::optional<double>& correlation);
/// The name, with its correlation where there is one.
QString legendText(const ProfileCurve& curve);
/// What the chart does not show: length, width, the level where it is not the finest, and whether tiles are missing.
QString summaryText(const ProfileCurves& curves);

/// A table with a header: sample, distance, position in level-0 pixels, then one column per curve; gaps are empty fields,
/// numbers have points. `separator` is a comma (CSV after RFC 4180) or a tabulator. UTF-8.
std::string profileTable(const ProfileCurves& curves, char separator);

}
