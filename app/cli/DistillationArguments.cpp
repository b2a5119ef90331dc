#include "DistillationArguments.h"

#include <cstdio>

#include "Console.h"
#include "dataset/ImagePairs.h"
#include "inference/InferenceModule.h"
#include "training/TeacherOutputs.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

Result<std::vector<ImagePair>> pairsOf(const std::string& source, const std::string& target, unsigned threads)
{
    auto usable = usablePairs(source, target, JobControl{interruptToken(), {}, threads});
    if (!usable)
        return tl::unexpected(usable.error());
    for (const std::string& name : usable->orphans)
        std::fprintf(stderr, "isostain-cli: %s has no partner and is left out.\n", name.c_str());
    for (const Error& error : usable->unreadable)
        std::fprintf(stderr, "isostain-cli: Left out: %s\n", describe(error).c_str());
    return std::move(usable->pairs);
}

Result<void> makeTeacher(const DistillationArguments& arguments, const fs::path& folder)
{
    ProgressLine progress("Teacher");
    const auto leftOut = [&progress](const Error& error) {
        progress.clear();
        std::fprintf(stderr, "isostain-cli: Left out: %s\n", describe(error).c_str());
    };
    return makeTeacherOutputs(arguments.staingan, arguments.source, folder, loadNetworkBackend, leftOut,
                              progress.control(arguments.threads));
}

Result<void> findImages(DistillationArguments& arguments)
{
    StainNetTrainingPlan& plan = arguments.plan;
    auto train = pairsOf(arguments.source, arguments.teacher, arguments.threads);
    if (!train)
        return tl::unexpected(train.error());
    if (!arguments.alignedSource.empty()) {
        auto aligned = pairsOf(arguments.alignedSource, arguments.alignedTarget, arguments.threads);
        if (!aligned)
            return tl::unexpected(aligned.error());
        plan.aligned = std::move(*aligned);
    }
    if (!arguments.testSource.empty()) {
        auto test = pairsOf(arguments.testSource, arguments.testTeacher, arguments.threads);
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
