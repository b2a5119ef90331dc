#include "annotate/AnnotationTexts.h"

#include <array>
#include <cmath>

#include <QCoreApplication>

namespace isostain {

namespace {

/// After Okabe and Ito (Color Universal Design, 2008), those that stand out from H&E and Papanicolaou stains.
constexpr std::array<QRgb, 6> kColors{0xFF0072B2, 0xFF009E73, 0xFFE69F00, 0xFF56B4E9, 0xFFF0E442, 0xFFD55E00};

QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("Annotation", text, nullptr, count);
}

QString lengthText(double length, bool isInMicrometers, const QLocale& locale)
{
    if (!isInMicrometers)
        return tr(QT_TRANSLATE_NOOP("Annotation", "%1 px")).arg(locale.toString(length, 'f', length < 100 ? 1 : 0));
    if (length >= 1000)
        return tr(QT_TRANSLATE_NOOP("Annotation", "%1 mm")).arg(locale.toString(length / 1000, 'f', 2));
    return tr(QT_TRANSLATE_NOOP("Annotation", "%1 µm")).arg(locale.toString(length, 'f', length < 100 ? 1 : 0));
}

QString areaText(double area, bool isInMicrometers, const QLocale& locale)
{
    if (!isInMicrometers)
        return tr(QT_TRANSLATE_NOOP("Annotation", "%1 px²")).arg(locale.toString(area, 'f', 0));
    if (area >= 1e5)
        return tr(QT_TRANSLATE_NOOP("Annotation", "%1 mm²")).arg(locale.toString(area / 1e6, 'f', area < 1e7 ? 3 : 2));
    return tr(QT_TRANSLATE_NOOP("Annotation", "%1 µm²")).arg(locale.toString(area, 'f', area < 100 ? 1 : 0));
}

}

QString kindText(const Annotation& annotation)
{
    switch (annotation.kind) {
    case AnnotationKind::Lines:
        return tr(QT_TRANSLATE_NOOP("Annotation", "Line"));
    case AnnotationKind::Areas:
        return tr(QT_TRANSLATE_NOOP("Annotation", "Area"));
    case AnnotationKind::Points:
        break;
    }
    const std::size_t points = measured(annotation, {}, {}).points;
    return points == 1 ? tr(QT_TRANSLATE_NOOP("Annotation", "Point"))
                       : tr(QT_TRANSLATE_N_NOOP("Annotation", "%n points"), int(points));
}

QString titleText(const Annotation& annotation)
{
    for (const std::string& text : {annotation.name, annotation.className})
        if (!text.empty())
            return QString::fromStdString(text);
    return kindText(annotation);
}

QString measuresText(const Annotation& annotation, const SlideInfo& info, const QLocale& locale)
{
    const AnnotationMeasures measures = measured(annotation, info.mppX, info.mppY);
    const QString length = lengthText(measures.length, measures.isInMicrometers, locale);
    switch (annotation.kind) {
    case AnnotationKind::Lines:
        return length;
    case AnnotationKind::Areas:
        return tr(QT_TRANSLATE_NOOP("Annotation", "%1, outline %2"))
            .arg(areaText(measures.area, measures.isInMicrometers, locale), length);
    case AnnotationKind::Points:
        break;
    }
    return {};
}

QColor colorOf(const Annotation& annotation)
{
    if (annotation.color)
        return QColor::fromRgb(*annotation.color | 0xFF000000u);
    std::size_t sum = 0;
    for (const char letter : annotation.className)
        sum = sum * 31 + static_cast<unsigned char>(letter);
    return QColor::fromRgb(kColors[sum % kColors.size()]);
}

}
