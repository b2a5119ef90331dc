#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "Commands.h"
#include "EvaluationArguments.h"
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
    EvaluationArguments common;
    int patchSize = 0;
    enum class Speed { NotMeasured, Measured } speed = Speed::NotMeasured;
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
    auto methods = readEvaluationMethods(options.common.methods);
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
    report.request.form = *valueOf(normalizerForms(), options.common.form);
    report.request.patchSize = options.patchSize;
    report.request.networks = loadNetworkBackend;
    return report;
}

Result<Evaluation> evaluatePairs(const EvaluateOptions& options, const EvaluationRequest& request)
{
    ProgressLine progress("Evaluating");
    return evaluateInto(options.common, "metrics.csv", metricsCsvHeader(), [&](const auto& append) {
        return evaluate(
            request, [&](std::span<const EvaluationRow> rows) { return append(metricsCsvLines(rows)); },
            progress.control(options.common.threads));
    });
}

Result<void> addSpeed(const EvaluateOptions& options, EvaluationReport& report)
{
    if (options.speed == EvaluateOptions::Speed::NotMeasured)
        return {};
    ProgressLine progress("Measuring speed");
    auto speed = measureSpeed(report.request, kSecondsPerRate, progress.control(options.common.threads));
    if (!speed)
        return tl::unexpected(speed.error());
    report.speed = *std::move(speed);
    return {};
}

void printReportLeftOut(const EvaluationReport& report)
{
    for (const auto* orphans : {&report.sourceOrphans, &report.targetOrphans})
        for (const std::string& name : *orphans)
            std::fprintf(stderr, "isostain-cli: %s has no partner and is left out.\n", name.c_str());
    printLeftOut(report.result.skipped, report.result.failed, report.result.warnings);
}

/// Whether everything was evaluated that was asked for.
Result<ExitCode> runEvaluation(const EvaluateOptions& options)
{
    auto report = preparedReport(options);
    if (!report)
        return tl::unexpected(report.error());
    NewFolders folders;
    if (auto created = folders.create(options.common.output); !created)
        return tl::unexpected(created.error());
    if (auto free = checkSummariesFree(options.common.output, options.common.overwrite); !free)
        return tl::unexpected(free.error());
    auto evaluation = evaluatePairs(options, report->request);
    if (!evaluation)
        return tl::unexpected(evaluation.error());
    report->result = *std::move(evaluation);
    printReportLeftOut(*report);
    const auto measured = addSpeed(options, *report);   // whatever becomes of it, the metrics are worth a summary
    const std::string markdown = summaryMarkdown(*report);
    const EvaluationArguments& common = options.common;
    if (auto written = writeSummaries(summaryJson(*report), markdown, common.output, common.overwrite); !written)
        return tl::unexpected(written.error());
    std::printf("%s", markdown.c_str());
    if (!measured)
        return tl::unexpected(measured.error());
    return report->result.skipped.empty() && report->result.failed.empty() ? kAllDone : kSomeFailed;
}

void addOptions(CLI::App& command, const std::shared_ptr<EvaluateOptions>& options)
{
    command.add_option("--source", options->source, "Folder of source images")->required();
    command.add_option("--target", options->target, "Folder of aligned target images, of the same names")->required();
    addMethodOption(command, options->common);
    command.add_option(
        "--reference", options->reference,
        "Image that fitted methods normalize to (default: the first target by name), or the word \"matched\" for each "
        "image's own target, an oracle");
    command.add_option("--pairs", options->pairs, "List of pairs: source TAB target on each line, relative to the folders");
    command.add_option("--patch", options->patchSize, "Measure on squares of this many pixels, from (0,0) and without overlap")
        ->check(CLI::Range(11, 65536));
    addFormOption(command, options->common);
    command.add_flag_callback(
        "--speed", [options] { options->speed = EvaluateOptions::Speed::Measured; },
        "Measure images per second at 512 x 512, too");
    addOutputOptions(command, options->common, "metrics.csv");
}

}

void addEvaluateCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App* command = app.add_subcommand("evaluate", "Compare methods on aligned pairs of images: SSIM and PSNR, speed");
    addOptions(*command, options);
    command->callback([options, &chosen] {
        chosen = [options] {
            return exitOf(runEvaluation(*options));
        };
    });
}

}
