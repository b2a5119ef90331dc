#include "evaluation/SlideEvaluation.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "base/Version.h"
#include "evaluation/EvaluationFiles.h"
#include "evaluation/Spread.h"
#include "export/NumberText.h"
#include "normalize/ProfileFit.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::uint64_t kProgressPerMethod = 1000;

/// Null: nothing is done.
using FactoryPtr = std::unique_ptr<const NormalizerFactory>;

Result<FactoryPtr> factoryOf(const EvaluationMethod& method, const SlideEvaluationRequest& request,
                             const std::optional<SampledFiles>& reference, TableForm table)
{
    if (method.kind == EvaluationMethod::Kind::Source)
        return nullptr;
    StainProfile profile = method.profile;
    if (method.kind == EvaluationMethod::Kind::Fitted) {
        ProfileFitRequest fit;
        fit.method = method.fitted;
        fit.options = request.form == NormalizerForm::Published ? MethodOptions() : kNewProfileOptions;
        fit.target = {request.reference};
        auto fitted = fitProfileTo(reference->sample, fit);
        if (!fitted)
            return tl::unexpected(fitted.error());
        profile = std::move(fitted->profile);
    }
    return std::make_unique<const NormalizerFactory>(std::move(profile), request.form, request.networks, table);
}

bool hasFitted(const SlideEvaluationRequest& request)
{
    return std::any_of(request.methods.begin(), request.methods.end(),
                       [](const EvaluationMethod& method) { return method.kind == EvaluationMethod::Kind::Fitted; });
}

Result<std::optional<SampledFiles>> referenceSample(const SlideEvaluationRequest& request, const JobControl& control)
{
    if (!hasFitted(request))
        return std::nullopt;
    if (request.reference.empty())
        return fail(ErrorCode::InvalidArgument, "A fitted method without a reference",
                    "name the image or slide to normalize to");
    auto sampled = sampleFiles({request.reference}, JobControl{control.stop, {}, control.threads});
    if (!sampled)
        return tl::unexpected(sampled.error());
    return *std::move(sampled);
}

class SlideEvaluator {
public:
    SlideEvaluator(SlideEvaluation& evaluation, const SlideEvaluationSink& sink, const JobControl& control)
        : m_evaluation(evaluation),
          m_request(evaluation.request),
          m_sink(sink),
          m_control(control)
    {
    }

    Result<void> run()
    {
        if (auto prepared = prepare(); !prepared)
            return prepared;
        for (const fs::path& path : m_request.slides)
            if (auto done = evaluateSlide(path); !done)
                return done;
        if (!m_evaluation.rows.empty())
            return {};
        return fail(ErrorCode::TrainingDataInvalid, "The list of slides",
                    m_evaluation.skipped.empty()
                        ? "no method worked; the first: " + m_evaluation.failed.front().text
                        : "none could be evaluated; the first: " + describe(m_evaluation.skipped.front().reason));
    }

private:
    Result<void> prepare()
    {
        if (m_request.methods.empty() || m_request.slides.empty())
            return fail(ErrorCode::InvalidArgument, "An evaluation without methods or slides");
        auto factories = slideFactories(m_request, TableForm::OnDemand, m_control);
        if (!factories)
            return tl::unexpected(factories.error());
        m_factories = *std::move(factories);
        if (hasFitted(m_request))
            m_evaluation.reference = m_request.reference.filename().string();
        return {};
    }

    Result<void> evaluateSlide(const fs::path& path)
    {
        const std::string name = path.filename().string();
        const auto slide = openSlide(path);
        if (!slide) {
            m_evaluation.skipped.push_back({name, slide.error()});
            m_done += kProgressPerMethod * m_factories.size();
            return {};
        }
        for (std::size_t i = 0; i < m_factories.size(); ++i) {
            const std::string& method = m_request.methods[i].name;
            const auto similarity = compare(*slide, m_factories[i].get(), name, method);
            m_done += kProgressPerMethod;
            if (!similarity && similarity.error().code == ErrorCode::Cancelled)
                return tl::unexpected(similarity.error());
            if (!similarity) {
                m_evaluation.failed.push_back({name, method, describe(similarity.error())});
                continue;
            }
            m_evaluation.rows.push_back({name, method, *similarity});
            if (m_sink)
                if (auto taken = m_sink(m_evaluation.rows.back()); !taken)
                    return taken;
        }
        return {};
    }

    Result<SlideSimilarity> compare(const SlidePtr& slide, const NormalizerFactory* factory, const std::string& name,
                                    const std::string& method)
    {
        NormalizerPtr normalizer;
        if (factory) {
            auto fitted = factory->forSlide(*slide, JobControl{m_control.stop, {}, m_control.threads});
            if (!fitted)
                return tl::unexpected(fitted.error());
            for (const FitWarning warning : (*fitted)->warnings)
                m_evaluation.warnings.push_back({name, method, named(warning).displayName});
            normalizer = *std::move(fitted);
        }
        const std::uint64_t total = kProgressPerMethod * m_factories.size() * m_request.slides.size();
        const auto report = [&](const Progress& progress) {
            m_control.report(m_done + static_cast<std::uint64_t>(progress.fraction() * kProgressPerMethod), total);
        };
        return slideSimilarity(slide, normalizer, m_request.level, JobControl{m_control.stop, report, m_control.threads});
    }

    SlideEvaluation& m_evaluation;
    const SlideEvaluationRequest& m_request;
    const SlideEvaluationSink& m_sink;
    const JobControl& m_control;
    std::vector<FactoryPtr> m_factories;
    std::uint64_t m_done = 0;
};

/// Over slides that have it.
Spread spreadOver(const SlideEvaluation& evaluation, const std::string& method,
                  std::optional<double> (*value)(const SlideSimilarity&))
{
    std::vector<double> values;
    for (const SlideEvaluationRow& row : evaluation.rows)
        if (const auto known = value(row.similarity); row.method == method && known)
            values.push_back(*known);
    return spreadOf(values);
}

std::optional<double> allOf(const SlideSimilarity& similarity)
{
    return similarity.all;
}

std::optional<double> tissueOf(const SlideSimilarity& similarity)
{
    return similarity.tissue;
}

Json jsonOf(const Spread& spread)
{
    return {{"mean", spread.mean ? Json(*spread.mean) : Json()},
            {"std", spread.deviation ? Json(*spread.deviation) : Json()},
            {"slides", spread.count}};
}

std::string textOf(const Spread& spread)
{
    if (!spread.mean)
        return "–";
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%.3f±%.3f", *spread.mean, *spread.deviation);
    return text.data();
}

Json jsonOf(const std::vector<EvaluationRemark>& remarks)
{
    Json json = Json::array();
    for (const EvaluationRemark& remark : remarks)
        json.push_back({{"slide", remark.image}, {"method", remark.method}, {"text", remark.text}});
    return json;
}

}

Result<std::vector<std::unique_ptr<const NormalizerFactory>>> slideFactories(const SlideEvaluationRequest& request,
                                                                              TableForm table, const JobControl& control)
{
    const auto reference = referenceSample(request, control);
    if (!reference)
        return tl::unexpected(reference.error());
    std::vector<FactoryPtr> factories;
    for (const EvaluationMethod& method : request.methods) {
        auto factory = factoryOf(method, request, *reference, table);
        if (!factory)
            return tl::unexpected(factory.error());
        factories.push_back(*std::move(factory));
    }
    return factories;
}

Result<SlideEvaluation> evaluateSlides(SlideEvaluationRequest request, const SlideEvaluationSink& sink,
                                       const JobControl& control)
{
    SlideEvaluation evaluation;
    evaluation.request = std::move(request);
    if (auto done = SlideEvaluator(evaluation, sink, control).run(); !done)
        return tl::unexpected(done.error());
    return evaluation;
}

std::string slideCsvHeader()
{
    return "slide,method,ssim_source,ssim_source_tissue,windows,tissue_windows,unreadable_tiles\n";
}

std::string csvLine(const SlideEvaluationRow& row)
{
    const SlideSimilarity& similarity = row.similarity;
    return csvField(row.slide) + "," + csvField(row.method) + "," + numberText(similarity.all) + "," +
           (similarity.tissue ? numberText(*similarity.tissue) : "") + "," + std::to_string(similarity.windows) + "," +
           std::to_string(similarity.tissueWindows) + "," + std::to_string(similarity.unreadableTiles) + "\n";
}

std::string summaryJson(const SlideEvaluation& evaluation)
{
    const SlideEvaluationRequest& request = evaluation.request;
    Json json{{"program", std::string("Isostain ") + kVersion}, {"level", request.level}, {"form", named(request.form).key}};
    json["std"] = "standard deviation of the population (divided by n)";
    json["reference"] = evaluation.reference.empty() ? Json() : Json(evaluation.reference);
    json["methods"] = Json::array();
    for (const EvaluationMethod& method : request.methods)
        json["methods"].push_back({{"name", method.name},
                                   {"ssimSource", jsonOf(spreadOver(evaluation, method.name, allOf))},
                                   {"ssimSourceTissue", jsonOf(spreadOver(evaluation, method.name, tissueOf))}});
    json["skipped"] = Json::array();
    for (const SkippedImage& skipped : evaluation.skipped)
        json["skipped"].push_back({{"slide", skipped.name}, {"reason", describe(skipped.reason)}});
    json["failed"] = jsonOf(evaluation.failed);
    json["warnings"] = jsonOf(evaluation.warnings);
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string summaryMarkdown(const SlideEvaluation& evaluation)
{
    std::string text = "# SSIM Source over whole slides\n\n| Method | All pixels | Tissue | Slides |\n|---|---|---|---|\n";
    for (const EvaluationMethod& method : evaluation.request.methods) {
        const Spread all = spreadOver(evaluation, method.name, allOf);
        text += "| " + method.name + " | " + textOf(all) + " | " + textOf(spreadOver(evaluation, method.name, tissueOf)) +
                " | " + std::to_string(all.count) + " |\n";
    }
    text += "\nMean ± standard deviation of the population (divided by n) over slides, at level " +
            std::to_string(evaluation.request.level) + "; one minimum and maximum of gray for each whole slide.\n";
    if (!evaluation.reference.empty())
        text += "Reference of the fitted methods: " + evaluation.reference + ".\n";
    std::size_t unreadable = 0;
    for (const SlideEvaluationRow& row : evaluation.rows)
        unreadable = std::max(unreadable, row.similarity.unreadableTiles);
    if (unreadable > 0)
        text += "Tiles that cannot be read are left out, up to " + std::to_string(unreadable) + " in a slide.\n";
    for (const SkippedImage& skipped : evaluation.skipped)
        text += "\n- " + skipped.name + " is left out: " + describe(skipped.reason);
    for (const auto* remarks : {&evaluation.failed, &evaluation.warnings})
        for (const EvaluationRemark& remark : *remarks)
            text += "\n- " + remark.image + ", " + remark.method + ": " + remark.text;
    return text + (text.ends_with('\n') ? "" : "\n");
}

}
