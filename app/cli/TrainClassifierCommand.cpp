#include <cstdio>
#include <memory>

#include "Commands.h"
#include "TrainingArguments.h"
#include "training/ClassifierRun.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

constexpr TrainingSetting kSettings[] = {
    {"epochs", "Epochs"},
    {"batch_size", "Images a step", "--batch"},
    {"learning_rate", "Of Adam, in the first epoch"},
    {"weight_decay", "Of Adam"},
    {"schedule", "published-code: a tenth at two thirds and at five sixths of the epochs; paper: cosine"},
    {"trained_layers", "all, or head: the last layer alone, others as in --weights", "--layers"},
    {"side", "Side in pixels that images are resampled to; 0: as they are", "--size"},
    {"width", "Channels of an untrained network against those published"},
    {"seed", "Of the first repeat; each has the next"},
    {"repeats", "Trainings that differ by their seeds"},
};

struct TrainClassifierOptions {
    ClassifierInputs inputs;
    std::vector<std::string> normalizers;
    TrainingArguments training{.preset = "paper"};
};

Result<ClassifierConfig> configOf(const TrainingArguments& given)
{
    return trainingConfig(given, classifierConfigOf(*valueOf(classifierPresets(), given.preset)), parseClassifierConfig);
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
    std::printf("%s\n", options.training.run.c_str());
    if (outcome.end == ClassifierOutcome::End::Stopped)
        sayHowToResume("classifier", options.training);
}

int train(const TrainClassifierOptions& options)
{
    const bool isNew = options.training.start == TrainingArguments::Start::New;
    const auto config = configOf(options.training);
    if (!config)
        return trainingFailed(config.error());
    const auto module = loadClassifierModule();
    if (!module)
        return trainingFailed(module.error());
    ProgressLine progress("Training");
    ClassifierObserver observer;
    observer.onLeftOut = leftOutPrinter(progress);
    const JobControl control = progress.control(options.training.threads);
    ClassifierInputs inputs = options.inputs;
    for (const std::string& text : options.normalizers)
        inputs.normalizers.push_back(normalizerIn(text));
    const TrainingArguments& given = options.training;
    const auto outcome = isNew ? runClassifier(inputs, *config, given.run, given.overwrite, **module, observer, control)
                               : resumeClassifier(given.run, **module, observer, control);
    progress.clear();
    if (!outcome)
        return trainingFailed(outcome.error());
    print(*outcome, options);
    return outcome->end == ClassifierOutcome::End::Finished ? kAllDone : kSomeFailed;
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
    addTrainingArguments(*command, options->training, keysOf(classifierPresets()), "paper, or quick (without a GPU)", kSettings,
                         onlyNew);
    command->callback([options, train, test, &chosen] {
        if (options->training.start == TrainingArguments::Start::New && (train->empty() || test->empty()))
            throw CLI::RequiredError("--train and --test");
        chosen = [options] {
            return cli::train(*options);
        };
    });
}

}
