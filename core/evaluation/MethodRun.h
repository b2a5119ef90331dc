#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "evaluation/Evaluation.h"

/// One method of an evaluation, ready to be run on image after image; for Evaluation.cpp and SpeedTest.cpp only.
namespace isostain {

/// The image that fitted methods bring others to.
struct ReferenceSample {
    std::string name;
    ColorSample sample;
};

/// Nothing for a matched reference. Errors: as evaluate().
Result<std::optional<ReferenceSample>> readReference(const EvaluationRequest& request);

/// Of a profile that is to be normalized to a sample; published options unless the form says otherwise.
Result<StainProfile> profileFittedTo(const ColorSample& target, const std::string& name, NormalizationMethod method,
                                     NormalizerForm form);

class MethodRun {
public:
    struct Output {
        RgbImage image;
        std::vector<FitWarning> warnings;
    };

    /// Without a reference, fitted methods take each image's own target. Errors: as evaluate().
    static Result<std::unique_ptr<const MethodRun>> prepare(const EvaluationMethod& method, const EvaluationRequest& request,
                                                            const std::optional<ReferenceSample>& reference);

    const std::string& name() const { return m_name; }
    /// Any thread. Errors: TargetUnusable (matched), those of makeNormalizer() and SpatialNetwork::runAsPublished().
    Result<Output> run(const LoadedPair& pair, const ColorSample& sourceSample, const std::stop_token& stop) const;
    /// Of a network that looks at neighboring pixels; null for others.
    const SpatialNetworkPtr& network() const { return m_network; }

private:
    std::string m_name;
    EvaluationMethod::Kind m_kind = EvaluationMethod::Kind::Source;
    NormalizationMethod m_matched = NormalizationMethod::Reinhard;
    NormalizerForm m_form = NormalizerForm::Published;
    std::unique_ptr<const NormalizerFactory> m_factory; ///< null: matched, or a network
    SpatialNetworkPtr m_network;
};

/// An image through a pointwise normalizer.
RgbImage mapped(const Normalizer& normalizer, const RgbImage& image);

}
