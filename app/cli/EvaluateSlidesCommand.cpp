#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "Commands.h"
#include "EvaluationArguments.h"
#include "evaluation/SlideEvaluation.h"
#include "export/NewFolders.h"
#include "inference/InferenceModule.h"
#include "normalize/ProfileNames.h"

namespace isostain::cli {

namespace {

struct EvaluateSlidesOptions {
    std::vector<std::string> slides;
    EvaluationArguments common;
    std::string reference;
    int level = 0;
};

Result<SlideEvaluationRequest> requestOf(const EvaluateSlidesOptions& options)
{
    auto methods = readEvaluationMethods(options.common.methods);
    if (!methods)
        return tl::unexpected(methods.error());
    SlideEvaluationRequest request;
    request.slides.assign(options.slides.begin(), options.slides.end());
    request.methods = *std::move(methods);
    request.reference = options.reference;
    request.form = *valueOf(normalizerForms(), options.common.form);
    request.level = options.level;
    request.networks = loadNetworkBackend;
    return request;
}

Result<SlideEvaluation> evaluateAll(const EvaluateSlidesOptions& options, SlideEvaluationRequest request)
{
    ProgressLine progress("Evaluating");
    return evaluateInto(options.common, "slides.csv", slideCsvHeader(), [&](const auto& append) {
        return evaluateSlides(
            std::move(request), [&](const SlideEvaluationRow& row) { return append(csvLine(row)); },
            progress.control(options.common.threads));
    });
}

Result<ExitCode> runEvaluation(const EvaluateSlidesOptions& options)
{
    auto request = requestOf(options);
    if (!request)
        return tl::unexpected(request.error());
    NewFolders folders;
    if (auto created = folders.create(options.common.output); !created)
        return tl::unexpected(created.error());
    if (auto free = checkSummariesFree(options.common.output, options.common.overwrite); !free)
        return tl::unexpected(free.error());
    const auto evaluation = evaluateAll(options, *std::move(request));
    if (!evaluation)
        return tl::unexpected(evaluation.error());
    printLeftOut(evaluation->skipped, evaluation->failed, evaluation->warnings);
    const std::string markdown = summaryMarkdown(*evaluation);
    const EvaluationArguments& common = options.common;
    if (auto written = writeSummaries(summaryJson(*evaluation), markdown, common.output, common.overwrite); !written)
        return tl::unexpected(written.error());
    std::printf("%s", markdown.c_str());
    return evaluation->skipped.empty() && evaluation->failed.empty() ? kAllDone : kSomeFailed;
}

void addOptions(CLI::App& command, const std::shared_ptr<EvaluateSlidesOptions>& options)
{
    command.add_option("slides", options->slides, "Slides or images")->required();
    addMethodOption(command, options->common);
    command.add_option("--reference", options->reference, "Image or slide that fitted methods normalize to");
    command.add_option("--level", options->level, "Level of the pyramid to compare, 0: full resolution")
        ->check(CLI::Range(0, 64))
        ->capture_default_str();
    addFormOption(command, options->common);
    addOutputOptions(command, options->common, "slides.csv");
}

}

void addEvaluateSlidesCommand(CLI::App& app, Command& chosen)
{
    auto options = std::make_shared<EvaluateSlidesOptions>();
    CLI::App* command = app.add_subcommand("evaluate-slides", "How much structure of whole slides methods keep: SSIM Source");
    addOptions(*command, options);
    command->callback([options, &chosen] {
        chosen = [options] {
            return exitOf(runEvaluation(*options));
        };
    });
}

}
