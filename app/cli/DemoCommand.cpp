#include <cstdio>
#include <memory>
#include <regex>

#include "Commands.h"
#include "Console.h"
#include "demo/DemoSet.h"
#include "demo/LabelledTiles.h"

namespace isostain::cli {

namespace {

struct DemoCommandOptions {
    std::string folder;
    std::string stain = "he";
    std::string size = "8192x6144";
    std::string slides = "both";
    demo::DemoSetOptions set;
    int labelledTiles = 0; ///< 0: the demo set
    int sections = 4;
    unsigned threads = 0;
};

/// "WIDTHxHEIGHT" in pixels.
std::string parseSize(const std::string& text, demo::TissueOptions& tissue)
{
    static const std::regex pattern("([0-9]{1,6})x([0-9]{1,6})");
    std::smatch match;
    if (!std::regex_match(text, match, pattern))
        return "The size is given as WIDTHxHEIGHT, for example 8192x6144";
    tissue.width = std::stoi(match[1]);
    tissue.height = std::stoi(match[2]);
    return {};
}

int runLabelled(const DemoCommandOptions& options)
{
    ProgressLine progress("Generating");
    const demo::LabelledTilesOptions tiles{options.labelledTiles, options.sections, options.set.tissue.seed,
                                           options.set.overwrite};
    const auto written = demo::writeLabelledTiles(options.folder, tiles, progress.control(options.threads));
    progress.clear();
    if (!written) {
        printError(written.error());
        return written.error().code == ErrorCode::InvalidArgument ? kUsage : kSomeFailed;
    }
    std::printf("%s\n", options.folder.c_str());
    return kAllDone;
}

int runDemo(DemoCommandOptions& options)
{
    if (options.labelledTiles > 0)
        return runLabelled(options);
    options.set.tissue.stain = options.stain == "pap" ? Stain::Papanicolaou : Stain::HematoxylinEosin;
    if (options.slides == "a")
        options.set.slides = {demo::ScannerId::A};
    else if (options.slides == "b")
        options.set.slides = {demo::ScannerId::B};
    else if (options.slides == "none")
        options.set.slides.clear();
    ProgressLine progress("Generating");
    const auto slides = demo::writeDemoSet(options.folder, options.set, progress.control(options.threads));
    progress.clear();
    if (!slides) {
        printError(slides.error());
        return slides.error().code == ErrorCode::InvalidArgument ? kUsage : kSomeFailed;
    }
    for (const auto& slide : *slides)
        std::printf("%s\n", slide.c_str());
    if (options.set.tiles > 0)
        std::printf("%s\n", (std::filesystem::path(options.folder) / "tiles").c_str());
    return kAllDone;
}

}

void addDemoCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<DemoCommandOptions>();
    CLI::App* command = app.add_subcommand("demo", "Generate slides and aligned tile pairs of one tissue on two scanners");
    command->add_option("folder", options->folder, "Folder to write to")->required();
    command->add_option("--stain", options->stain, "he (a section) or pap (a smear)")
        ->check(CLI::IsMember({"he", "pap"}))
        ->capture_default_str();
    command->add_option("--size", options->size, "Size of the slides in pixels, WIDTHxHEIGHT")
        ->check([options](const std::string& text) { return parseSize(text, options->set.tissue); })
        ->capture_default_str();
    command->add_option("--seed", options->set.tissue.seed, "Another number gives other tissue")->capture_default_str();
    command->add_option("--slides", options->slides, "Whole slides to write: both, a, b or none")
        ->check(CLI::IsMember({"both", "a", "b", "none"}))
        ->capture_default_str();
    command->add_option("--tiles", options->set.tiles, "Pairs of 256x256 tiles to write")
        ->check(CLI::Range(0, 9999))
        ->capture_default_str();
    command
        ->add_option("--classification", options->labelledTiles,
                     "Instead: this many 128x128 H&E tiles per class and split, in {a,b}/{train,test}/{normal,tumor}")
        ->check(CLI::Range(1, 99'999));
    command->add_option("--sections", options->sections, "Sections that the tiles of each split come from")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--misalign", options->set.misalign, "Shift of scanner B against scanner A, at most, in pixels")
        ->check(CLI::Range(0.0, 64.0))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads to use (0: one per core)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    command->add_flag_callback(
        "--overwrite", [options] { options->set.overwrite = Overwrite::Yes; }, "Replace existing files");
    command->callback([options, &chosen] {
        chosen = [options] {
            return runDemo(*options);
        };
    });
}

}
