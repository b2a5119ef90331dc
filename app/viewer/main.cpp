#include <algorithm>
#include <cstdio>
#include <string_view>

#include <QApplication>

#include "Application.h"
#include "ReportMaker.h"
#include "Translations.h"
#include "base/Version.h"
#include "panels/PathText.h"

namespace {

/// Reports, the help and the version need no display: without one they are made where nobody sees it. Has to come before
/// QApplication.
void drawOffscreenWhereNothingIsShown(int argc, char** argv)
{
    const bool showsNothing = std::any_of(argv, argv + argc, [](std::string_view argument) {
        return argument.starts_with("--report") || argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v";
    });
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (showsNothing && !hasDisplay && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

int writeReport(const isostain::LaunchOptions& options)
{
    using namespace isostain;
    const auto made = makeStudyReport(toPath(options.report), toPath(options.reportFolder), options.reportOverwrite);
    if (!made)
        std::fprintf(stderr, "isostain: %s\n", describe(made.error()).c_str());
    return made ? 0 : 1;
}

}

int main(int argc, char** argv)
{
    using namespace isostain;

    drawOffscreenWhereNothingIsShown(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Isostain"));
    QApplication::setOrganizationName(QStringLiteral("Isostain"));
    QApplication::setApplicationVersion(QLatin1String(kVersion));
    QApplication::setDesktopFileName(QStringLiteral("isostain"));
    setLanguage({});

    const ParsedCommandLine commandLine = parseCommandLine(QApplication::arguments());
    if (!commandLine.options) {
        std::fprintf(commandLine.exitStatus == 0 ? stdout : stderr, "%s\n", qPrintable(commandLine.text));
        return commandLine.exitStatus;
    }
    if (!commandLine.options->report.isEmpty())
        return writeReport(*commandLine.options);
    Application viewer(*commandLine.options);
    viewer.start();
    return QApplication::exec();
}
