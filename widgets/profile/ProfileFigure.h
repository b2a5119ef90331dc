#pragma once

#include <functional>
#include <span>

#include <QImage>
#include <QSize>
#include <QString>

#include "base/Error.h"
#include "profile/ProfileCurves.h"

namespace isostain {

/// What a profile can be saved as.
enum class ProfileFormat { Png, Svg, Pdf, Csv };

/// One row per format: the file dialog derives from it.
struct ProfileFormatRow {
    ProfileFormat format;
    const char* suffix; ///< lower case, without the point
    const char* name;   ///< to be translated in the context "ProfileFormat"
};
std::span<const ProfileFormatRow> profileFormats();
/// By the suffix, any case. Errors: InvalidArgument.
Result<ProfileFormat> profileFormatOf(const QString& path);

/// The part of the chart that a figure shows.
struct ProfileRanges {
    double firstDistance = 0;
    double lastDistance = 1;
    double lowestGray = 0;
    double highestGray = 255;
};

/// A figure for print: on white whatever the theme of the window, with a legend. GUI thread only.
QImage profileImage(const ProfileCurves& curves, const ProfileRanges& ranges, QSize logicalSize);

/// A file's content. What needs the GUI thread is done in the call, the rest (compressing a picture) in the function that it
/// returns, which any thread may call once; that yields nothing where the content could not be made.
std::function<QByteArray()> profileFile(const ProfileCurves& curves, const ProfileRanges& ranges, QSize logicalSize,
                                        ProfileFormat format);

}
