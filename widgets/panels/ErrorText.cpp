#include "panels/ErrorText.h"

#include <QCoreApplication>

namespace isostain {

QString errorText(const Error& error)
{
    const QString pattern = QCoreApplication::translate("ErrorSentence", sentenceFor(error.code).pattern);
    if (!pattern.contains(QLatin1String("%1")))
        return pattern;
    const QString subject = error.subject.empty() ? QCoreApplication::translate("ErrorSentence", "The input")
                                                  : QString::fromStdString(error.subject);
    return pattern.arg(subject);
}

QString errorDetail(const Error& error)
{
    return QString::fromStdString(error.detail);
}

}
