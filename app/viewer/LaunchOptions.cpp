#include "LaunchOptions.h"

#include <algorithm>
#include <array>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include "PaneSet.h"
#include "base/Version.h"
#include "Translations.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LaunchOptions)
};

constexpr const char* kExamples = R"(
  isostain biopsy.svs
  isostain biopsy.svs --profile builtin:macenko --profile lab-stainnet.json --mode curtain
  isostain biopsy.svs --profile lab-stainnet.json --view hematoxylin --size 1600x1000 --screenshot biopsy.png
  isostain --report study --output study-report)";

struct ModeRow {
    CompareMode mode;
    const char* key;
};

constexpr std::array kModes = {
    ModeRow{CompareMode::SideBySide, "side-by-side"},
    ModeRow{CompareMode::Curtain, "curtain"},
    ModeRow{CompareMode::Single, "single"},
};

/// "side-by-side, curtain, single"
template <typename Rows>
QString keysOf(const Rows& rows)
{
    QStringList keys;
    for (const auto& row : rows)
        keys << QLatin1String(row.key);
    return keys.join(QLatin1String(", "));
}

std::optional<CompareMode> modeFromKey(const QString& key)
{
    for (const ModeRow& row : kModes)
        if (key == QLatin1String(row.key))
            return row.mode;
    return std::nullopt;
}

/// The row with this key; nothing where there is none.
template <typename Rows>
auto rowWithKey(const Rows& rows, const QString& key)
{
    return std::find_if(rows.begin(), rows.end(), [&key](const auto& row) { return key == QLatin1String(row.key); });
}

std::optional<QSize> sizeFromText(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const auto match = pattern.match(text);
    return match.hasMatch() ? std::optional(QSize(match.captured(1).toInt(), match.captured(2).toInt())) : std::nullopt;
}

ParsedCommandLine usageError(const QString& sentence)
{
    return {std::nullopt, sentence + QLatin1Char('\n') + Texts::tr("See isostain --help."), 2};
}

}

ParsedCommandLine parseCommandLine(const QStringList& arguments)
{
    const QCommandLineOption profile(QStringLiteral("profile"), Texts::tr("Stain profile or checkpoint to use, or a method fitted to the published H&E reference such as "
                                               "builtin:macenko. Given several times, each opens a pane."),
                                     Texts::tr("FILE"));
    const QCommandLineOption view(QStringLiteral("view"), Texts::tr("What the pane of the profile of the same number shows: %1.").arg(keysOf(paneViews())),
                                  Texts::tr("VIEW"));
    const QCommandLineOption arrangement(QStringLiteral("arrangement"), Texts::tr("How panes are arranged: %1.").arg(keysOf(paneArrangements())),
                                         Texts::tr("ARRANGEMENT"));
    const QCommandLineOption mode(QStringLiteral("mode"), Texts::tr("How to compare: %1.").arg(keysOf(kModes)), Texts::tr("MODE"));
    const QCommandLineOption size(QStringLiteral("size"), Texts::tr("Size of the window, e.g. 1600x1000."),
                                  Texts::tr("WIDTHxHEIGHT"));
    const QCommandLineOption theme(QStringLiteral("theme"), Texts::tr("Colors of the window: %1.").arg(keysOf(themeRows())), Texts::tr("THEME"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      Texts::tr("Language of the window: %1.").arg(translatedLanguages().join(QStringLiteral(", "))),
                                      Texts::tr("LANGUAGE"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        Texts::tr("Write a picture of the window to a PNG file and end."), Texts::tr("FILE"));
    const QCommandLineOption report(QStringLiteral("report"),
                                    Texts::tr("Write the report of a study, as a web page and as PDF, and end."), Texts::tr("STUDY"));
    const QCommandLineOption reportFolder({QStringLiteral("o"), QStringLiteral("output")},
                                          Texts::tr("Folder that the report is written to."), Texts::tr("FOLDER"));
    const QCommandLineOption overwrite(QStringLiteral("overwrite"), Texts::tr("Replace an earlier report."));
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Shows whole-slide images beside their stain-normalized view."));
    parser.addPositionalArgument(QStringLiteral("slide"), Texts::tr("Slide or picture to open."), QStringLiteral("[SLIDE]"));
    parser.addOptions({profile, view, mode, arrangement, size, theme, language, screenshot, report, reportFolder, overwrite});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    if (!parser.parse(arguments))
        return usageError(parser.errorText());
    if (parser.isSet(help))
        return {std::nullopt, parser.helpText() + QLatin1Char('\n') + Texts::tr("Examples:") + QLatin1String(kExamples), 0};
    if (parser.isSet(version))
        return {std::nullopt, QStringLiteral("isostain %1").arg(QLatin1String(kVersion)), 0};
    if (parser.positionalArguments().size() > 1)
        return usageError(Texts::tr("Only one slide can be opened at a time."));

    LaunchOptions options;
    options.slide = parser.positionalArguments().value(0);
    options.profiles = parser.values(profile);
    if (options.profiles.size() > PaneSet::kMost)
        return usageError(Texts::tr("There is room for %1 profiles.").arg(PaneSet::kMost));
    for (const QString& key : parser.values(view)) {
        const auto found = paneViewFromKey(key);
        if (!found)
            return usageError(Texts::tr("%1 is not a view. Views are: %2.").arg(key, keysOf(paneViews())));
        options.views.push_back(*found);
    }
    if (parser.isSet(arrangement)) {
        const auto row = rowWithKey(paneArrangements(), parser.value(arrangement));
        if (row == paneArrangements().end())
            return usageError(Texts::tr("%1 is not an arrangement. Arrangements are: %2.").arg(parser.value(arrangement), keysOf(paneArrangements())));
        options.arrangement = row->arrangement;
    }
    options.screenshot = parser.value(screenshot);
    options.report = parser.value(report);
    options.reportFolder = parser.value(reportFolder);
    options.reportOverwrite = parser.isSet(overwrite) ? Overwrite::Yes : Overwrite::No;
    if (parser.isSet(report) != parser.isSet(reportFolder))
        return usageError(Texts::tr("--report STUDY and --output FOLDER belong together."));
    options.mode = modeFromKey(parser.value(mode));
    if (parser.isSet(mode) && !options.mode)
        return usageError(Texts::tr("%1 is not a mode. Modes are: %2.").arg(parser.value(mode), keysOf(kModes)));
    options.size = sizeFromText(parser.value(size));
    if (parser.isSet(size) && !options.size)
        return usageError(Texts::tr("%1 is not a size such as 1600x1000.").arg(parser.value(size)));
    if (parser.isSet(theme)) {
        options.theme = themeFromKey(parser.value(theme));
        if (themeKey(*options.theme) != parser.value(theme))
            return usageError(Texts::tr("%1 is not a theme. Themes are: %2.").arg(parser.value(theme), keysOf(themeRows())));
    }
    options.language = parser.value(language);
    if (parser.isSet(language) && !translatedLanguages().contains(options.language))
        return usageError(Texts::tr("%1 is not a language of this program. Languages are: %2.")
                              .arg(options.language, translatedLanguages().join(QStringLiteral(", "))));
    return {options, {}, 0};
}

}
