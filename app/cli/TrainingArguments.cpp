#include "TrainingArguments.h"

#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "Commands.h"

namespace isostain::cli {

namespace {

std::string optionOf(const TrainingSetting& setting)
{
    if (setting.option)
        return setting.option;
    std::string name = setting.key;
    std::replace(name.begin(), name.end(), '_', '-');
    return "--" + name;
}

}

void addTrainingArguments(CLI::App& command, TrainingArguments& arguments, const std::vector<std::string>& presets,
                          const std::string& presetHelp, std::span<const TrainingSetting> settings,
                          std::vector<CLI::Option*> onlyNew)
{
    command.add_option("-o,--output", arguments.run, "Run folder to write, or to go on with")->required();
    onlyNew.push_back(
        command.add_option("--preset", arguments.preset, presetHelp)->check(CLI::IsMember(presets))->capture_default_str());
    onlyNew.push_back(command.add_option("--config", arguments.configFile, "JSON file of settings that override the preset"));
    for (const TrainingSetting& setting : settings)
        onlyNew.push_back(command.add_option_function<std::string>(
            optionOf(setting),
            [&arguments, key = std::string(setting.key)](const std::string& text) { arguments.settings[key] = text; },
            setting.help));
    command.add_option("--threads", arguments.threads, "Threads to use (0: one per core, or those of the run)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    onlyNew.push_back(command.add_flag_callback(
        "--overwrite", [&arguments] { arguments.overwrite = Overwrite::Yes; }, "Replace an existing run"));
    CLI::Option* resume = command.add_flag_callback(
        "--resume", [&arguments] { arguments.start = TrainingArguments::Start::Resume; },
        "Go on with a run that was stopped, with its own settings");
    for (CLI::Option* option : onlyNew)
        resume->excludes(option);
}

CLI::Option* addPath(CLI::App& command, const char* name, std::filesystem::path& path, const char* help)
{
    return command.add_option_function<std::string>(
        name, [&path](const std::string& text) { path = text; }, help);
}

std::string settingsText(const std::map<std::string, std::string>& settings)
{
    using nlohmann::json;
    json given = json::object();
    for (const auto& [key, text] : settings) {
        const json value = json::parse(text, nullptr, false);
        given[key] = value.is_number() ? value : json(text);
    }
    return given.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::function<void(const Error&)> leftOutPrinter(ProgressLine& progress)
{
    return [&progress](const Error& error) {
        progress.clear();
        std::fprintf(stderr, "isostain-cli: Left out: %s\n", describe(error).c_str());
    };
}

void sayHowToResume(const char* kind, const TrainingArguments& arguments)
{
    std::fprintf(stderr, "isostain-cli: Stopped. Go on with: isostain-cli train %s --resume -o %s\n", kind,
                 arguments.run.c_str());
}

int trainingFailed(const Error& error)
{
    printError(error);
    return error.code == ErrorCode::InvalidArgument ? kUsage : kSomeFailed;
}

}
