#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "Commands.h"
#include "Console.h"
#include "NormalizerArguments.h"
#include "inference/InferenceModule.h"

namespace isostain::cli {

namespace {

struct StatisticsOptions {
    std::string profile;
    std::vector<std::string> slides;
    std::string output; ///< empty: the profile itself
};

Result<void> fitStatisticsOf(const StatisticsOptions& options)
{
    auto profile = readStainProfile(options.profile);
    if (!profile)
        return tl::unexpected(profile.error());
    if (auto beside = checkCheckpointLiesBeside(*profile, options.profile, options.output); !beside)
        return beside;
    const NormalizerFactory factory(*profile, NormalizerForm::Profile, loadNetworkBackend);
    for (const std::string& path : options.slides) {
        const auto slide = openSlide(path);
        if (!slide)
            return tl::unexpected(slide.error());
        ProgressLine line("Sampling");
        auto statistics = factory.freeze(**slide, line.control());
        if (!statistics)
            return tl::unexpected(statistics.error());
        line.clear();
        std::printf("%s: %d samples at level %d\n", path.c_str(), statistics->statistics.samples, statistics->statistics.level);
        keep(profile->frozen, *std::move(statistics));
    }
    return writeStainProfile(*profile, options.output, Overwrite::Yes);
}

}

void addFitStatisticsCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<StatisticsOptions>();
    CLI::App* command = app.add_subcommand(
        "fit-statistics", "Keep the statistics of slides in the profile of a network, so that no program samples them again");
    command->add_option("--profile", options->profile, "Stain profile (.json) or checkpoint (.pth) of a StainGAN")->required();
    command->add_option("--slide", options->slides, "Slides or images to take statistics of")->required();
    addProfileOutputOption(*command, options->output);
    command->callback([options, &chosen] {
        useProfileAsOutput(options->profile, options->output);
        chosen = [options] {
            if (const auto written = fitStatisticsOf(*options); !written) {
                printError(written.error());
                return kSomeFailed;
            }
            return kAllDone;
        };
    });
}

}
