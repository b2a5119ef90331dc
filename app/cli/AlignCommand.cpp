#include <cstdio>
#include <memory>
#include <string>

#include "Commands.h"
#include "Console.h"
#include "registration/PairCutting.h"

namespace isostain::cli {

namespace {

struct AlignCommandOptions {
    std::string source;
    std::string target;
    std::string folder;
    PairOptions pairs;
    unsigned threads = 0;
};

int runAlign(const AlignCommandOptions& options)
{
    const auto source = openSlide(options.source);
    const auto target = source ? openSlide(options.target) : source;
    if (!target) {
        printError(target.error());
        return kSomeFailed;
    }
    ProgressLine progress("Aligning");
    const auto pairs = cutPairs(**source, **target, options.folder, options.pairs, progress.control(options.threads));
    progress.clear();
    if (!pairs) {
        printError(pairs.error());
        return pairs.error().code == ErrorCode::InvalidArgument ? kUsage : kSomeFailed;
    }
    const SlideAlignment& affine = pairs->alignment.fine.transform.affine;
    std::printf("%s  %zu of %zu patches kept  scale %.4f  rotation %.2f degrees\n", options.folder.c_str(), pairs->kept(),
                pairs->patches.size(), affine.scale(), affine.rotation());
    return kAllDone;
}

}

void addAlignCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<AlignCommandOptions>();
    CLI::App* command = app.add_subcommand("align", "Register two scans of one glass and cut pairs of patches from them");
    command->add_option("source", options->source, "Scan to be moved: whole-slide image or plain image")->required();
    command->add_option("target", options->target, "Scan it is moved onto")->required();
    command->add_option("-o,--output", options->folder, "Folder to write to: source, target, patches.tsv, alignment.json, summary.json")
        ->required();
    command->add_option("--patch", options->pairs.patch, "Width and height of a patch in pixels")
        ->check(CLI::Range(32, 4096))
        ->capture_default_str();
    command->add_option("--mpp", options->pairs.mpp, "Micrometers per pixel of the pairs; by default the target's own")
        ->check(CLI::PositiveNumber);
    QualityLimits& limits = options->pairs.limits;
    command->add_option("--least-tissue", limits.tissue, "Share of a patch that must be tissue")->check(CLI::Range(0.0, 1.0))->capture_default_str();
    command->add_option("--least-sharpness", limits.sharpness, "Fine detail of the blurrier of a pair, by the other's")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--least-correlation", limits.correlation, "Local correlation of a pair")->check(CLI::Range(-1.0, 1.0))->capture_default_str();
    command->add_option("--most-residual", limits.residual, "Misalignment that may be left, pixels")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads to use (0: one per core)")->check(CLI::Range(0, 256))->capture_default_str();
    command->add_flag_callback("--overwrite", [options] { options->pairs.overwrite = Overwrite::Yes; }, "Replace an existing folder");
    command->callback([options, &chosen] { chosen = [options] { return runAlign(*options); }; });
}

}
