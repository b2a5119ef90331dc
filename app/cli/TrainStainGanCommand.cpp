#include <cstdio>
#include <memory>

#include "Commands.h"
#include "TrainingArguments.h"
#include "training/StainGanTraining.h"

namespace isostain::cli {

namespace {

constexpr TrainingSetting kSettings[] = {
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
    TrainingArguments training{.preset = "standard"};
};

Result<StainGanConfig> configOf(const TrainingArguments& given)
{
    StainGanConfig config;
    for (const auto& preset : stainGanPresets())
        if (given.preset == preset.key)
            config = stainGanPreset(preset.value);
    return trainingConfig(given, config, stainGanConfigFromJson);
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
        sayHowToResume("staingan", options.training);
}

int train(const TrainStainGanOptions& options)
{
    const bool isNew = options.training.start == TrainingArguments::Start::New;
    const auto config = configOf(options.training);
    if (!config)
        return trainingFailed(config.error());
    const auto module = loadStainGanModule();
    if (!module)
        return trainingFailed(module.error());
    ProgressLine progress("Training");
    StainGanObserver observer;
    observer.onLeftOut = leftOutPrinter(progress);
    const JobControl control = progress.control(options.training.threads);
    const TrainingArguments& given = options.training;
    const auto outcome =
        isNew ? trainStainGan(options.folders, *config, given.run, given.overwrite, **module, observer, control)
              : resumeStainGan(given.run, options.folders, **module, observer, control);
    progress.clear();
    if (!outcome)
        return trainingFailed(outcome.error());
    print(*outcome, options);
    return outcome->end == StainGanOutcome::End::Finished ? kAllDone : kSomeFailed;
}

}

void addTrainStainGan(CLI::App& parent, Command& chosen)
{
    auto options = std::make_shared<TrainStainGanOptions>();
    CLI::App* command = parent.add_subcommand("staingan", "Train a StainGAN from unpaired images of two looks");
    auto* source = addPath(*command, "--source", options->folders.source, "Folder of images to be normalized");
    auto* target = addPath(*command, "--target", options->folders.target, "Folder of images that they are to look like");
    auto* testSource =
        addPath(*command, "--test-source", options->folders.testSource, "Folder of source images to measure on");
    auto* testTarget =
        addPath(*command, "--test-target", options->folders.testTarget, "Folder of their targets, of the same names");
    testSource->needs(testTarget);
    testTarget->needs(testSource);
    addTrainingArguments(*command, options->training, {"quick", "standard", "paper"},
                         "quick (two CPU cores, about ten minutes), standard or paper", kSettings);
    command->callback([options, source, target, &chosen] {
        const bool isNew = options->training.start == TrainingArguments::Start::New;
        if (isNew && (source->empty() || target->empty()))
            throw CLI::RequiredError("--source and --target");
        chosen = [options] {
            return train(*options);
        };
    });
}

}
