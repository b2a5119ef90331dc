#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "color/ColorTable.h"
#include "normalize/ColorSample.h"
#include "normalize/StainProfile.h"

namespace isostain {

/// A profile fitted to one slide or image, ready to be applied. Immutable, shared; any thread.
struct Normalizer {
    StainProfile profile;
    NormalizerForm form = NormalizerForm::Profile;
    std::optional<FittedStatistics> source;   ///< fitted methods: of the slide; nothing: left unchanged
    std::vector<FitWarning> warnings;
    std::optional<double> outOfGamutShare;    ///< of the slide's tissue, 0..1; nothing: not known
    ColorTablePtr table;
};

using NormalizerPtr = std::shared_ptr<const Normalizer>;

/// The options that count: the profile's, or the published ones.
MethodOptions optionsOf(const StainProfile& profile, NormalizerForm form);

/// What a profile and a sample have to say about each other before any color is mapped. Any thread.
std::vector<FitWarning> mismatches(const StainProfile& profile, const ColorSample& sample);

/// Fits the profile to the sample and compiles its table. What cannot be fitted leaves colors as they are and says so in
/// `warnings`. Errors: SpatialUnsupported, CheckpointMismatch, Cancelled, OutOfMemory.
Result<NormalizerPtr> makeNormalizer(StainProfile profile, const ColorSample& sample, NormalizerForm form,
                                     const JobControl& control = {});

/// A learned profile without a slide: as above with white glass and nothing known of the slide.
Result<NormalizerPtr> makeNormalizer(StainProfile profile, const JobControl& control = {});

/// Fits one profile to slide after slide; what does not depend on the slide is prepared once. Any thread.
class NormalizerFactory {
public:
    NormalizerFactory(StainProfile profile, NormalizerForm form) : m_profile(std::move(profile)), m_form(form) {}

    const StainProfile& profile() const { return m_profile; }
    /// Samples the slide where the profile needs it. Errors: those of sampleSlide() and makeNormalizer().
    Result<NormalizerPtr> forSlide(const Slide& slide, const JobControl& control = {}) const;
    /// For a slide that has been sampled already. Errors: those of makeNormalizer().
    Result<NormalizerPtr> forSample(const ColorSample& sample, const JobControl& control = {}) const;

private:
    Result<NormalizerPtr> fitted(const ColorSample& sample, const JobControl& control) const;

    StainProfile m_profile;
    NormalizerForm m_form;
    mutable std::mutex m_mutex;
    mutable ColorTablePtr m_sharedTable;   ///< of a profile whose table is the same for every slide
};

/// How work on many slides comes to the normalizer of each. Any thread.
using SlideNormalizer = std::function<Result<NormalizerPtr>(const Slide& slide, const JobControl& control)>;

/// A NormalizerFactory's forSlide().
SlideNormalizer fittedToEach(StainProfile profile, NormalizerForm form);
/// One normalizer, whatever the slide.
SlideNormalizer sameForEach(NormalizerPtr normalizer);

}
