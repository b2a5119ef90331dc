#include <cstdio>
#include <memory>

#include "Commands.h"
#include "Console.h"
#include "DistillationArguments.h"
#include "base/Parallel.h"
#include "normalize/ProfileNames.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

struct TrainStainNetOptions {
    DistillationArguments arguments;
    std::string run;
    std::string stain = "unknown";
    double mpp = 0;
};

/// A profile is passed around, and the folders above may name people.
std::string folderName(const fs::path& folder)
{
    return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

std::string commandLine(const DistillationArguments& arguments)
{
    const DistillationConfig& config = arguments.plan.config;
    std::string kernels;
    for (const int kernel : config.shape.kernels)
        kernels += (kernels.empty() ? "" : ",") + std::to_string(kernel);
    const bool isPaper = arguments.plan.recipe == DistillationRecipe::Paper;
    return "isostain-cli train stainnet --source " + folderName(arguments.source) + " --teacher " +
           folderName(arguments.teacher) + " --recipe " + arguments.recipe +
           (isPaper ? " --epochs " + std::to_string(config.epochs) : " --steps " + std::to_string(config.steps)) + " --seed " +
           std::to_string(config.seed) + " --kernels " + kernels + " --channels " + std::to_string(config.shape.channels);
}

void print(const StainNetOutcome& outcome, const StainNetTrainingPlan& plan)
{
    const DistilledStainNet& trained = outcome.trained;
    std::printf("training images      %zu\ntraining loss        %.5f\ntraining time        %.1f s\n",
                plan.train.size() + plan.aligned.size(), trained.trainingLoss, trained.seconds);
    if (const auto& quality = outcome.quality; !quality.images.empty())
        std::printf("test images          %zu\n"
                    "test L1              %.5f\n"
                    "PSNR Target          %.2f dB (source untouched: %.2f dB)\n"
                    "SSIM Target          %.4f (source untouched: %.4f)\n"
                    "SSIM Source          %.4f\n",
                    quality.images.size(), quality.mean.loss, quality.mean.psnr, quality.mean.psnrUntouched, quality.mean.ssim,
                    quality.mean.ssimUntouched, quality.mean.ssimSource);
    if (plan.recipe == DistillationRecipe::Paper)
        std::printf("The weights are those of epoch %d, chosen by the test images, as published.\n", trained.testEpoch);
    std::printf("%s\n", outcome.profile.c_str());
}

void sayHowToGoOn(const StainNetTrainingPlan& plan)
{
    if (plan.recipe == DistillationRecipe::Paper)
        std::fprintf(stderr, "isostain-cli: Stopped after a whole epoch. Run the same command again to go on from there.\n");
    else
        std::fprintf(stderr, "isostain-cli: Stopped. Nothing is kept: run the same command again, it takes seconds.\n");
}

Result<void> train(TrainStainNetOptions& options)
{
    StainNetTrainingPlan& plan = options.arguments.plan;
    plan.run = options.run;
    if (auto complete = completePlan(options.arguments, fs::path(options.run) / "teacher"); !complete)
        return complete;
    StainProfile& profile = plan.profile;
    if (profile.name.empty())
        profile.name = folderName(fs::path(options.run).lexically_normal());
    profile.stain = valueOf(stains(), options.stain).value_or(Stain::Unknown);
    profile.mpp = options.mpp > 0 ? std::optional(options.mpp) : std::nullopt;
    profile.provenance += (profile.provenance.empty() ? "" : "; ") + commandLine(options.arguments);
    Result<StainNetOutcome> outcome;
    {
        ProgressLine progress("Training");
        outcome = trainStainNet(plan, progress.control(options.arguments.threads));
    }
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Cancelled)
            sayHowToGoOn(plan);
        return tl::unexpected(outcome.error());
    }
    print(*outcome, plan);
    return {};
}

}

void addTrainStainNet(CLI::App& parent, Command& chosen)
{
    auto options = std::make_shared<TrainStainNetOptions>();
    StainProfile& profile = options->arguments.plan.profile;
    CLI::App* command = parent.add_subcommand("stainnet", "Distill a StainNet from images and what a teacher made of them");
    addDistillationOptions(*command, options->arguments);
    command->add_option("-o,--output", options->run, "Run folder to write, or to go on with")->required();
    command->add_option("--name", profile.name, "Name of the profile");
    command->add_option("--description", profile.description, "Description of the profile");
    command->add_option("--stain", options->stain, "Stain of the images")->check([](const std::string& key) {
        return valueOf(stains(), key) ? std::string() : "no such stain: " + key;
    });
    command->add_option("--source-scanner", profile.sourceScanner, "Scanner of the source images");
    command->add_option("--target-scanner", profile.targetScanner, "Scanner of the target images");
    command->add_option("--mpp", options->mpp, "Micrometers per pixel of the images")->check(CLI::PositiveNumber);
    command->add_option("--provenance", profile.provenance, "Where the images came from, recorded in the profile");
    command->add_flag("--demo-slides-only", profile.demoSlidesOnly, "Offer the profile for generated slides alone");
    command->add_flag_callback(
        "--overwrite", [options] { options->arguments.plan.overwrite = Overwrite::Yes; }, "Replace an existing run");
    command->callback([options, &chosen] {
        chosen = [options] {
            if (const auto trained = train(*options); !trained) {
                printError(trained.error());
                return trained.error().code == ErrorCode::InvalidArgument ? kUsage : kSomeFailed;
            }
            return kAllDone;
        };
    });
}

}
