#pragma once

#include <QLocale>

namespace isostain {

/// Makes the application speak the locale's language where there is a translation, English otherwise. Before any widget is
/// made; GUI thread only.
void installTranslations(const QLocale& locale);

}
