#include "panels/ErrorText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace isostain {

namespace {

/// Of a whole path only the name: the sentence stays readable, and the path stands in the detail.
QString shownSubject(const Error& error)
{
    const QString subject = QString::fromStdString(error.subject);
    return QDir::isAbsolutePath(subject) ? QFileInfo(subject).fileName() : subject;
}

}

QString errorText(const Error& error)
{
    const QString pattern = QCoreApplication::translate("ErrorSentence", sentenceFor(error.code).pattern);
    if (!pattern.contains(QLatin1String("%1")))
        return pattern;
    const QString subject =
        error.subject.empty() ? QCoreApplication::translate("ErrorSentence", "The input") : shownSubject(error);
    return pattern.arg(subject);
}

QString errorDetail(const Error& error)
{
    const QString detail = QString::fromStdString(error.detail);
    const QString subject = QString::fromStdString(error.subject);
    if (!QDir::isAbsolutePath(subject))
        return detail;
    const QString path = QDir::toNativeSeparators(subject);
    return detail.isEmpty() ? path : path + QLatin1String(": ") + detail;
}

}
