#include <algorithm>
#include <cstdio>
#include <memory>

#include "Commands.h"
#include "Console.h"
#include "image/ImageFile.h"
#include "normalize/Normalizer.h"
#include "slide/Slide.h"

namespace isostain::cli {

namespace {

struct SnapshotOptions {
    std::string slide;
    std::string output;
    std::string profile;
    int size = 1600;
    Overwrite overwrite = Overwrite::No;
};

constexpr int kGap = 8;
constexpr int kCanvasGray = 0x80;

/// The finest level of which one picture is no longer than `size`, or the coarsest.
int levelForSize(const PyramidGeometry& geometry, int size)
{
    for (int level = 0; level < geometry.levelCount(); ++level)
        if (std::max(geometry.level(level).width, geometry.level(level).height) <= size)
            return level;
    return geometry.coarsestLevel();
}

Result<void> writeSnapshot(const SnapshotOptions& options)
{
    auto profile = readStainProfile(options.profile);
    if (!profile)
        return tl::unexpected(profile.error());
    const auto slide = openSlide(options.slide);
    if (!slide)
        return tl::unexpected(slide.error());
    const PyramidGeometry& geometry = (*slide)->geometry();
    const int level = levelForSize(geometry, options.size);
    const PixelRect whole{0, 0, geometry.level(level).width, geometry.level(level).height};
    const auto source = readRegion(**slide, level, whole, interruptToken());
    if (!source)
        return tl::unexpected(source.error());
    const auto normalizer = makeNormalizer(std::move(*profile), JobControl{interruptToken(), {}, 0});
    if (!normalizer)
        return tl::unexpected(normalizer.error());

    const RgbImage left = toRgb(*source);
    const RgbImage right = (*normalizer)->table->apply(left);
    RgbImage both = makeRgbImage(2 * left.width() + kGap, left.height());
    both.pixels.setTo(cv::Scalar::all(kCanvasGray));
    left.pixels.copyTo(both.pixels.colRange(0, left.width()));
    right.pixels.copyTo(both.pixels.colRange(left.width() + kGap, both.width()));
    return writePng(both, options.output, options.overwrite);
}

}

void addSnapshotCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<SnapshotOptions>();
    CLI::App* command = app.add_subcommand("snapshot", "Write a picture of a slide, source beside normalized");
    command->add_option("slide", options->slide, "Whole-slide image or plain image")->required();
    command->add_option("output", options->output, "PNG file to write")->required();
    command->add_option("--profile", options->profile, "Stain profile (.json) or StainNet checkpoint (.pth)")->required();
    command->add_option("--size", options->size, "Longest side of one of the two pictures, in pixels")
        ->check(CLI::Range(64, 16384))
        ->capture_default_str();
    command->add_flag_callback("--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace an existing file");
    command->callback([options, &chosen] {
        chosen = [options] {
            if (const auto written = writeSnapshot(*options); !written) {
                printError(written.error());
                return kSomeFailed;
            }
            return kAllDone;
        };
    });
}

}
