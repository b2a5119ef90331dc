#pragma once

#include <optional>

#include <QColor>
#include <QLocale>
#include <QString>

#include "annotation/AnnotationMeasures.h"
#include "slide/Slide.h"

namespace isostain {

/// "Line", "Area", "Point", "3 points".
QString kindText(const Annotation& annotation);
/// Its name, else its class, else what it is.
QString titleText(const Annotation& annotation);
/// "1.25 mm", "320 px"; "0.82 mm², outline 3.4 mm"; empty for points. By the locale.
QString measuresText(const Annotation& annotation, const SlideInfo& info, const QLocale& locale);

/// The color that it is drawn in: its own, else that of its class, which is the same in every session.
QColor colorOf(const Annotation& annotation);

}
