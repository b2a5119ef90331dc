#include <cstdio>
#include <memory>
#include <string>

#include "Commands.h"
#include "Console.h"
#include "NormalizerArguments.h"

namespace isostain::cli {

namespace {

struct GamutOptions {
    std::string profile;
    std::string images;
    std::string output;   ///< empty: the profile itself
};

Result<void> fitGamut(const GamutOptions& options)
{
    auto profile = readStainProfile(options.profile);
    if (!profile)
        return tl::unexpected(profile.error());
    if (auto beside = checkCheckpointLiesBeside(*profile, options.profile, options.output); !beside)
        return beside;
    ProgressLine line("Reading images");
    const auto sampled = sampleFiles({options.images}, line.control());
    if (!sampled)
        return tl::unexpected(sampled.error());
    line.clear();
    printSkipped(sampled->skipped);
    profile->gamut = ColorGamut::of(sampled->sample.all);
    if (auto written = writeStainProfile(*profile, options.output, Overwrite::Yes); !written)
        return written;
    std::printf("%s: colors of %zu images\n", options.output.c_str(), sampled->names.size());
    return {};
}

}

void addFitGamutCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<GamutOptions>();
    CLI::App* command =
        app.add_subcommand("fit-gamut", "Add the colors of training images to a stain profile, so that other colors can be marked");
    command->add_option("--profile", options->profile, "Stain profile (.json) or checkpoint (.pth)")->required();
    command->add_option("--images", options->images, "Folder of the source images that the profile was trained on")->required();
    addProfileOutputOption(*command, options->output);
    command->callback([options, &chosen] {
        useProfileAsOutput(options->profile, options->output);
        chosen = [options] {
            if (const auto written = fitGamut(*options); !written) {
                printError(written.error());
                return kSomeFailed;
            }
            return kAllDone;
        };
    });
}

}
