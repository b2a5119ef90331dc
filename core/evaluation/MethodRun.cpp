#include "evaluation/MethodRun.h"

#include <algorithm>

#include "dataset/NaturalOrder.h"
#include "image/ImageFile.h"
#include "normalize/NetworkTiles.h"
#include "normalize/ProfileFit.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

bool needsReference(const EvaluationRequest& request)
{
    return std::any_of(request.methods.begin(), request.methods.end(),
                       [](const EvaluationMethod& method) { return method.kind == EvaluationMethod::Kind::Fitted; });
}

std::vector<fs::path> targetsByName(const std::vector<ImagePair>& pairs)
{
    std::vector<fs::path> targets;
    for (const ImagePair& pair : pairs)
        targets.push_back(pair.target);
    std::sort(targets.begin(), targets.end(), [](const fs::path& a, const fs::path& b) {
        return a.filename() == b.filename() ? a < b : comesBefore(a.filename().string(), b.filename().string());
    });
    return targets;
}

Result<RgbImage> readFirst(const std::vector<fs::path>& paths, fs::path& found)
{
    Result<RgbImage> image = fail(ErrorCode::TrainingDataInvalid, "The evaluation", "it has no pairs");
    for (const fs::path& path : paths) {
        image = readImage(path);
        found = path;
        if (image)
            break;
    }
    return image;
}

}

Result<std::optional<ReferenceSample>> readReference(const EvaluationRequest& request)
{
    const EvaluationReference& reference = request.reference;
    if (reference.kind == EvaluationReference::Kind::Matched || !needsReference(request))
        return std::nullopt;
    fs::path found;
    const auto candidates =
        reference.kind == EvaluationReference::Kind::File ? std::vector{reference.file} : targetsByName(request.pairs);
    const auto image = readFirst(candidates, found);
    if (!image)
        return tl::unexpected(image.error());
    return ReferenceSample{found.filename().string(), sampleImage(*image)};
}

Result<StainProfile> profileFittedTo(const ColorSample& target, const std::string& name, NormalizationMethod method,
                                     NormalizerForm form)
{
    ProfileFitRequest request;
    request.method = method;
    request.options = form == NormalizerForm::Published ? MethodOptions() : kNewProfileOptions;
    request.target = {name};
    return fitProfileTo(target, request).map([](FittedProfile&& fitted) { return std::move(fitted.profile); });
}

Result<std::unique_ptr<const MethodRun>> MethodRun::prepare(const EvaluationMethod& method, const EvaluationRequest& request,
                                                            const std::optional<ReferenceSample>& reference)
{
    auto run = std::make_unique<MethodRun>();
    run->m_name = tableName(method, request.reference);
    run->m_kind = method.kind;
    run->m_matched = method.fitted;
    run->m_form = request.form;
    const auto keepFactory = [&](StainProfile profile) {
        run->m_factory =
            std::make_unique<const NormalizerFactory>(std::move(profile), request.form, request.networks, TableForm::OnDemand);
    };
    if (method.kind == EvaluationMethod::Kind::Fitted && reference) {
        auto profile = profileFittedTo(reference->sample, reference->name, method.fitted, request.form);
        if (!profile)
            return tl::unexpected(profile.error());
        keepFactory(*std::move(profile));
    } else if (method.kind == EvaluationMethod::Kind::Profile && !isSpatial(method.profile)) {
        keepFactory(method.profile);
    } else if (method.kind == EvaluationMethod::Kind::Profile) {
        auto network = loadNetwork(method.profile, request.networks, method.file);
        if (!network)
            return tl::unexpected(network.error());
        run->m_network = *std::move(network);
    }
    return run;
}

Result<MethodRun::Output> MethodRun::run(const LoadedPair& pair, const ColorSample& sourceSample,
                                         const std::stop_token& stop) const
{
    if (m_kind == EvaluationMethod::Kind::Source)
        return Output{pair.source, {}};
    if (m_network)
        return normalizeAsPublished(*m_network, pair.source, stop).map([](RgbImage&& image) {
            return Output{std::move(image), {}};
        });
    const JobControl control{stop, {}, 1};
    Result<NormalizerPtr> normalizer;
    if (m_factory) {
        normalizer = m_factory->forSample(sourceSample, control);
    } else {
        auto profile = profileFittedTo(sampleImage(pair.target), "Its target", m_matched, m_form);
        if (!profile)
            return tl::unexpected(profile.error());
        normalizer = NormalizerFactory(*std::move(profile), m_form, {}, TableForm::OnDemand).forSample(sourceSample, control);
    }
    if (!normalizer)
        return tl::unexpected(normalizer.error());
    return Output{mapped(**normalizer, pair.source), (*normalizer)->warnings};
}

RgbImage mapped(const Normalizer& normalizer, const RgbImage& image)
{
    if (normalizer.table)
        return normalizer.table->apply(image);
    BgrxImage result = toBgrx(image);
    for (int y = 0; y < result.height(); ++y)
        normalizer.onDemand->apply(result.row(y), result.row(y), static_cast<std::size_t>(result.width()));
    return toRgb(result);
}

}
