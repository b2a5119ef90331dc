#include <cstdio>

#include <QApplication>

#include "Application.h"
#include "Translations.h"
#include "base/Version.h"

int main(int argc, char** argv)
{
    using namespace isostain;

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Isostain"));
    QApplication::setOrganizationName(QStringLiteral("Isostain"));
    QApplication::setApplicationVersion(QLatin1String(kVersion));
    QApplication::setDesktopFileName(QStringLiteral("isostain"));
    installTranslations(QLocale());

    const ParsedCommandLine commandLine = parseCommandLine(QApplication::arguments());
    if (!commandLine.options) {
        std::fprintf(commandLine.exitStatus == 0 ? stdout : stderr, "%s\n", qPrintable(commandLine.text));
        return commandLine.exitStatus;
    }
    Application viewer(*commandLine.options);
    viewer.start();
    return QApplication::exec();
}
