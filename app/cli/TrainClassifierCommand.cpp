#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include <nlohmann/json.hpp>

#include "Commands.h"
#include "Console.h"
#include "base/InputFile.h"
#include "training/ClassifierRun.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A setting of ClassifierConfig that can stand on the command line.
struct Setting {
    const char* option;
    const char* key; ///< of the configuration file
    const char* help;
};

constexpr Setting kSettings[] = {
    {"--epochs", "epochs", "Epochs"},
    {"--batch", "batch_size", "Images a step"},
    {"--learning-rate", "learning_rate", "Of Adam, in the first epoch"},
    {"--weight-decay", "weight_decay", "Of Adam"},
    {"--schedule", "schedule", "published-code: a tenth at two thirds and at five sixths of the epochs; paper: cosine"},
    {"--layers", "trained_layers", "all, or head: the last layer alone, others as in --weights"},
    {"--size", "side", "Side in pixels that images are resampled to; 0: as they are"},
    {"--width", "width", "Channels of an untrained network against those published"},
    {"--seed", "seed", "Of the first repeat; each has the next"},
    {"--repeats", "repeats", "Trainings that differ by their seeds"},
};

struct TrainClassifierOptions {
    ClassifierInputs inputs;
    std::vector<std::string> normalizers;
    std::string run;
    std::string configFile;
    std::string preset = "paper";
    std::map<std::string, std::string> settings; ///< those given, by key
    unsigned threads = 0;
    Overwrite overwrite = Overwrite::No;
    enum class Start { New, Resume } start = Start::New;
};

Result<std::string> textOf(const fs::path& path)
{
    if (const auto isFile = checkIsFile(path); !isFile)
        return tl::unexpected(isFile.error());
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream.is_open() || stream.bad())
        return fail(ErrorCode::FileUnreadable, path.string());
    return text;
}

/// The preset, overridden by the file, overridden by the flags.
Result<ClassifierConfig> configOf(const TrainClassifierOptions& options)
{
    ClassifierConfig config = classifierConfigOf(*valueOf(classifierPresets(), options.preset));
    if (!options.configFile.empty()) {
        const auto text = textOf(options.configFile);
        if (!text)
            return tl::unexpected(text.error());
        const auto read = parseClassifierConfig(*text, config, options.configFile);
        if (!read)
            return read;
        config = *read;
    }
    json given = json::object();
    for (const auto& [key, text] : options.settings) {
        const json value = json::parse(text, nullptr, false);
        given[key] = value.is_number() ? value : json(text);
    }
    return parseClassifierConfig(given.dump(-1, ' ', false, json::error_handler_t::replace), config, "The command line");
}

/// "NAME=FILE", or a file that gives its own name.
NamedNormalizer normalizerIn(const std::string& text)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos)
        return {fs::path(text).stem().string(), text};
    return {text.substr(0, equals), text.substr(equals + 1)};
}

std::string spreadText(const std::vector<double>& values)
{
    const MeanAndDeviation spread = meanAndDeviation(values);
    char text[64];
    std::snprintf(text, sizeof text, "%.4f ± %.4f", spread.mean, spread.deviation);
    return text;
}

void print(const ClassifierOutcome& outcome, const TrainClassifierOptions& options)
{
    std::printf("positive class       %s\ntraining images      %zu\nrepeats              %zu\n",
                outcome.facts.classes[outcome.facts.positive].c_str(), outcome.facts.trainingImages, outcome.repeatsDone);
    for (const ClassifierTestSummary& test : outcome.tests) {
        std::printf("%s\n    AUC from scores  %s\n    AUC, hard labels %s\n    accuracy         %s\n", test.name.c_str(),
                    spreadText(test.auc).c_str(), spreadText(test.publishedAuc).c_str(), spreadText(test.accuracy).c_str());
        if (!test.gain.empty())
            std::printf("    gain over raw    %s from scores, %s from hard labels\n", spreadText(test.gain).c_str(),
                        spreadText(test.publishedGain).c_str());
        if (test.collapsed > 0)
            std::fprintf(stderr, "isostain-cli: warning: %s: %zu of the classifiers give every image the same score.\n",
                         test.name.c_str(), test.collapsed);
    }
    std::printf("%s\n", options.run.c_str());
    if (outcome.end == ClassifierOutcome::End::Stopped)
        std::fprintf(stderr, "isostain-cli: Stopped. Go on with: isostain-cli train classifier --resume -o %s\n",
                     options.run.c_str());
}

int train(const TrainClassifierOptions& options)
{
    const auto failed = [](const Error& error) {
        printError(error);
        return error.code == ErrorCode::InvalidArgument ? kUsage : kSomeFailed;
    };
    const bool isNew = options.start == TrainClassifierOptions::Start::New;
    const auto config = configOf(options);
    if (!config)
        return failed(config.error());
    const auto module = loadClassifierModule();
    if (!module)
        return failed(module.error());
    ProgressLine progress("Training");
    ClassifierObserver observer;
    observer.onLeftOut = [&](const Error& error) {
        progress.clear();
        std::fprintf(stderr, "isostain-cli: Left out: %s\n", describe(error).c_str());
    };
    const JobControl control = progress.control(options.threads);
    ClassifierInputs inputs = options.inputs;
    for (const std::string& text : options.normalizers)
        inputs.normalizers.push_back(normalizerIn(text));
    const auto outcome = isNew ? runClassifier(inputs, *config, options.run, options.overwrite, **module, observer, control)
                               : resumeClassifier(options.run, **module, observer, control);
    progress.clear();
    if (!outcome)
        return failed(outcome.error());
    print(*outcome, options);
    return outcome->end == ClassifierOutcome::End::Finished ? kAllDone : kSomeFailed;
}

/// A path option; paths are UTF-8 or bytes as the system has them.
CLI::Option* addPath(CLI::App& command, const char* name, fs::path& path, const char* help)
{
    return command.add_option_function<std::string>(
        name, [&path](const std::string& text) { path = text; }, help);
}

}

void addTrainClassifier(CLI::App& parent, Command& chosen)
{
    auto options = std::make_shared<TrainClassifierOptions>();
    CLI::App* command =
        parent.add_subcommand("classifier", "Train a tumor classifier and test it on raw and on normalized images");
    ClassifierInputs& inputs = options->inputs;
    auto* train = addPath(*command, "--train", inputs.train, "Folder of target-style patches, with one folder per class");
    auto* test = addPath(*command, "--test", inputs.test, "The same of the source, tested raw and normalized");
    std::vector<CLI::Option*> onlyNew = {train, test};
    onlyNew.push_back(addPath(*command, "--same-scanner", inputs.sameScanner,
                              "The same of the target: tested as they are, for what could be reached"));
    onlyNew.push_back(addPath(*command, "--weights", inputs.weights,
                              "SqueezeNet 1.1 to begin with (.pth with torchvision's keys); without, an untrained one"));
    onlyNew.push_back(command->add_option("--normalize", options->normalizers,
                                          "NAME=FILE: test through a stain profile (.json) or checkpoint (.pth); repeatable"));
    onlyNew.push_back(command->add_option("--positive", inputs.positive,
                                          "Class that scores stand for (default: tumor, abnormal, or the second by name)"));
    command->add_option("-o,--output", options->run, "Run folder to write, or to go on with")->required();
    onlyNew.push_back(command->add_option("--preset", options->preset, "paper, or quick (without a GPU)")
                          ->check(CLI::IsMember(keysOf(classifierPresets())))
                          ->capture_default_str());
    onlyNew.push_back(command->add_option("--config", options->configFile, "JSON file of settings that override the preset"));
    for (const Setting& setting : kSettings) {
        const std::string key = setting.key;
        onlyNew.push_back(command->add_option_function<std::string>(
            setting.option, [options, key](const std::string& text) { options->settings[key] = text; }, setting.help));
    }
    command->add_option("--threads", options->threads, "Threads to use (0: one per core, or those of the run)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    onlyNew.push_back(command->add_flag_callback(
        "--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace an existing run"));
    auto* resume = command->add_flag_callback(
        "--resume", [options] { options->start = TrainClassifierOptions::Start::Resume; },
        "Go on with a run that was stopped, with its own settings");
    for (CLI::Option* option : onlyNew)
        resume->excludes(option);
    command->callback([options, train, test, &chosen] {
        if (options->start == TrainClassifierOptions::Start::New && (train->empty() || test->empty()))
            throw CLI::RequiredError("--train and --test");
        chosen = [options] {
            return cli::train(*options);
        };
    });
}

}
