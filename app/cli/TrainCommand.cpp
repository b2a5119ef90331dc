#include <cstdio>
#include <memory>
#include <span>

#include "Commands.h"
#include "Console.h"
#include "base/AtomicFile.h"
#include "base/Parallel.h"
#include "base/Version.h"
#include "nn/Checkpoint.h"
#include "normalize/ProfileNames.h"
#include "training/ImagePairs.h"
#include "training/TrainingModule.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

struct TrainOptions {
    std::string source;
    std::string teacher;
    std::string testSource;
    std::string testTeacher;
    std::string run;
    std::string stain = "unknown";
    StainProfile profile;
    DistillationConfig config;
    double mpp = 0;
    unsigned threads = 0;
    Overwrite overwrite = Overwrite::No;
};

/// Colors kept in memory for training: more make the epochs longer, not the result better.
constexpr std::size_t kMostPixels = std::size_t(1) << 24;
/// Without test folders every tenth pair is kept back to be measured on.
constexpr std::size_t kHeldOutEvery = 10;

struct SplitPairs {
    std::vector<ImagePair> train;
    std::vector<ImagePair> test;
};

Result<SplitPairs> findPairs(const TrainOptions& options)
{
    const auto report = [](const ImagePairs& found) {
        for (const auto* orphans : {&found.sourceOrphans, &found.targetOrphans})
            for (const std::string& name : *orphans)
                std::fprintf(stderr, "isostain-cli: %s has no partner and is left out.\n", name.c_str());
    };
    auto found = pairImages(options.source, options.teacher);
    if (!found)
        return tl::unexpected(found.error());
    report(*found);
    SplitPairs split;
    if (!options.testSource.empty()) {
        auto test = pairImages(options.testSource, options.testTeacher);
        if (!test)
            return tl::unexpected(test.error());
        report(*test);
        split.train = std::move(found->pairs);
        split.test = std::move(test->pairs);
        return split;
    }
    for (std::size_t i = 0; i < found->pairs.size(); ++i)
        (i % kHeldOutEvery == kHeldOutEvery - 1 ? split.test : split.train).push_back(found->pairs[i]);
    return split;
}

/// A profile is passed around, and the folders above may name people.
std::string folderName(const fs::path& folder)
{
    return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

std::string commandLine(const TrainOptions& options)
{
    const DistillationConfig& config = options.config;
    return "isostain-cli train stainnet --source " + folderName(options.source) + " --teacher " + folderName(options.teacher) + " --steps " +
           std::to_string(config.steps) + " --seed " + std::to_string(config.seed) + " --layers " +
           std::to_string(config.layers) + " --channels " + std::to_string(config.channels) + " --threads " +
           std::to_string(threadCount(options.threads));
}

fs::path checkpointPath(const TrainOptions& options)
{
    return fs::path(options.run) / "stainnet.pth";
}

fs::path profilePath(const TrainOptions& options)
{
    return fs::path(options.run) / "profile.json";
}

/// The colors that the network is trained on.
ColorGamut gamutOf(const PixelPairs& pixels)
{
    RgbImage row = makeRgbImage(static_cast<int>(pixels.count()), 1);
    std::copy(pixels.source.begin(), pixels.source.end(), row.pixels.ptr());
    return ColorGamut::of(countColors(row));
}

/// Makes the run folder and finds out, before hours of training, whether its files can be written at the end.
Result<void> prepareRun(const TrainOptions& options)
{
    std::error_code error;
    fs::create_directories(options.run, error);
    if (error)
        return tl::unexpected(writeError(options.run, error.value()));
    for (const fs::path& path : {checkpointPath(options), profilePath(options)})
        if (const auto file = AtomicFile::create(path, options.overwrite); !file)
            return tl::unexpected(file.error());
    return {};
}

Result<void> writeRun(const TrainOptions& options, const StainNetWeights& weights, const ColorGamut& gamut)
{
    const fs::path checkpoint = checkpointPath(options);
    if (auto written = writeCheckpoint(toStateDict(weights), checkpoint, options.overwrite); !written)
        return written;
    StainProfile profile = options.profile;
    profile.method = NormalizationMethod::StainNet;
    profile.stain = valueOf(stains(), options.stain).value_or(Stain::Unknown);
    profile.mpp = options.mpp > 0 ? std::optional(options.mpp) : std::nullopt;
    profile.options = kNewProfileOptions;
    profile.weights = weights;
    profile.gamut = gamut;
    profile.programVersion = kVersion;
    profile.provenance += (profile.provenance.empty() ? "" : "; ") + commandLine(options);
    return writeStainProfile(profile, profilePath(options), options.overwrite);
}

Result<void> train(const TrainOptions& options)
{
    const auto module = loadTrainingModule();
    if (!module)
        return tl::unexpected(module.error());
    const auto pairs = findPairs(options);
    if (!pairs)
        return tl::unexpected(pairs.error());
    if (auto prepared = prepareRun(options); !prepared)
        return prepared;
    PixelPairs pixels;
    {
        ProgressLine progress("Reading images");
        auto read = readPixels(pairs->train, kMostPixels, options.config.seed, progress.control(options.threads));
        if (!read)
            return tl::unexpected(read.error());
        pixels = std::move(*read);
    }
    Result<DistilledStainNet> distilled;
    {
        ProgressLine progress("Training");
        distilled = (*module)->distill(pixels, options.config, progress.control(options.threads));
    }
    if (!distilled)
        return tl::unexpected(distilled.error());
    const auto quality = measureQuality(distilled->weights, pairs->test, JobControl{interruptToken(), {}, options.threads});
    if (!quality)
        return tl::unexpected(quality.error());
    if (auto written = writeRun(options, distilled->weights, gamutOf(pixels)); !written)
        return written;
    std::printf("training images      %zu\ntraining L1          %.4f\n", pairs->train.size(), distilled->trainingLoss);
    if (quality->images > 0)
        std::printf("held-out images      %zu\nheld-out L1          %.4f\n"
                    "held-out PSNR        %.2f dB (source untouched: %.2f dB)\n"
                    "held-out SSIM        %.4f (source untouched: %.4f)\n",
                    quality->images, quality->loss, quality->psnr, quality->psnrUntouched, quality->ssim,
                    quality->ssimUntouched);
    std::printf("%s\n", profilePath(options).c_str());
    return {};
}

void addStainNet(CLI::App& parent, Command& chosen)
{
    auto options = std::make_shared<TrainOptions>();
    CLI::App* command = parent.add_subcommand("stainnet", "Distill a StainNet from images and what a teacher made of them");
    command->add_option("--source", options->source, "Folder of source images")->required();
    command->add_option("--teacher", options->teacher, "Folder of target images, of the same names")->required();
    auto* testSource = command->add_option("--test-source", options->testSource,
                                           "Folder of source images to measure on (default: every tenth pair)");
    auto* testTeacher = command->add_option("--test-teacher", options->testTeacher, "Folder of their targets");
    testSource->needs(testTeacher);
    testTeacher->needs(testSource);
    command->add_option("-o,--output", options->run, "Run folder to write")->required();
    command->add_option("--steps", options->config.steps, "Steps of 32,768 colors")
        ->check(CLI::Range(1, 10'000'000))
        ->capture_default_str();
    command->add_option("--seed", options->config.seed, "Another number gives another start")->capture_default_str();
    command->add_option("--layers", options->config.layers, "1x1 convolutions")
        ->check(CLI::Range(2, 16))
        ->capture_default_str();
    command->add_option("--channels", options->config.channels, "Width of the hidden layers")
        ->check(CLI::Range(1, 512))
        ->capture_default_str();
    command->add_option("--name", options->profile.name, "Name of the profile");
    command->add_option("--description", options->profile.description, "Description of the profile");
    command->add_option("--stain", options->stain, "Stain of the images")->check([](const std::string& key) {
        return valueOf(stains(), key) ? std::string() : "no such stain: " + key;
    });
    command->add_option("--source-scanner", options->profile.sourceScanner, "Scanner of the source images");
    command->add_option("--target-scanner", options->profile.targetScanner, "Scanner of the target images");
    command->add_option("--mpp", options->mpp, "Micrometers per pixel of the images")->check(CLI::PositiveNumber);
    command->add_option("--provenance", options->profile.provenance, "Where the images came from, recorded in the profile");
    command->add_flag("--demo-slides-only", options->profile.demoSlidesOnly, "Offer the profile for generated slides alone");
    command->add_option("--threads", options->threads, "Threads to use (0: one per core)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    command->add_flag_callback(
        "--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace an existing run");
    command->callback([options, &chosen] {
        chosen = [options] {
            if (options->profile.name.empty())
                options->profile.name = fs::path(options->run).lexically_normal().filename().string();
            if (const auto trained = train(*options); !trained) {
                printError(trained.error());
                return kSomeFailed;
            }
            return kAllDone;
        };
    });
}

}

void addTrainCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("train", "Train a normalizer");
    command->require_subcommand(1);
    addStainNet(*command, chosen);
    addTrainStainGan(*command, chosen);
    addTrainClassifier(*command, chosen);
}

}
