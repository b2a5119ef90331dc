#pragma once

#include <optional>
#include <vector>

#include <QSize>
#include <QString>
#include <QStringList>

#include "PaneView.h"
#include "Theme.h"
#include "base/AtomicFile.h"
#include "compare/PaneLayout.h"

namespace isostain {

/// What the command line asks for.
struct LaunchOptions {
    QString slide;
    QStringList profiles;        ///< one pane each: files, or "builtin:macenko" and its like
    std::vector<PaneView> views; ///< of these panes, in their order; may be fewer
    std::optional<CompareMode> mode;
    std::optional<PaneArrangement> arrangement;
    std::optional<QSize> size; ///< of the window
    std::optional<ThemeChoice> theme;
    QString language;     ///< such as "de"; empty: as the settings say
    QString report;       ///< study to write the report of, without a window; then the program ends
    QString reportFolder; ///< that it is written to
    Overwrite reportOverwrite = Overwrite::No;
    QString screenshot;   ///< file to write; then the program ends
};

/// Either options, or a text to print and the exit status to end with (0: help or version, 2: usage).
struct ParsedCommandLine {
    std::optional<LaunchOptions> options;
    QString text;
    int exitStatus = 0;
};

/// `arguments` begins with the program's name.
ParsedCommandLine parseCommandLine(const QStringList& arguments);

}
