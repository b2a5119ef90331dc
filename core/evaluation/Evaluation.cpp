#include "evaluation/Evaluation.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "base/Parallel.h"
#include "dataset/PatchGrid.h"
#include "evaluation/MethodRun.h"
#include "evaluation/Metrics.h"
#include "image/Guarded.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace {

constexpr int kSmallestPatch = 11;

using MethodRuns = std::vector<std::unique_ptr<const MethodRun>>;

/// What one pair gave.
struct PairOutcome {
    std::vector<EvaluationRow> rows;
    std::vector<EvaluationRemark> failed;
    std::vector<EvaluationRemark> warnings;
    std::optional<Error> skipped;
};

/// The parts that metrics are taken on: the whole image or its patches.
std::vector<PixelRect> partsOf(const RgbImage& image, int patchSize)
{
    if (patchSize > 0)
        return patchGrid(image.width(), image.height(), patchSize);
    return {{0, 0, image.width(), image.height()}};
}

std::string nameOf(const ImagePair& pair, const PixelRect& part, int patchSize)
{
    return patchSize > 0 ? pair.name + "#" + std::to_string(part.x) + "," + std::to_string(part.y) : pair.name;
}

Result<EvaluationRow> measured(const RgbImage& result, const LoadedPair& pair, const PixelRect& part)
{
    const RgbImage own = patchOf(result, part);
    const auto ssim = ssimTarget(own, patchOf(pair.target, part));
    const auto psnr = psnrTarget(own, patchOf(pair.target, part));
    const auto kept = ssimSource(own, patchOf(pair.source, part));
    for (const auto* metric : {&ssim, &psnr, &kept})
        if (!*metric)
            return tl::unexpected(metric->error());
    return EvaluationRow{0, {}, {}, *ssim, *psnr, *kept};
}

/// One pair through all methods. Any thread.
class PairEvaluator {
public:
    PairEvaluator(const EvaluationRequest& request, const MethodRuns& methods, const std::stop_token& stop)
        : m_request(request),
          m_methods(methods),
          m_stop(stop)
    {
    }

    PairOutcome evaluate(const ImagePair& pair) const
    {
        PairOutcome outcome;
        if (auto done = guarded(pair.name, [&] { return tryEvaluate(pair, outcome); }); !done)
            outcome.skipped = done.error();
        return outcome;
    }

private:
    Result<void> tryEvaluate(const ImagePair& pair, PairOutcome& outcome) const
    {
        const auto loaded = readPair(pair);
        if (!loaded)
            return tl::unexpected(loaded.error());
        const auto parts = partsOf(loaded->source, m_request.patchSize);
        if (parts.empty() || std::min(loaded->source.width(), loaded->source.height()) < kSmallestPatch)
            return fail(ErrorCode::TrainingDataInvalid, pair.source.string(), "it is too small");
        const ColorSample sample = sampleImage(loaded->source);
        for (const auto& method : m_methods) {
            if (m_stop.stop_requested())
                return fail(ErrorCode::Cancelled, pair.name);
            auto rows = guarded(pair.name, [&] { return rowsOf(*method, pair, *loaded, sample, parts, outcome); });
            if (rows)
                std::move(rows->begin(), rows->end(), std::back_inserter(outcome.rows));
            else if (rows.error().code == ErrorCode::Cancelled)
                return tl::unexpected(rows.error());
            else
                outcome.failed.push_back({pair.name, method->name(), describe(rows.error())});
        }
        return {};
    }

    Result<std::vector<EvaluationRow>> rowsOf(const MethodRun& method, const ImagePair& pair, const LoadedPair& loaded,
                                              const ColorSample& sample, const std::vector<PixelRect>& parts,
                                              PairOutcome& outcome) const
    {
        const auto output = method.run(loaded, sample, m_stop);
        if (!output)
            return tl::unexpected(output.error());
        for (const FitWarning warning : output->warnings)
            outcome.warnings.push_back({pair.name, method.name(), named(warning).displayName});
        std::vector<EvaluationRow> rows;
        for (const PixelRect& part : parts) {
            auto row = measured(output->image, loaded, part);
            if (!row)
                return tl::unexpected(row.error());
            row->image = nameOf(pair, part, m_request.patchSize);
            row->method = method.name();
            rows.push_back(*std::move(row));
        }
        return rows;
    }

    const EvaluationRequest& m_request;
    const MethodRuns& m_methods;
    const std::stop_token& m_stop;
};

void append(std::vector<EvaluationRemark>& all, std::vector<EvaluationRemark>& more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// Takes over what one pair gave.
Result<void> add(Evaluation& evaluation, const EvaluationRequest& request, std::size_t index, PairOutcome outcome,
                 const EvaluationSink& sink)
{
    if (outcome.skipped && outcome.skipped->code == ErrorCode::Cancelled)
        return tl::unexpected(*outcome.skipped);
    if (outcome.skipped) {
        evaluation.skipped.push_back({request.pairs[index].name, *std::move(outcome.skipped)});
        return {};
    }
    append(evaluation.failed, outcome.failed);
    append(evaluation.warnings, outcome.warnings);
    if (outcome.rows.empty())
        return {};
    for (EvaluationRow& row : outcome.rows)
        row.pair = index;
    if (sink)
        if (auto taken = sink(outcome.rows); !taken)
            return taken;
    std::move(outcome.rows.begin(), outcome.rows.end(), std::back_inserter(evaluation.rows));
    ++evaluation.images;
    return {};
}

Result<void> checkRequest(const EvaluationRequest& request)
{
    if (request.methods.empty())
        return fail(ErrorCode::InvalidArgument, "An evaluation without methods");
    if (request.patchSize != 0 && request.patchSize < kSmallestPatch)
        return fail(ErrorCode::InvalidArgument, "A patch of " + std::to_string(request.patchSize) + " pixels",
                    "it must have at least " + std::to_string(kSmallestPatch));
    return {};
}

Result<MethodRuns> prepareMethods(const EvaluationRequest& request, const std::optional<ReferenceSample>& reference)
{
    MethodRuns runs;
    for (const EvaluationMethod& method : request.methods) {
        auto run = MethodRun::prepare(method, request, reference);
        if (!run)
            return tl::unexpected(run.error());
        runs.push_back(*std::move(run));
    }
    return runs;
}

/// In groups of as many pairs as there are threads: their rows come in order, and few images are in memory.
Result<void> evaluatePairs(const EvaluationRequest& request, const MethodRuns& methods, Evaluation& evaluation,
                           const EvaluationSink& sink, const JobControl& control)
{
    const PairEvaluator evaluator(request, methods, control.stop);
    const std::size_t groupSize = threadCount(control.threads);
    for (std::size_t first = 0; first < request.pairs.size(); first += groupSize) {
        const std::size_t count = std::min(groupSize, request.pairs.size() - first);
        control.waitWhilePaused();
        std::vector<PairOutcome> outcomes(count);
        if (!parallelFor(
                count, [&](std::size_t i) { outcomes[i] = evaluator.evaluate(request.pairs[first + i]); }, control.threads,
                control.stop))
            return fail(ErrorCode::Cancelled, "The evaluation");
        for (std::size_t i = 0; i < count; ++i)
            if (auto added = add(evaluation, request, first + i, std::move(outcomes[i]), sink); !added)
                return added;
        control.report(first + count, request.pairs.size());
    }
    return {};
}

Result<Evaluation> evaluateChecked(const EvaluationRequest& request, const EvaluationSink& sink, const JobControl& control)
{
    Evaluation evaluation;
    const auto reference = readReference(request);
    if (!reference)
        return tl::unexpected(reference.error());
    if (*reference)
        evaluation.reference = (*reference)->name;
    const auto methods = prepareMethods(request, *reference);
    if (!methods)
        return tl::unexpected(methods.error());
    if (auto done = evaluatePairs(request, *methods, evaluation, sink, control); !done)
        return tl::unexpected(done.error());
    if (!evaluation.rows.empty())
        return evaluation;
    if (!evaluation.skipped.empty())
        return fail(ErrorCode::TrainingDataInvalid, "The set of pairs",
                    "none could be evaluated; the first: " + describe(evaluation.skipped.front().reason));
    return fail(ErrorCode::TrainingDataInvalid, "The set of pairs",
                evaluation.failed.empty() ? "there is none" : "no method worked; the first: " + evaluation.failed.front().text);
}

}

std::string tableName(const EvaluationMethod& method, const EvaluationReference& reference)
{
    const bool isOracle =
        reference.kind == EvaluationReference::Kind::Matched && method.kind == EvaluationMethod::Kind::Fitted;
    return method.name + (isOracle ? " (oracle)" : "");
}

Result<Evaluation> evaluate(const EvaluationRequest& request, const EvaluationSink& sink, const JobControl& control)
{
    if (auto usable = checkRequest(request); !usable)
        return tl::unexpected(usable.error());
    return guarded("The evaluation", [&] { return evaluateChecked(request, sink, control); });
}

}
