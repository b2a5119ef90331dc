#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "Commands.h"
#include "Console.h"
#include "NormalizerArguments.h"
#include "export/ExportJournal.h"
#include "export/ExportNames.h"
#include "export/ExportRecipe.h"
#include "export/ExportJob.h"
#include "inference/InferenceModule.h"
#include "report/ExportReport.h"

namespace isostain::cli {

namespace fs = std::filesystem;

namespace {

struct ExportCommandOptions {
    std::vector<std::string> slides;
    std::string list;     ///< file with a slide or folder per line
    std::string folder;
    std::string shard = "1/1";
    ExportNaming naming;
    NamesInExport names = NamesInExport::Kept;
    NormalizerArguments normalizer;
    std::string format = "tiff";
    std::string compression = "jpeg";
    std::string subsampling = "420";
    ExportOptions chosen;
    std::vector<std::int64_t> region;
    enum class Action { Export, ListPending } action = Action::Export;
    unsigned threads = 0;
};

std::string checkTileSize(const std::string& text)
{
    int size = 0;
    if (!CLI::detail::lexical_cast(text, size) || size < 64 || size > 4096 || size % 16 != 0)
        return "The tile size is a multiple of 16 from 64 to 4096";
    return {};
}

void printResult(const ExportResult& result, NamesInExport names)
{
    if (result.error) {
        if (result.error->code != ErrorCode::Cancelled)
            printError(*result.error);
        return;
    }
    if (result.wasThere) {
        std::printf("%s  was exported before\n", result.item.output.c_str());
        std::fflush(stdout);
        return;
    }
    const double megapixels = static_cast<double>(result.width) * static_cast<double>(result.height) / 1e6;
    std::printf("%s  %lld x %lld  %.1f MB  %.1f s  %.0f Mpx/s\n", result.item.output.c_str(), static_cast<long long>(result.width),
                static_cast<long long>(result.height), static_cast<double>(result.outputBytes) / 1e6, result.duration.count(),
                megapixels / std::max(result.duration.count(), 1e-3));
    std::fflush(stdout);
    const std::string name = (names == NamesInExport::Kept ? result.item.slide : result.item.output).string();
    printWarnings(name, result.warnings);
    if (result.outOfGamutShare)
        std::fprintf(stderr, "isostain-cli: %s: %.2f %% of the tissue has colors that the profile was not trained on.\n", name.c_str(),
                     100 * *result.outOfGamutShare);
}

/// Nothing for what is not "I/N" with 1 <= I <= N.
std::optional<Shard> shardOf(const std::string& text)
{
    const std::size_t slash = text.find('/');
    Shard shard;
    if (slash == std::string::npos || !CLI::detail::lexical_cast(text.substr(0, slash), shard.number) ||
        !CLI::detail::lexical_cast(text.substr(slash + 1), shard.count) || shard.number < 1 || shard.number > shard.count)
        return std::nullopt;
    return shard;
}

std::string checkShard(const std::string& text)
{
    return shardOf(text) ? std::string() : "A shard is I/N, as 2/8 for the second of eight";
}

/// All slides that were asked for. Errors: those of readSlideList() and findSlides().
Result<std::vector<fs::path>> slidesOf(const ExportCommandOptions& options)
{
    std::vector<fs::path> given(options.slides.begin(), options.slides.end());
    if (!options.list.empty()) {
        auto listed = readSlideList(options.list);
        if (!listed)
            return listed;
        given.insert(given.end(), listed->begin(), listed->end());
    }
    return findSlides(given);
}

Result<ExportJob> jobOf(const ExportCommandOptions& options)
{
    if (options.chosen.sourceLabel == SourceLabel::Kept && !carriesLabel(options.chosen.format))
        return fail(ErrorCode::InvalidArgument, "--keep-label", "only the format svs-like carries label and macro");
    auto slides = slidesOf(options);
    if (!slides && options.names == NamesInExport::Anonymous)
        return fail(slides.error().code, "The list or a folder of slides");
    if (!slides)
        return tl::unexpected(slides.error());
    if (slides->empty())
        return fail(ErrorCode::FileNotFound, "A slide", "the folders and the list hold none");
    auto chosen = chooseNormalizer(options.normalizer, JobControl{interruptToken(), {}, options.threads});
    if (!chosen)
        return tl::unexpected(chosen.error());
    ExportNaming naming = options.naming;
    naming.profile = chosen->profile.name;
    naming.extension = suffixOf(options.chosen.format);
    if (const auto checked = checkNaming(naming); !checked)
        return tl::unexpected(checked.error());
    const Shard shard = *shardOf(options.shard);
    ExportJob job;
    job.items = itemsOf(shard, exportItems(*slides, options.folder, naming));
    job.options = options.chosen;
    job.recipe = exportRecipe(chosen->profile, chosen->form, options.chosen);
    job.normalizer = fittedToEach(std::move(chosen->profile), chosen->form, loadNetworkBackend);
    job.journal = journalPath(options.folder, shard);
    job.names = options.names;
    return job;
}

/// Says which slides an export would still do.
int listPending(const ExportJob& job)
{
    const auto pending = unfinishedItems(job, interruptToken());
    if (!pending) {
        printError(pending.error());
        return kSomeFailed;
    }
    for (const ExportItem& item : *pending)
        if (job.names == NamesInExport::Anonymous)
            std::printf("slide %zu\n", item.number);
        else
            std::printf("%s\n", item.slide.c_str());
    return pending->empty() ? kAllDone : kSomeFailed;
}

void warnOfWhatIsKept(const ExportOptions& chosen)
{
    if (chosen.sourceName == SourceName::Kept)
        std::fprintf(stderr, "isostain-cli: --keep-names: the outputs state the file names of their sources, which may name patients.\n");
    if (chosen.sourceLabel == SourceLabel::Kept)
        std::fprintf(stderr, "isostain-cli: --keep-label: the outputs carry label and macro of their sources, which may name patients.\n");
}

int runExportCommand(ExportCommandOptions& options)
{
    options.chosen.format = *valueOf(exportFormats(), options.format);
    options.chosen.compression = *valueOf(compressions(), options.compression);
    options.chosen.subsampling = *valueOf(subsamplings(), options.subsampling);
    if (!options.region.empty())
        options.chosen.area = {ExportArea::Kind::Region,
                               {options.region[0], options.region[1], options.region[2], options.region[3]}};
    const auto job = jobOf(options);
    if (!job) {
        printError(job.error());
        return kSomeFailed;
    }
    if (options.action == ExportCommandOptions::Action::ListPending)
        return listPending(*job);
    warnOfWhatIsKept(options.chosen);
    ProgressLine progress("Exporting");
    bool isBegun = false;
    const auto results = runExport(*job, progress.control(options.threads), [&](const ExportResult& result) {
        isBegun = true;
        progress.clear();
        printResult(result, options.names);
    });
    progress.clear();
    const auto hasFailed = [](const ExportResult& result) { return result.error.has_value(); };
    const auto isCancelled = [](const ExportResult& result) { return result.error && result.error->code == ErrorCode::Cancelled; };
    if (std::any_of(results.begin(), results.end(), isCancelled))
        printError({ErrorCode::Cancelled, {}, {}});
    else if (!isBegun && std::any_of(results.begin(), results.end(), hasFailed)) {
        printError(*results.front().error);   // nothing can be written to the folder at all
        return kSomeFailed;
    }
    const auto reported = writeExportReport(options.folder);
    if (!reported)
        printError(reported.error());
    return !reported || std::any_of(results.begin(), results.end(), hasFailed) ? kSomeFailed : kAllDone;
}

}

void addExportCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<ExportCommandOptions>();
    CLI::App* command = app.add_subcommand("export", "Write normalized slides with all their levels");
    command->add_option("slides", options->slides, "Whole-slide images, plain images, or folders to search for slides");
    command->add_option("--list", options->list, "File that names a slide or folder a line");
    command->add_option("-o,--output", options->folder, "Folder to write to; created when it is missing. Its journal tells what is finished: run the same command again to resume")->required();
    command->add_option("--name", options->naming.pattern, "How outputs are named, from {name} and {profile}")->capture_default_str();
    command->add_option("--shard", options->shard, "I/N: only every N-th slide, beginning with number I, for several machines")
        ->check(checkShard)
        ->capture_default_str();
    CLI::Option* anonymous =
        command->add_flag_callback("--anonymous-names", [options] { options->names = NamesInExport::Anonymous; },
                                   "Name outputs by their slide's content, and no slide in journal, messages and report");
    command->add_flag_callback("--keep-names", [options] { options->chosen.sourceName = SourceName::Kept; },
                               "State the file name of the slide in its output, which may name a patient")
        ->excludes(anonymous);
    command->add_flag_callback("--keep-label", [options] { options->chosen.sourceLabel = SourceLabel::Kept; },
                               "Carry label and macro of the slide, which may name a patient (only --format svs-like)");
    command->add_flag_callback("--pending", [options] { options->action = ExportCommandOptions::Action::ListPending; },
                               "Export nothing; list the slides that are not finished, and fail if there are any");
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
                        "tiff: pyramidal TIFF; svs-like: the same, with a description like Aperio's that more programs take µm/px and power from; "
                        "ome-tiff: levels in SubIFDs, described in OME-XML; dicom: a folder with one instance for each level, JPEG or uncompressed")
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
    command->callback([options, &chosen] {
        if (options->slides.empty() && options->list.empty())
            throw CLI::RequiredError("slides or --list");
        chosen = [options] { return runExportCommand(*options); };
    });
}

}
