#pragma once

#include <QString>
#include <QStringList>

namespace isostain {

/// The languages that the program speaks, such as "de" and "zh_CN", English among them; sorted. Any thread.
QStringList translatedLanguages();

/// A language's name in itself. Any thread.
QString languageName(const QString& language);

/// The language that the application speaks now, one of translatedLanguages(). GUI thread only.
QString spokenLanguage();

/// Makes the application speak a language, and write numbers and dates in its way; empty: the desktop's, and English where it is
/// none of ours. Texts that are shown already stay: the windows have to be built anew. GUI thread only.
void setLanguage(const QString& language);

}
