#include "DistillationArguments.h"

#include <cstdio>
#include <optional>

#include "Console.h"
#include "base/Parallel.h"
#include "dataset/ImageFolder.h"
#include "dataset/ImagePairs.h"
#include "image/ImageFile.h"
#include "inference/InferenceModule.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

Result<std::vector<ImagePair>> usablePairs(const std::string& source, const std::string& target, unsigned threads)
{
    auto found = pairImages(source, target);
    if (!found)
        return tl::unexpected(found.error());
    for (const auto* orphans : {&found->sourceOrphans, &found->targetOrphans})
        for (const std::string& name : *orphans)
            std::fprintf(stderr, "isostain-cli: %s has no partner and is left out.\n", name.c_str());
    // Decoded once, so that a damaged file is known, and left out, before a training has begun.
    std::vector<std::optional<Error>> failures(found->pairs.size());
    const bool all = parallelFor(
        found->pairs.size(),
        [&](std::size_t i) {
            if (const auto loaded = readPair(found->pairs[i]); !loaded)
                failures[i] = loaded.error();
        },
        threads, interruptToken());
    if (!all)
        return fail(ErrorCode::Cancelled);
    std::vector<ImagePair> usable;
    for (std::size_t i = 0; i < failures.size(); ++i) {
        if (failures[i])
            std::fprintf(stderr, "isostain-cli: Left out: %s\n", describe(*failures[i]).c_str());
        else
            usable.push_back(std::move(found->pairs[i]));
    }
    if (usable.empty())
        return fail(ErrorCode::TrainingDataInvalid, source, "no image of it can be used");
    return usable;
}

/// Images as published: each norm takes the statistics of its image; sides cut to what the network takes.
Result<void> makeTeacher(const DistillationArguments& arguments, const fs::path& folder)
{
    const auto network = readNetwork(arguments.staingan);
    if (!network)
        return tl::unexpected(network.error());
    const auto backend = loadNetworkBackend();
    if (!backend)
        return tl::unexpected(backend.error());
    NetworkOptions options;
    options.threads = arguments.threads;
    const auto ready = (*backend)->create(*network, options, arguments.staingan);
    if (!ready)
        return tl::unexpected(ready.error());
    const auto sources = imagesIn(arguments.source);
    if (!sources)
        return tl::unexpected(sources.error());
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return tl::unexpected(writeError(folder, error.value()));
    ProgressLine progress("Teacher");
    const JobControl control = progress.control(arguments.threads);
    for (std::size_t i = 0; i < sources->size(); ++i) {
        const fs::path& source = (*sources)[i];
        const auto image = readImage(source);
        if (!image) {
            progress.clear();
            std::fprintf(stderr, "isostain-cli: %s is left out: %s\n", source.filename().c_str(),
                         describe(image.error()).c_str());
            continue;
        }
        const auto written = (*ready)->runAsPublished(*image, control.stop).and_then([&](const RgbImage& result) {
            return writePng(result, folder / source.filename().replace_extension(".png"), Overwrite::Yes);
        });
        if (!written)
            return tl::unexpected(written.error());
        control.report(i + 1, sources->size());
    }
    return {};
}

Result<void> findImages(DistillationArguments& arguments)
{
    StainNetTrainingPlan& plan = arguments.plan;
    auto train = usablePairs(arguments.source, arguments.teacher, arguments.threads);
    if (!train)
        return tl::unexpected(train.error());
    if (!arguments.alignedSource.empty()) {
        auto aligned = usablePairs(arguments.alignedSource, arguments.alignedTarget, arguments.threads);
        if (!aligned)
            return tl::unexpected(aligned.error());
        plan.aligned = std::move(*aligned);
    }
    if (!arguments.testSource.empty()) {
        auto test = usablePairs(arguments.testSource, arguments.testTeacher, arguments.threads);
        if (!test)
            return tl::unexpected(test.error());
        plan.train = std::move(*train);
        plan.test = std::move(*test);
        return {};
    }
    const auto every = static_cast<std::size_t>(arguments.holdOut);
    for (std::size_t i = 0; i < train->size(); ++i)
        (every > 0 && i % every == every - 1 ? plan.test : plan.train).push_back((*train)[i]);
    return {};
}

}

void addDistillationOptions(CLI::App& command, DistillationArguments& arguments)
{
    DistillationConfig& config = arguments.plan.config;
    command.add_option("--source", arguments.source, "Folder of source images")->required();
    auto* teacher = command.add_option("--teacher", arguments.teacher,
                                       "Folder of a teacher's outputs, or of aligned target images, of the same names");
    command.add_option("--staingan", arguments.staingan, "StainGAN checkpoint that makes the teacher's outputs first")
        ->excludes(teacher);
    auto* testSource = command.add_option("--test-source", arguments.testSource,
                                          "Folder of source images to measure on (default: some pairs are held out)");
    auto* testTeacher = command.add_option("--test-teacher", arguments.testTeacher, "Folder of their targets");
    testSource->needs(testTeacher);
    testTeacher->needs(testSource);
    command.add_option("--hold-out", arguments.holdOut, "Without test folders, hold out every so manyth pair (0: none)")
        ->check(CLI::Range(0, 1'000'000))
        ->capture_default_str();
    std::vector<std::string> recipes;
    for (const DistillationRecipeRow& row : distillationRecipes())
        recipes.emplace_back(row.key);
    command
        .add_option("--recipe", arguments.recipe,
                    "fast: shuffled pixels, seconds; paper: as published, weights chosen by the test images; mixed: with "
                    "--aligned-source")
        ->check(CLI::IsMember(recipes))
        ->capture_default_str();
    command.add_option("--layers", arguments.layers, "Convolutions")->check(CLI::Range(2, 16))->capture_default_str();
    command.add_option("--channels", config.shape.channels, "Width of the hidden layers")
        ->check(CLI::Range(1, 512))
        ->capture_default_str();
    command.add_option("--kernels", arguments.kernels, "Kernel size of each layer, as 3,1,1 (default: all 1)")->delimiter(',');
    command.add_option("--keep-white", config.keepWhite, "Weight of keeping colors close to white as they are")
        ->check(CLI::Range(0.0, 1000.0))
        ->capture_default_str();
    command.add_option("--steps", config.steps, "Steps of 8,192 colors (fast, mixed)")
        ->check(CLI::Range(1, 10'000'000))
        ->capture_default_str();
    command.add_option("--epochs", config.epochs, "Epochs (paper)")->check(CLI::Range(1, 1'000'000))->capture_default_str();
    auto* alignedSource = command.add_option("--aligned-source", arguments.alignedSource, "Folder of source images (mixed)");
    auto* alignedTarget = command.add_option("--aligned-target", arguments.alignedTarget,
                                             "Folder of aligned images of the target scanner (mixed)");
    alignedSource->needs(alignedTarget);
    alignedTarget->needs(alignedSource);
    command.add_option("--teacher-weight", config.teacherWeight, "Weight of the teacher beside the aligned pairs (mixed)")
        ->check(CLI::Range(0.0, 1000.0))
        ->capture_default_str();
    command.add_option("--fairness", config.fairness, "A case counts with its error to this power (mixed)")
        ->check(CLI::Range(0.0, 64.0))
        ->capture_default_str();
    command.add_option("--structure", config.structure, "Weight of keeping the source's gray structure (mixed)")
        ->check(CLI::Range(0.0, 1000.0))
        ->capture_default_str();
    command.add_option("--case-length", arguments.plan.caseLength,
                       "Characters of a file's name that say its case (mixed; 0: those before the first _)");
    command.add_option("--seed", config.seed, "Another number gives another start")->capture_default_str();
    command.add_option("--threads", arguments.threads, "Threads to use (0: one per core)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
}

Result<void> completePlan(DistillationArguments& arguments, const fs::path& teacherFolder)
{
    StainNetTrainingPlan& plan = arguments.plan;
    plan.config.shape.kernels =
        arguments.kernels.empty() ? std::vector<int>(static_cast<std::size_t>(arguments.layers), 1) : arguments.kernels;
    for (const DistillationRecipeRow& row : distillationRecipes())
        if (row.key == arguments.recipe)
            plan.recipe = row.recipe;
    if (auto valid = checkConfig(plan.config); !valid)
        return valid;
    if (plan.recipe == DistillationRecipe::Mixed && arguments.alignedSource.empty())
        return fail(ErrorCode::InvalidArgument, "--recipe mixed", "it needs --aligned-source and --aligned-target");
    if (arguments.teacher.empty() && arguments.staingan.empty())
        return fail(ErrorCode::InvalidArgument, "A training without a teacher", "give --teacher or --staingan");
    if (!arguments.staingan.empty()) {
        if (auto made = makeTeacher(arguments, teacherFolder); !made)
            return made;
        arguments.teacher = teacherFolder.string();
    }
    return findImages(arguments);
}

}
