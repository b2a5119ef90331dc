#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "Commands.h"
#include "Console.h"
#include "NormalizerArguments.h"
#include "image/ImageFile.h"
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

Result<void> normalizeImage(const NormalizeOptions& options)
{
    const auto image = readImage(options.input);
    if (!image)
        return tl::unexpected(image.error());
    ProgressLine line("Preparing");
    auto chosen = chooseNormalizer(options.normalizer, line.control());
    if (!chosen)
        return tl::unexpected(chosen.error());
    const auto normalizer = makeNormalizer(std::move(chosen->profile), sampleImage(*image), chosen->form, line.control());
    if (!normalizer)
        return tl::unexpected(normalizer.error());
    line.clear();
    printWarnings(options.input, (*normalizer)->warnings);
    return writePng((*normalizer)->table->apply(*image), options.output, options.overwrite);
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
