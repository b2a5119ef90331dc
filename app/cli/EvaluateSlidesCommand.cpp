#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "Commands.h"
#include "Console.h"
#include "evaluation/EvaluationFiles.h"
#include "evaluation/SlideEvaluation.h"
#include "export/NewFolders.h"
#include "inference/InferenceModule.h"
#include "normalize/ProfileNames.h"

namespace isostain::cli {

namespace {

namespace fs = std::filesystem;

struct EvaluateSlidesOptions {
    std::vector<std::string> slides;
    std::vector<std::string> methods;
    std::string reference;
    std::string form;
    std::string output;
    int level = 0;
    unsigned threads = 0;
    Overwrite overwrite = Overwrite::No;
};

Result<SlideEvaluationRequest> requestOf(const EvaluateSlidesOptions& options)
{
    auto methods = readEvaluationMethods(options.methods);
    if (!methods)
        return tl::unexpected(methods.error());
    SlideEvaluationRequest request;
    request.slides.assign(options.slides.begin(), options.slides.end());
    request.methods = *std::move(methods);
    request.reference = options.reference;
    request.form = *valueOf(normalizerForms(), options.form);
    request.level = options.level;
    request.networks = loadNetworkBackend;
    return request;
}

void printLeftOut(const SlideEvaluation& evaluation)
{
    for (const SkippedImage& skipped : evaluation.skipped)
        std::fprintf(stderr, "isostain-cli: %s is left out: %s\n", skipped.name.c_str(), describe(skipped.reason).c_str());
    for (const EvaluationRemark& failed : evaluation.failed)
        std::fprintf(stderr, "isostain-cli: %s, %s: %s\n", failed.image.c_str(), failed.method.c_str(), failed.text.c_str());
    for (const EvaluationRemark& warning : evaluation.warnings)
        std::fprintf(stderr, "isostain-cli: warning: %s, %s: %s\n", warning.image.c_str(), warning.method.c_str(),
                     warning.text.c_str());
}

/// Lines go to slides.csv as they come; without any, nothing is left behind.
Result<SlideEvaluation> evaluateInto(const EvaluateSlidesOptions& options, SlideEvaluationRequest request)
{
    const fs::path path = fs::path(options.output) / "slides.csv";
    auto file = CsvFile::create(path, slideCsvHeader(), options.overwrite);
    if (!file)
        return tl::unexpected(file.error());
    bool hasRows = false;
    ProgressLine progress("Evaluating");
    auto evaluation = evaluateSlides(
        std::move(request),
        [&](const SlideEvaluationRow& row) {
            hasRows = true;
            return file->append(csvLine(row));
        },
        progress.control(options.threads));
    if (!evaluation && !hasRows) {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    return evaluation;
}

Result<ExitCode> runEvaluation(const EvaluateSlidesOptions& options)
{
    auto request = requestOf(options);
    if (!request)
        return tl::unexpected(request.error());
    NewFolders folders;
    if (auto created = folders.create(options.output); !created)
        return tl::unexpected(created.error());
    if (auto free = checkSummariesFree(options.output, options.overwrite); !free)
        return tl::unexpected(free.error());
    const auto evaluation = evaluateInto(options, *std::move(request));
    if (!evaluation)
        return tl::unexpected(evaluation.error());
    printLeftOut(*evaluation);
    const std::string markdown = summaryMarkdown(*evaluation);
    if (auto written = writeSummaries(summaryJson(*evaluation), markdown, options.output, options.overwrite); !written)
        return tl::unexpected(written.error());
    std::printf("%s", markdown.c_str());
    return evaluation->skipped.empty() && evaluation->failed.empty() ? kAllDone : kSomeFailed;
}

void addOptions(CLI::App& command, const std::shared_ptr<EvaluateSlidesOptions>& options)
{
    options->form = normalizerForms()[static_cast<std::size_t>(NormalizerForm::Published)].key;
    command.add_option("slides", options->slides, "Slides or images")->required();
    command.add_option("--method", options->methods, evaluationMethodHelp())->required()->type_name("NAME[=FILE]");
    command.add_option("--reference", options->reference, "Image or slide that fitted methods normalize to");
    command.add_option("--level", options->level, "Level of the pyramid to compare, 0: full resolution")
        ->check(CLI::Range(0, 64))
        ->capture_default_str();
    command
        .add_option("--form", options->form,
                    "published: as in the paper, whatever a profile says; profile: fitted to tissue, glass kept")
        ->check(CLI::IsMember(keysOf(normalizerForms())))
        ->capture_default_str();
    command.add_option("-o,--output", options->output, "Folder for slides.csv, summary.json and summary.md")->required();
    command.add_option("--threads", options->threads, "Threads to use (0: one per core)")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    command.add_flag_callback(
        "--overwrite", [options] { options->overwrite = Overwrite::Yes; }, "Replace the files of an earlier evaluation");
}

}

void addEvaluateSlidesCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<EvaluateSlidesOptions>();
    CLI::App* command = app.add_subcommand("evaluate-slides", "How much structure of whole slides methods keep: SSIM Source");
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
