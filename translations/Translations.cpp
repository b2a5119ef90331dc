#include "Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace isostain {

namespace {

bool install(const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), folder) && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

}

void installTranslations(const QLocale& locale)
{
    const QString folder = QStringLiteral(":/translations");
    if (!install(locale, QStringLiteral("isostain"), folder)) {
        install(QLocale(QLocale::English), QStringLiteral("isostain"), folder); // its plural forms
        return;
    }
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

}
