#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "Commands.h"
#include "Console.h"
#include "evaluation/EvaluationFiles.h"
#include "export/NewFolders.h"
#include "inference/InferenceModule.h"
#include "normalize/ProfileNames.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

/// The word for --reference that stands for each image's own target.
constexpr const char* kMatched = "matched";
/// Long enough for a steady rate, short enough for a dozen methods.
constexpr double kSecondsPerRate = 2;

struct EvaluateOptions {
    std::string source;
    std::string target;
    std::string pairs;
    std::string reference;
    std::string form;
    std::string output;
    std::vector<std::string> methods;
    int patchSize = 0;
    unsigned threads = 0;
    enum class Speed { NotMeasured, Measured } speed = Speed::NotMeasured;
    Overwrite overwrite = Overwrite::No;
};

std::string folderName(const fs::path& folder)
{
    const fs::path path = fs::path(folder / "").lexically_normal();
    return path.parent_path().filename().string();
}

EvaluationReference referenceOf(const std::string& text)
{
    if (text.empty())
        return {EvaluationReference::Kind::FirstTarget, {}};
    if (text == kMatched)
        return {EvaluationReference::Kind::Matched, {}};
    return {EvaluationReference::Kind::File, text};
}

Result<EvaluationReport> preparedReport(const EvaluateOptions& options)
{
    auto methods = readEvaluationMethods(options.methods);
    if (!methods)
        return tl::unexpected(methods.error());
    auto found = pairImages(options.source, options.target, options.pairs);
    if (!found)
        return tl::unexpected(found.error());
    EvaluationReport report;
    report.source = folderName(options.source);
    report.target = folderName(options.target);
    report.sourceOrphans = std::move(found->sourceOrphans);
    report.targetOrphans = std::move(found->targetOrphans);
    report.request.pairs = std::move(found->pairs);
    report.request.methods = *std::move(methods);
    report.request.reference = referenceOf(options.reference);
    report.request.form = *valueOf(normalizerForms(), options.form);
    report.request.patchSize = options.patchSize;
    report.request.networks = loadNetworkBackend;
    return report;
}

/// Rows go to metrics.csv as they come; without any, nothing is left behind.
Result<Evaluation> evaluateInto(const EvaluateOptions& options, const EvaluationRequest& request)
{
    const fs::path path = fs::path(options.output) / "metrics.csv";
    auto file = CsvFile::create(path, metricsCsvHeader(), options.overwrite);
    if (!file)
        return tl::unexpected(file.error());
    bool hasRows = false;
    ProgressLine progress("Evaluating");
    auto evaluation = evaluate(
        request,
        [&](std::span<const EvaluationRow> rows) {
            hasRows = true;
            return file->append(metricsCsvLines(rows));
        },
        progress.control(options.threads));
    if (!evaluation && !hasRows) {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    return evaluation;
}

Result<void> addSpeed(const EvaluateOptions& options, EvaluationReport& report)
{
    if (options.speed == EvaluateOptions::Speed::NotMeasured)
        return {};
    ProgressLine progress("Measuring speed");
    auto speed = measureSpeed(report.request, kSecondsPerRate, progress.control(options.threads));
    if (!speed)
        return tl::unexpected(speed.error());
    report.speed = *std::move(speed);
    return {};
}

void printLeftOut(const EvaluationReport& report)
{
    for (const auto* orphans : {&report.sourceOrphans, &report.targetOrphans})
        for (const std::string& name : *orphans)
            std::fprintf(stderr, "isostain-cli: %s has no partner and is left out.\n", name.c_str());
    for (const SkippedImage& skipped : report.result.skipped)
        std::fprintf(stderr, "isostain-cli: %s is left out: %s\n", skipped.name.c_str(), describe(skipped.reason).c_str());
    for (const EvaluationRemark& failed : report.result.failed)
        std::fprintf(stderr, "isostain-cli: %s, %s: %s\n", failed.image.c_str(), failed.method.c_str(), failed.text.c_str());
    for (const EvaluationRemark& warning : report.result.warnings)
        std::fprintf(stderr, "isostain-cli: warning: %s, %s: %s\n", warning.image.c_str(), warning.method.c_str(),
                     warning.text.c_str());
}

/// Whether everything was evaluated that was asked for.
Result<ExitCode> runEvaluation(const EvaluateOptions& options)
{
    auto report = preparedReport(options);
    if (!report)
        return tl::unexpected(report.error());
    NewFolders folders;
    if (auto created = folders.create(options.output); !created)
        return tl::unexpected(created.error());
    if (auto free = checkSummariesFree(options.output, options.overwrite); !free)
        return tl::unexpected(free.error());
    auto evaluation = evaluateInto(options, report->request);
    if (!evaluation)
        return tl::unexpected(evaluation.error());
    report->result = *std::move(evaluation);
    printLeftOut(*report);
    const auto measured = addSpeed(options, *report);   // whatever becomes of it, the metrics are worth a summary
    const std::string markdown = summaryMarkdown(*report);
    if (auto written = writeSummaries(summaryJson(*report), markdown, options.output, options.overwrite); !written)
        return tl::unexpected(written.error());
    std::printf("%s", markdown.c_str());
    if (!measured)
        return tl::unexpected(measured.error());
    return report->result.skipped.empty() && report->result.failed.empty() ? kAllDone : kSomeFailed;
}

void addOptions(CLI::App& command, const std::shared_ptr<EvaluateOptions>& options)
{
    options->form = normalizerForms()[static_cast<std::size_t>(NormalizerForm::Published)].key;
    command.add_option("--source", options->source, "Folder of source images")->required();
    command.add_option("--target", options->target, "Folder of aligned target images, of the same names")->required();
    command.add_option("--method", options->methods, evaluationMethodHelp())->required()->type_name("NAME[=FILE]");
    command.add_option(
        "--reference", options->reference,
        "Image that fitted methods normalize to (default: the first target by name), or the word \"matched\" for each "
        "image's own target, an oracle");
    command.add_option("--pairs", options->pairs, "List of pairs: source TAB target on each line, relative to the folders");
    command.add_option("--patch", options->patchSize, "Measure on squares of this many pixels, from (0,0) and without overlap")
        ->check(CLI::Range(11, 65536));
    command
        .add_option("--form", options->form,
                    "published: as in the paper, whatever a profile says; profile: fitted to tissue, glass kept")
        ->check(CLI::IsMember(keysOf(normalizerForms())))
        ->capture_default_str();
    command.add_flag_callback(
        "--speed", [options] { options->speed = EvaluateOptions::Speed::Measured; },
        "Measure images per second at 512 x 512, too");
    command.add_option("-o,--output", options->output, "Folder for metrics.csv, summary.json and summary.md")->required();
    command.add_option("--threads", options->threads, "Threads to use (0: one per core)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    command.add_flag_callback(
        "--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace the files of an earlier evaluation");
}

}

void addEvaluateCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App* command = app.add_subcommand("evaluate", "Compare methods on aligned pairs of images: SSIM and PSNR, speed");
    addOptions(*command, options);
    command->callback([options, &chosen] {
        chosen = [options] {
            const auto done = runEvaluation(*options);
            if (!done) {
                printError(done.error());
                return kSomeFailed;
            }
            return *done;
        };
    });
}

}
