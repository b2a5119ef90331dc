#include "Translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace isostain {

namespace {

const QString kFolder = QStringLiteral(":/translations");
const QString kPrefix = QStringLiteral("isostain_");
const QString kInstalled = QStringLiteral("isostainTranslator");

bool install(const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(kInstalled);
    if (translator->load(locale, name, QStringLiteral("_"), folder) && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

}

QStringList translatedLanguages()
{
    QStringList languages;
    for (const QString& file : QDir(kFolder).entryList({kPrefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        languages << file.mid(kPrefix.size()).chopped(3);
    return languages;
}

QString languageName(const QString& language)
{
    const QLocale locale(language);
    const QString name = locale.language() == QLocale::English ? QStringLiteral("English") : locale.nativeLanguageName();
    return name.isEmpty() ? language : name.left(1).toUpper() + name.mid(1);
}

QString spokenLanguage()
{
    for (const QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>(kInstalled)) {
        const QString name = QFileInfo(translator->filePath()).completeBaseName();
        if (name.startsWith(kPrefix))
            return name.mid(kPrefix.size());
    }
    return QStringLiteral("en");
}

void setLanguage(const QString& language)
{
    for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>(kInstalled))
        delete translator;
    // The desktop's own way to write numbers is kept where it speaks the same language: de_CH for "de".
    const QLocale desktop = QLocale::system();
    const bool isDesktops = language.isEmpty() || QLocale(language).language() == desktop.language();
    const QLocale locale = isDesktops ? desktop : QLocale(language);
    QLocale::setDefault(locale);
    const QLocale spoken = language.isEmpty() ? desktop : QLocale(language);
    if (!install(spoken, QStringLiteral("isostain"), kFolder)) {
        install(QLocale(QLocale::English), QStringLiteral("isostain"), kFolder); // its plural forms
        return;
    }
    install(spoken, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

}
