#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include <nlohmann/json.hpp>

#include "Commands.h"
#include "Console.h"
#include "base/InputFile.h"
#include "training/StainGanTraining.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A setting of StainGanConfig that can stand on the command line, under its key of the configuration file.
struct Setting {
    const char* key;
    const char* help;
};

constexpr Setting kSettings[] = {
    {"epochs", "Epochs of constant learning rate"},
    {"decay-epochs", "Epochs of falling learning rate (schedule published-code)"},
    {"schedule", "paper: constant rate, then stop; published-code: constant, then linear to 0"},
    {"steps-per-epoch", "0: as many as show every image of the larger side once"},
    {"start", "Generators at first: random (as published) or copying"},
    {"warmup-steps", "First steps in which the generators only learn to copy"},
    {"batch", "Images of each side a step"},
    {"crop", "Side of the crops in pixels, a multiple of 4"},
    {"width", "Channels of the generators' first layer"},
    {"blocks", "Residual blocks of the generators"},
    {"discriminator-width", "Channels of the discriminators' first layer"},
    {"discriminator-halvings", "Halvings of the discriminators; 3: patches of 70x70"},
    {"learning-rate", "Of Adam, in the first epoch"},
    {"seed", "Another number gives other weights and crops"},
    {"log-steps", "Steps that a row of metrics is the mean of"},
    {"checkpoint-minutes", "The most minutes that a kill may lose"},
    {"device", "auto or cpu"},
    {"precision", "On a GPU: auto (bfloat16 convolutions) or float32"},
};

struct TrainStainGanOptions {
    StainGanFolders folders;
    std::string run;
    std::string configFile;
    std::string preset = "standard";
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

/// Numbers as numbers, anything else as a name.
json valueOf(const std::string& text)
{
    json value = json::parse(text, nullptr, false);
    return value.is_number() ? value : json(text);
}

/// The preset, overridden by the file, overridden by the flags.
Result<StainGanConfig> configOf(const TrainStainGanOptions& options)
{
    StainGanConfig config;
    for (const auto& preset : stainGanPresets())
        if (options.preset == preset.key)
            config = stainGanPreset(preset.value);
    if (!options.configFile.empty()) {
        const auto text = textOf(options.configFile);
        if (!text)
            return tl::unexpected(text.error());
        const auto read = stainGanConfigFromJson(*text, config, options.configFile);
        if (!read)
            return read;
        config = *read;
    }
    json given = json::object();
    for (const auto& [key, text] : options.settings)
        given[key] = valueOf(text);
    return stainGanConfigFromJson(given.dump(), config, "The command line");
}

void print(const StainGanOutcome& outcome, const TrainStainGanOptions& options)
{
    std::printf("steps                %llu of %llu\nsource images        %zu\ntarget images        %zu\n",
                static_cast<unsigned long long>(outcome.step), static_cast<unsigned long long>(outcome.steps),
                outcome.sourceImages, outcome.targetImages);
    if (const auto& quality = outcome.quality)
        std::printf("test images          %zu\n"
                    "PSNR Target          %.2f dB (source untouched: %.2f dB)\n"
                    "SSIM Target          %.4f (source untouched: %.4f)\n",
                    quality->images, quality->psnr, quality->psnrUntouched, quality->ssim, quality->ssimUntouched);
    std::printf("%s\n", outcome.generator.c_str());
    if (outcome.end == StainGanOutcome::End::Stopped)
        std::fprintf(stderr, "isostain-cli: Stopped. Go on with: isostain-cli train staingan --resume -o %s\n",
                     options.run.c_str());
}

int train(const TrainStainGanOptions& options)
{
    const auto failed = [](const Error& error) {
        printError(error);
        return error.code == ErrorCode::InvalidArgument ? kUsage : kSomeFailed;
    };
    const bool isNew = options.start == TrainStainGanOptions::Start::New;
    const auto config = configOf(options);
    if (!config)
        return failed(config.error());
    const auto module = loadStainGanModule();
    if (!module)
        return failed(module.error());
    ProgressLine progress("Training");
    StainGanObserver observer;
    observer.onLeftOut = [&](const Error& error) {
        progress.clear();
        std::fprintf(stderr, "isostain-cli: Left out: %s\n", describe(error).c_str());
    };
    const JobControl control = progress.control(options.threads);
    const auto outcome =
        isNew ? trainStainGan(options.folders, *config, options.run, options.overwrite, **module, observer, control)
              : resumeStainGan(options.run, options.folders, **module, observer, control);
    progress.clear();
    if (!outcome)
        return failed(outcome.error());
    print(*outcome, options);
    return outcome->end == StainGanOutcome::End::Finished ? kAllDone : kSomeFailed;
}

/// A folder option; paths are UTF-8 or bytes as the system has them.
CLI::Option* addFolder(CLI::App& command, const char* name, fs::path& folder, const char* help)
{
    return command.add_option_function<std::string>(
        name, [&folder](const std::string& text) { folder = text; }, help);
}

}

void addTrainStainGan(CLI::App& parent, Command& chosen)
{
    auto options = std::make_shared<TrainStainGanOptions>();
    CLI::App* command = parent.add_subcommand("staingan", "Train a StainGAN from unpaired images of two looks");
    auto* source = addFolder(*command, "--source", options->folders.source, "Folder of images to be normalized");
    auto* target = addFolder(*command, "--target", options->folders.target, "Folder of images that they are to look like");
    auto* testSource =
        addFolder(*command, "--test-source", options->folders.testSource, "Folder of source images to measure on");
    auto* testTarget =
        addFolder(*command, "--test-target", options->folders.testTarget, "Folder of their targets, of the same names");
    testSource->needs(testTarget);
    testTarget->needs(testSource);
    command->add_option("-o,--output", options->run, "Run folder to write, or to go on with")->required();
    auto* preset =
        command->add_option("--preset", options->preset, "quick (two CPU cores, about ten minutes), standard or paper")
            ->check(CLI::IsMember({"quick", "standard", "paper"}))
            ->capture_default_str();
    auto* file = command->add_option("--config", options->configFile, "JSON file of settings that override the preset");
    std::vector<CLI::Option*> onlyNew = {preset, file};
    for (const Setting& setting : kSettings) {
        const std::string key = setting.key;
        onlyNew.push_back(command->add_option_function<std::string>(
            "--" + key, [options, key](const std::string& text) { options->settings[key] = text; }, setting.help));
    }
    command->add_option("--threads", options->threads, "Threads to use (0: one per core, or those of the run)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    onlyNew.push_back(command->add_flag_callback(
        "--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace an existing run"));
    auto* resume = command->add_flag_callback(
        "--resume", [options] { options->start = TrainStainGanOptions::Start::Resume; },
        "Go on with a run that was stopped, with its own settings");
    for (CLI::Option* option : onlyNew)
        resume->excludes(option);
    command->callback([options, source, target, &chosen] {
        const bool isNew = options->start == TrainStainGanOptions::Start::New;
        if (isNew && (source->empty() || target->empty()))
            throw CLI::RequiredError("--source and --target");
        chosen = [options] {
            return train(*options);
        };
    });
}

}
