#include "panels/ViewTexts.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ViewTexts)
};

/// Three significant digits without exponent or trailing zeros: 0.312, 2.5, 10, 40.
QString shortNumber(double value, const QLocale& locale)
{
    if (value <= 0 || !std::isfinite(value))
        return locale.toString(0);
    const int digitsBeforePoint = static_cast<int>(std::floor(std::log10(value))) + 1;
    const int decimals = std::clamp(3 - digitsBeforePoint, 0, 6);
    QString text = locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(locale.zeroDigit()))
            text.chop(1);
        if (text.endsWith(locale.decimalPoint()))
            text.chop(1);
    }
    return text;
}

}

QString magnificationText(double zoom, const SlideInfo& info, const QLocale& locale)
{
    if (info.objectivePower)
        return Texts::tr("%1×").arg(shortNumber(zoom * *info.objectivePower, locale));
    return Texts::tr("%1 pixels per pixel", "screen pixels per pixel of the slide").arg(shortNumber(zoom, locale));
}

QString pixelSizeText(double zoom, const SlideInfo& info, const QLocale& locale)
{
    if (!info.mppX)
        return {};
    return Texts::tr("%1 µm/pixel").arg(shortNumber(*info.mppX / zoom, locale));
}

QString levelText(double zoom, const PyramidGeometry& geometry, const QLocale& locale)
{
    if (geometry.levelCount() == 0)
        return {};
    const int level = geometry.levelForZoom(zoom);
    return Texts::tr("Level %1 of %2 (1:%3)")
        .arg(locale.toString(level), locale.toString(geometry.coarsestLevel()),
             shortNumber(geometry.level(level).downsampleX, locale));
}

QString positionText(const cv::Point2d& level0, const SlideInfo& info, const QLocale& locale)
{
    const QString pixels = Texts::tr("x %1, y %2 px")
                               .arg(locale.toString(static_cast<qlonglong>(std::floor(level0.x))),
                                    locale.toString(static_cast<qlonglong>(std::floor(level0.y))));
    if (!info.mppX)
        return pixels;
    const double mppY = info.mppY.value_or(*info.mppX);
    return Texts::tr("%1 (%2, %3 µm)")
        .arg(pixels, locale.toString(level0.x * *info.mppX, 'f', 1), locale.toString(level0.y * mppY, 'f', 1));
}

}
