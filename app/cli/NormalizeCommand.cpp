#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "Commands.h"
#include "Console.h"
#include "NormalizerArguments.h"
#include "image/ImageFile.h"
#include "inference/InferenceModule.h"
#include "normalize/NetworkTiles.h"
#include "slide/OpenSlideReader.h"

namespace isostain::cli {

namespace {

struct NormalizeOptions {
    std::string input;
    std::string output;
    NormalizerArguments normalizer;
    Overwrite overwrite = Overwrite::No;
};

/// OpenSlide knows it, damaged or not. Many slides are TIFF files of which an image reader would take one level for all.
bool isWholeSlide(const std::string& path)
{
    const auto slide = openWithOpenSlide(path);
    return !slide || *slide;
}

Result<RgbImage> mapped(const RgbImage& image, ChosenNormalizer chosen, const std::string& name, const JobControl& control)
{
    const auto normalizer = makeNormalizer(std::move(chosen.profile), sampleImage(image), chosen.form, control);
    if (!normalizer)
        return tl::unexpected(normalizer.error());
    printWarnings(name, (*normalizer)->warnings);
    return (*normalizer)->table->apply(image);
}

/// With the image's own statistics, all of it at once.
Result<RgbImage> runAsPublished(const RgbImage& image, const StainProfile& profile, const JobControl& control)
{
    const auto network = loadNetwork(profile, loadNetworkBackend, profile.name);
    if (!network)
        return tl::unexpected(network.error());
    return normalizeAsPublished(**network, image, control.stop);
}

/// As the viewer and an export do it: with statistics frozen for the image, in tiles.
Result<RgbImage> runFrozen(const std::string& path, ChosenNormalizer chosen, const JobControl& control)
{
    const auto slide = openSlide(path);
    if (!slide)
        return tl::unexpected(slide.error());
    const auto normalizer = NormalizerFactory(std::move(chosen.profile), chosen.form, loadNetworkBackend).forSlide(**slide, control);
    if (!normalizer)
        return tl::unexpected(normalizer.error());
    printWarnings(path, (*normalizer)->warnings);
    const PyramidGeometry& geometry = (*slide)->geometry();
    const auto result = readRegion(*throughNetwork(*slide, **normalizer), 0, {0, 0, geometry.width(), geometry.height()}, control.stop);
    if (!result)
        return tl::unexpected(result.error());
    return toRgb(*result);
}

Result<RgbImage> normalized(const NormalizeOptions& options)
{
    ProgressLine line("Normalizing");
    auto chosen = chooseNormalizer(options.normalizer, line.control());
    if (!chosen)
        return tl::unexpected(chosen.error());
    if (isSpatial(chosen->profile) && chosen->form == NormalizerForm::Profile)
        return runFrozen(options.input, *std::move(chosen), line.control());
    const auto image = readImage(options.input);
    if (!image)
        return tl::unexpected(image.error());
    if (isSpatial(chosen->profile))
        return runAsPublished(*image, chosen->profile, line.control());
    return mapped(*image, *std::move(chosen), options.input, line.control());
}

Result<void> normalizeImage(const NormalizeOptions& options)
{
    const auto result = normalized(options);
    if (!result)
        return tl::unexpected(result.error());
    return writePng(*result, options.output, options.overwrite);
}

int runNormalize(const NormalizeOptions& options)
{
    if (isWholeSlide(options.input)) {
        std::fprintf(stderr,
                     "isostain-cli: %s is a whole-slide image. Use `isostain-cli export` to normalize all of it, or "
                     "`isostain-cli snapshot` for a picture.\n",
                     options.input.c_str());
        return kSomeFailed;
    }
    if (const auto done = normalizeImage(options); !done) {
        printError(done.error());
        return kSomeFailed;
    }
    return kAllDone;
}

}

void addNormalizeCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<NormalizeOptions>();
    CLI::App* command = app.add_subcommand("normalize", "Normalize one image (PNG, JPEG, TIFF) without loss, fitted to that image");
    command->add_option("input", options->input, "Image to normalize")->required();
    command->add_option("output", options->output, "PNG file to write")->required();
    addNormalizerArguments(*command, options->normalizer, NormalizerForm::Published);
    command->add_flag_callback("--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace an existing file");
    command->callback([options, &chosen] { chosen = [options] { return runNormalize(*options); }; });
}

}
