#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include <opencv2/imgproc.hpp>

#include "Commands.h"
#include "Console.h"
#include "NormalizerArguments.h"
#include "image/ImageFile.h"
#include "inference/InferenceModule.h"
#include "slide/Slide.h"

namespace isostain::cli {

namespace {

struct SnapshotOptions {
    std::string slide;
    std::string output;
    NormalizerArguments normalizer;
    int size = 1600;
    Overwrite overwrite = Overwrite::No;
};

constexpr int kGap = 8;
constexpr int kCanvasGray = 0x80;

/// The coarsest level that is at least as long as `size`, or level 0: what is longer is scaled down.
int levelForSize(const PyramidGeometry& geometry, int size)
{
    int level = geometry.coarsestLevel();
    while (level > 0 && std::max(geometry.level(level).width, geometry.level(level).height) < size)
        --level;
    return level;
}

/// No side longer than `size`; each pixel is the mean of those it covers.
RgbImage scaledTo(RgbImage image, int size)
{
    const double scale = static_cast<double>(size) / std::max(image.width(), image.height());
    if (scale >= 1)
        return image;
    RgbImage small;
    const cv::Size shown(std::max(1, static_cast<int>(std::lround(image.width() * scale))),
                         std::max(1, static_cast<int>(std::lround(image.height() * scale))));
    cv::resize(image.pixels, small.pixels, shown, 0, 0, cv::INTER_AREA);
    return small;
}

Result<BgrxImage> normalizedRegion(const SlidePtr& slide, const Normalizer& normalizer, int level, const PixelRect& rect,
                                   const BgrxImage& source)
{
    if (normalizer.table)
        return normalizer.table->apply(source);
    return readRegion(*throughNetwork(slide, normalizer), level, rect, interruptToken());
}

Result<void> writeSnapshot(const SnapshotOptions& options)
{
    const auto slide = openSlide(options.slide);
    if (!slide)
        return tl::unexpected(slide.error());
    const PyramidGeometry& geometry = (*slide)->geometry();
    const int level = levelForSize(geometry, options.size);
    const PixelRect whole{0, 0, geometry.level(level).width, geometry.level(level).height};
    const auto source = readRegion(**slide, level, whole, interruptToken());
    if (!source)
        return tl::unexpected(source.error());
    const JobControl control{interruptToken(), {}, 0};
    auto chosen = chooseNormalizer(options.normalizer, control);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const auto normalizer = NormalizerFactory(std::move(chosen->profile), chosen->form, loadNetworkBackend).forSlide(**slide, control);
    if (!normalizer)
        return tl::unexpected(normalizer.error());
    printWarnings(options.slide, (*normalizer)->warnings);

    // Mapped first, then averaged, as in the viewer and in the levels of an export.
    const auto result = normalizedRegion(*slide, **normalizer, level, whole, *source);
    if (!result)
        return tl::unexpected(result.error());
    const RgbImage left = scaledTo(toRgb(*source), options.size);
    const RgbImage right = scaledTo(toRgb(*result), options.size);
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
    addNormalizerArguments(*command, options->normalizer, NormalizerForm::Profile);
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
