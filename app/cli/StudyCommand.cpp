#include <cstdio>
#include <memory>
#include <optional>

#include "Commands.h"
#include "Console.h"
#include "TrainingArguments.h"
#include "base/InputFile.h"
#include "normalize/ProfileNames.h"
#include "study/StudyRun.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

struct StudyOptions {
    fs::path output;
    fs::path configFile;
    StudyData data;
    std::string name;
    std::string preset = "quick";
    std::vector<std::string> steps;
    std::vector<std::string> methods;
    std::string generated;
    std::optional<int> tiles;
    std::optional<std::uint32_t> seed;
    std::optional<StudySource> source; ///< nothing: folders of images, or what the file says
    unsigned threads = 0;
    enum class Start { New, Resume } start = Start::New;
};

template <typename Rows>
std::vector<std::string> keysIn(const Rows& rows)
{
    std::vector<std::string> keys;
    for (const auto& row : rows)
        keys.emplace_back(row.key);
    return keys;
}

/// The file, overridden by the flags.
Result<StudyConfig> configOf(const StudyOptions& options)
{
    StudyConfig config;
    if (!options.configFile.empty()) {
        const auto text = readTextFile(options.configFile);
        if (!text)
            return tl::unexpected(text.error());
        auto read = studyConfigFromJson(*text, options.configFile.string());
        if (!read)
            return read;
        config = std::move(*read);
    } else {
        for (const StudyPresetRow& row : studyPresets())
            if (options.preset == row.key)
                applyPreset(row.preset, config);
        config.data = options.data;
    }
    if (!options.generated.empty()) {
        config.data.source = StudySource::Generated;
        config.data.stain = *valueOf(stains(), options.generated);
    } else if (options.source) {
        config.data.source = *options.source;
    }
    if (options.tiles)
        config.data.tiles = *options.tiles;
    if (options.seed)
        config.seed = *options.seed;
    if (!options.methods.empty())
        config.baselines = options.methods;
    if (!options.steps.empty()) {
        config.steps = {StudyStep::Data};
        for (const std::string& key : options.steps)
            for (const StudyStepRow& row : studySteps())
                if (key == row.key)
                    config.steps.insert(row.step);
    }
    if (!options.name.empty())
        config.name = options.name;
    if (config.name.empty())
        config.name = options.output.lexically_normal().filename().string();
    return config;
}

Result<StudyFolder> folderOf(const StudyOptions& options)
{
    if (options.start == StudyOptions::Start::Resume)
        return StudyFolder::open(options.output);
    const auto config = configOf(options);
    if (!config)
        return tl::unexpected(config.error());
    return StudyFolder::create(options.output, *config);
}

/// A progress line for each step.
class StepLines {
public:
    StudyObserver observer()
    {
        StudyObserver observer;
        observer.onStatus = [this](StudyStep step, const StudyStepStatus& status) {
            show(step, status);
        };
        observer.onProgress = [this](StudyStep, const Progress& progress) {
            if (m_line)
                m_line->update(progress);
        };
        observer.onLog = [this](StudyStep, const std::string& sentence) {
            if (m_line)
                m_line->clear();
            std::fprintf(stderr, "isostain-cli: %s\n", sentence.c_str());
        };
        return observer;
    }

private:
    void show(StudyStep step, const StudyStepStatus& status)
    {
        const char* name = studySteps()[static_cast<std::size_t>(step)].name;
        if (status.state == StepState::Running) {
            m_line = std::make_unique<ProgressLine>(name);
            return;
        }
        m_line.reset();
        if (status.state == StepState::Done)
            std::printf("%-32s %.1f s\n", name, status.seconds);
        std::fflush(stdout);
    }

    std::unique_ptr<ProgressLine> m_line;
};

int run(const StudyOptions& options)
{
    auto folder = folderOf(options);
    if (!folder)
        return trainingFailed(folder.error());
    StepLines lines;
    const auto end = runStudy(*folder, lines.observer(), JobControl{interruptToken(), {}, options.threads});
    if (!end)
        return trainingFailed(end.error());
    if (*end == StudyEnd::Stopped) {
        std::fprintf(stderr, "isostain-cli: Stopped. To go on: isostain-cli study --resume -o %s\n", options.output.c_str());
        return kSomeFailed;
    }
    std::printf("%s\n", options.output.c_str());
    return kAllDone;
}

}

void addStudyCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<StudyOptions>();
    StudyData& data = options->data;
    CLI::App* command =
        app.add_subcommand("study", "The paper's whole study on your own images: StainGAN, StainNet, comparison, pictures");
    std::vector<CLI::Option*> onlyNew = {
        addPath(*command, "--source", data.sourcePath, "Folder of images to be normalized, of slides (--from-slides), or a scan (--two-scans)"),
        addPath(*command, "--target", data.targetPath, "Folder of images that they are to look like, or the other scan"),
        addPath(*command, "--test-source", data.testSourcePath, "Folder of source images to measure on"),
        addPath(*command, "--test-target", data.testTargetPath, "Folder of their aligned targets"),
        addPath(*command, "--pairs", data.pairsFile, "List of test pairs: source TAB target on each line"),
        command->add_option("--patch", data.patch, "Measure on squares of this many pixels (0: whole images)"),
        command->add_option("--slides", data.slides, "Whole slides of the source's look"),
        addPath(*command, "--classifier-train", data.classifierTrain,
                "Labelled patches of the target's look, a folder per class"),
        addPath(*command, "--classifier-test", data.classifierTest, "The same of the source's look"),
        addPath(*command, "--classifier-weights", data.classifierWeights, "SqueezeNet 1.1 to begin with"),
        addPath(*command, "--config", options->configFile, "JSON file of the whole study; flags override it"),
        command->add_option("--name", options->name, "Of the study and its profile (default: the folder's)"),
        command->add_option("--preset", options->preset, "quick (two CPU cores, about a quarter of an hour), standard or paper")
            ->check(CLI::IsMember(keysIn(studyPresets())))
            ->capture_default_str(),
        command->add_option("--steps", options->steps, "What to do besides preparing the data")
            ->check(CLI::IsMember(keysIn(studySteps())))
            ->delimiter(','),
        command->add_option("--method", options->methods, "Methods to compare with, NAME or NAME=FILE"),
        command->add_option("--generated", options->generated, "Make up the data: he or pap")
            ->check(CLI::IsMember({"he", "pap"})),
        command->add_option("--tiles", options->tiles, "Generated tiles of each scanner, or patches cut from the slides of each look")
            ->check(CLI::Range(1, 2000)),
        command->add_option("--mpp", data.mpp, "Micrometers per pixel of patches cut from slides")->capture_default_str(),
        command->add_option("--seed", options->seed, "Another number generates other tissue"),
        command->add_flag_callback(
            "--from-slides", [options] { options->source = StudySource::Slides; },
            "Source and target are folders of slides, or slides: patches of tissue are cut from them"),
        command->add_flag_callback(
            "--two-scans", [options] { options->source = StudySource::TwoScans; },
            "Source and target are two scans of one glass"),
    };
    command->add_option("-o,--output", options->output, "Folder of the study")->required();
    command->add_option("--threads", options->threads, "Threads to use (0: one per core)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    CLI::Option* resume = command->add_flag_callback(
        "--resume", [options] { options->start = StudyOptions::Start::Resume; }, "Go on with a study that was stopped");
    for (CLI::Option* option : onlyNew)
        resume->excludes(option);
    command->callback([options, &chosen] {
        chosen = [options] {
            return run(*options);
        };
    });
}

}
