#include "profile/ProfileText.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace isostain {

namespace {

class Texts {
    Q_DECLARE_TR_FUNCTIONS(ProfilePlot)
};

const QString kDash = QStringLiteral("\u2013");

QString lengthText(const ProfileCurves& curves, double pixels)
{
    const QLocale locale;
    if (curves.micrometersPerPixel) {
        const double micrometers = pixels * *curves.micrometersPerPixel;
        return Texts::tr("%1 µm").arg(locale.toString(micrometers, 'f', micrometers < 100 ? 2 : 1));
    }
    return Texts::tr("%1 px").arg(locale.toString(pixels, 'f', 0));
}

bool hasGaps(const ProfileCurves& curves)
{
    return std::any_of(curves.curves.begin(), curves.curves.end(), [](const ProfileCurve& curve) {
        const auto& gray = curve.profile.gray;
        return std::find(gray.begin(), gray.end(), std::nullopt) != gray.end();
    });
}

/// A number with a point whatever the locale, short.
std::string numberText(double value, int decimals)
{
    return QString::number(value, 'f', decimals).toStdString();
}

/// Spreadsheets would run a name that begins like a formula.
std::string headerText(const QString& name, char separator)
{
    std::string text = name.toStdString();
    if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    if (separator == '\t') {
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        return text;
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}

QString distanceAxisText(const ProfileCurves& curves)
{
    return curves.micrometersPerPixel ? Texts::tr("Distance (µm)") : Texts::tr("Distance (pixels)");
}

QString distanceText(const ProfileCurves& curves, std::size_t sample)
{
    return lengthText(curves, static_cast<double>(sample) * curves.step);
}

QString grayText(const std::optional<float>& gray)
{
    return gray ? QLocale().toString(double(*gray), 'f', 1) : kDash;
}

QString correlationText(const std::optional<double>& correlation)
{
    return correlation ? QLocale().toString(*correlation, 'f', 3) : kDash;
}

QString legendText(const ProfileCurve& curve)
{
    if (!curve.correlation)
        return curve.name;
    return Texts::tr("%1 (r = %2)").arg(curve.name, correlationText(curve.correlation));
}

QString summaryText(const ProfileCurves& curves)
{
    if (curves.curves.empty())
        return {};
    QStringList parts;
    const double length = curves.line.length();
    parts << (curves.micrometersPerPixel
                  ? Texts::tr("Length %1 (%2 px)").arg(lengthText(curves, length), QLocale().toString(length, 'f', 0))
                  : Texts::tr("Length %1").arg(lengthText(curves, length)));
    if (curves.level > 0)
        parts << Texts::tr("longer than %1 px: level %2, every %3 px")
                     .arg(QLocale().toString(ProfileSampling::kMaxSamples), QLocale().toString(curves.level),
                          QLocale().toString(curves.step, 'g', 4));
    if (curves.awaitedTiles > 0)
        parts << Texts::tr("reading…");
    else if (hasGaps(curves))
        parts << Texts::tr("gaps: outside the slide or unreadable");
    return parts.join(QStringLiteral(" · "));
}

std::string profileTable(const ProfileCurves& curves, char separator)
{
    std::string text = "sample";
    for (const char* column : {"distance_px", "distance_um", "x", "y", "level", "width_px"})
        text += separator + std::string(column);
    for (const ProfileCurve& curve : curves.curves)
        text += separator + headerText(curve.name, separator);
    text += "\r\n";
    const cv::Point2d along = curves.line.end - curves.line.start;
    const double length = std::hypot(along.x, along.y);
    for (std::size_t sample = 0; sample < curves.sampleCount(); ++sample) {
        const double distance = static_cast<double>(sample) * curves.step;
        const cv::Point2d at = curves.line.start + along * (length > 0 ? distance / length : 0);
        text += std::to_string(sample) + separator + numberText(distance, 3) + separator;
        if (curves.micrometersPerPixel)
            text += numberText(distance * *curves.micrometersPerPixel, 4);
        text += separator + numberText(at.x, 3) + separator + numberText(at.y, 3) + separator + std::to_string(curves.level) +
                separator + std::to_string(curves.line.width);
        for (const ProfileCurve& curve : curves.curves) {
            text += separator;
            if (const std::optional<float> gray = curve.profile.gray[sample])
                text += numberText(double(*gray), 4);
        }
        text += "\r\n";
    }
    return text;
}

}
