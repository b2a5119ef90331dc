#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "Commands.h"
#include "Console.h"
#include "NormalizerArguments.h"
#include "export/ExportJob.h"
#include "export/ExportNames.h"
#include "inference/InferenceModule.h"

namespace isostain::cli {

namespace {

struct ExportCommandOptions {
    std::vector<std::string> slides;
    std::string folder;
    NormalizerArguments normalizer;
    std::string format = "tiff";
    std::string compression = "jpeg";
    std::string subsampling = "420";
    ExportOptions chosen;
    std::vector<std::int64_t> region;
    unsigned threads = 0;
};

std::string checkTileSize(const std::string& text)
{
    int size = 0;
    if (!CLI::detail::lexical_cast(text, size) || size < 64 || size > 4096 || size % 16 != 0)
        return "The tile size is a multiple of 16 from 64 to 4096";
    return {};
}

void printResult(const ExportResult& result)
{
    if (result.error) {
        if (result.error->code != ErrorCode::Cancelled)
            printError(*result.error);
        return;
    }
    const double megapixels = static_cast<double>(result.outputWidth) * static_cast<double>(result.outputHeight) / 1e6;
    std::printf("%s  %lld x %lld  %.1f MB  %.1f s  %.0f Mpx/s\n", result.item.output.c_str(), static_cast<long long>(result.outputWidth),
                static_cast<long long>(result.outputHeight), static_cast<double>(result.outputBytes) / 1e6, result.duration.count(),
                megapixels / std::max(result.duration.count(), 1e-3));
    std::fflush(stdout);
    printWarnings(result.item.slide.string(), result.warnings);
    if (result.outOfGamutShare)
        std::fprintf(stderr, "isostain-cli: %s: %.2f %% of the tissue has colors that the profile was not trained on.\n",
                     result.item.slide.c_str(), 100 * *result.outOfGamutShare);
}

int runExportCommand(ExportCommandOptions& options)
{
    options.chosen.format = *valueOf(exportFormats(), options.format);
    options.chosen.compression = *valueOf(compressions(), options.compression);
    options.chosen.subsampling = *valueOf(subsamplings(), options.subsampling);
    if (!options.region.empty())
        options.chosen.area = {ExportArea::Kind::Region,
                               {options.region[0], options.region[1], options.region[2], options.region[3]}};
    auto chosen = chooseNormalizer(options.normalizer, JobControl{interruptToken(), {}, options.threads});
    if (!chosen) {
        printError(chosen.error());
        return kSomeFailed;
    }
    const ExportJob job{exportItems({options.slides.begin(), options.slides.end()}, options.folder, options.chosen.format),
                        fittedToEach(std::move(chosen->profile), chosen->form, loadNetworkBackend), options.chosen};
    ProgressLine progress("Exporting");
    const auto results = runExport(job, progress.control(options.threads), [&progress](const ExportResult& result) {
        progress.clear();
        printResult(result);
    });
    progress.clear();
    const auto failed = std::find_if(results.begin(), results.end(), [](const ExportResult& result) { return result.error; });
    const auto isCancelled = [](const ExportResult& result) { return result.error && result.error->code == ErrorCode::Cancelled; };
    if (std::any_of(results.begin(), results.end(), isCancelled))
        printError({ErrorCode::Cancelled, {}, {}});
    return failed == results.end() ? kAllDone : kSomeFailed;
}

}

void addExportCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<ExportCommandOptions>();
    CLI::App* command = app.add_subcommand("export", "Write normalized slides with all their levels");
    command->add_option("slides", options->slides, "Whole-slide images or plain images")->required();
    command->add_option("-o,--output", options->folder, "Folder to write NAME.tif to; created when it is missing")->required();
    addNormalizerArguments(*command, options->normalizer, NormalizerForm::Profile);
    command->add_option("--quality", options->chosen.quality, "JPEG quality")->check(CLI::Range(1, 100))->capture_default_str();
    command->add_option("--subsampling", options->subsampling, "JPEG color resolution; source: 420 where the source is a TIFF with that, else 444")
        ->check(CLI::IsMember(keysOf(subsamplings())))
        ->capture_default_str();
    command->add_option("--tile-size", options->chosen.tileSize, "Tile width and height in pixels, a multiple of 16 from 64 to 4096")
        ->check(checkTileSize)
        ->capture_default_str();
    command->add_option("--compression", options->compression, "lzw and deflate are lossless, as is none")
        ->check(CLI::IsMember(keysOf(compressions())))
        ->capture_default_str();
    command->add_option("--format", options->format,
                        "tiff: pyramidal TIFF; svs-like: the same, with a description like Aperio's that more programs take µm/px and power from")
        ->check(CLI::IsMember(keysOf(exportFormats())))
        ->capture_default_str();
    CLI::Option* region = command->add_option("--region", options->region, "Only this part of the slide, in level-0 pixels: X,Y,WIDTH,HEIGHT")
        ->delimiter(',')
        ->expected(4);
    command->add_flag_callback("--crop-to-tissue", [options] { options->chosen.area.kind = ExportArea::Kind::Tissue; },
                               "Only the rectangle around the tissue, in whole tiles")
        ->excludes(region);
    CLI::Option* power = command->add_option("--power", options->chosen.scale.power, "Magnification of the output: the slide's, or that halved once, twice, ...")
        ->check(CLI::PositiveNumber);
    command->add_option("--mpp", options->chosen.scale.mpp, "The same in micrometers per pixel; met within 2 %")
        ->check(CLI::PositiveNumber)
        ->excludes(power);
    command->add_option("--threads", options->threads, "Threads to use (0: one per core)")->check(CLI::Range(0, 256))->capture_default_str();
    command->add_flag_callback("--overwrite", [options] { options->chosen.overwrite = Overwrite::Yes; }, "Replace existing files");
    command->callback([options, &chosen] { chosen = [options] { return runExportCommand(*options); }; });
}

}
