#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace isostain::cli {

/// What the process returns; scripts rely on it.
enum ExitCode { kAllDone = 0, kSomeFailed = 1, kUsage = 2 };

/// Set by the chosen subcommand while the line is parsed; run afterwards. Returns an ExitCode.
using Command = std::function<int()>;

// Each adds one subcommand; one file per subcommand.
void addInfoCommand(CLI::App& app, Command& chosen);
void addNormalizeCommand(CLI::App& app, Command& chosen);
void addExportCommand(CLI::App& app, Command& chosen);
void addReportCommand(CLI::App& app, Command& chosen);
void addFitCommand(CLI::App& app, Command& chosen);
void addFitGamutCommand(CLI::App& app, Command& chosen);
void addFitStatisticsCommand(CLI::App& app, Command& chosen);
void addPatchesCommand(CLI::App& app, Command& chosen);
void addSnapshotCommand(CLI::App& app, Command& chosen);
void addDemoCommand(CLI::App& app, Command& chosen);
void addAlignCommand(CLI::App& app, Command& chosen);
void addTrainCommand(CLI::App& app, Command& chosen);
void addAblationCommand(CLI::App& app, Command& chosen);
void addEvaluateCommand(CLI::App& app, Command& chosen);
void addEvaluateSlidesCommand(CLI::App& app, Command& chosen);
void addStudyCommand(CLI::App& app, Command& chosen);

// Each adds one subcommand of `train`.
void addTrainStainNet(CLI::App& parent, Command& chosen);
void addTrainStainGan(CLI::App& parent, Command& chosen);
void addTrainClassifier(CLI::App& parent, Command& chosen);

}
