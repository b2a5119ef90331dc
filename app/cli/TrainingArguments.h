#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "Console.h"
#include "base/AtomicFile.h"
#include "base/InputFile.h"

namespace isostain::cli {

/// What the trainings with a run folder and settings of many names are told besides their images.
struct TrainingArguments {
    std::string run = {};
    std::string configFile = {};
    std::string preset = {};
    std::map<std::string, std::string> settings = {}; ///< those given, by their key in a configuration file
    unsigned threads = 0;
    Overwrite overwrite = Overwrite::No;
    enum class Start { New, Resume } start = Start::New;
};

/// A setting that can stand on the command line.
struct TrainingSetting {
    const char* key; ///< of the configuration file
    const char* help;
    const char* option = nullptr; ///< null: the key's, as "--learning-rate"
};

/// Adds -o, --preset, --config, the settings, --threads, --overwrite and --resume, which excludes all but the output and the
/// threads, and `onlyNew` too. `arguments` outlives the command.
void addTrainingArguments(CLI::App& command, TrainingArguments& arguments, const std::vector<std::string>& presets,
                          const std::string& presetHelp, std::span<const TrainingSetting> settings,
                          std::vector<CLI::Option*> onlyNew = {});

/// A path option; paths are UTF-8 or bytes as the system has them. `path` outlives the command.
CLI::Option* addPath(CLI::App& command, const char* name, std::filesystem::path& path, const char* help);

/// The settings given as a configuration file would hold them: numbers as numbers, anything else as a name.
std::string settingsText(const std::map<std::string, std::string>& settings);

/// The preset, overridden by the file, overridden by the flags. `parse(text, base, subject)` reads a configuration.
template <typename Config, typename Parse>
Result<Config> trainingConfig(const TrainingArguments& given, Config config, const Parse& parse)
{
    if (!given.configFile.empty()) {
        const auto text = readTextFile(given.configFile);
        if (!text)
            return tl::unexpected(text.error());
        auto read = parse(*text, config, given.configFile);
        if (!read)
            return read;
        config = *read;
    }
    return parse(settingsText(given.settings), config, "The command line");
}

/// Says what was left out, between two states of the progress line, which outlives it.
std::function<void(const Error&)> leftOutPrinter(ProgressLine& progress);
/// Says how to go on with a run that was stopped; `kind` as in `train KIND`.
void sayHowToResume(const char* kind, const TrainingArguments& arguments);
/// Prints the error. Gives the exit code that belongs to it.
int trainingFailed(const Error& error);

}
