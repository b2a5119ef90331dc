#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "color/ColorTable.h"
#include "color/TableOnDemand.h"
#include "color/WhiteKept.h"
#include "normalize/ColorSample.h"
#include "normalize/SpatialNetwork.h"
#include "normalize/StainProfile.h"

namespace isostain {

/// A profile fitted to one slide or image, ready to be applied. Immutable, shared; any thread.
struct Normalizer {
    StainProfile profile;
    NormalizerForm form = NormalizerForm::Profile;
    std::optional<FittedStatistics> source;   ///< fitted methods: of the slide; nothing: left unchanged
    std::vector<FitWarning> warnings;
    std::optional<double> outOfGamutShare;    ///< of the slide's tissue, 0..1; nothing: not known
    ColorTablePtr table;                      ///< of a pointwise normalizer, unless it is asked on demand
    TableOnDemandPtr onDemand;                ///< instead of the table, where the factory was to do so
    FrozenNetworkPtr network;                 ///< null: pointwise
    std::optional<GlassMixer> glass;          ///< of a network: keeps glass as it is; a table has that built in
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

/// Gives what runs spatial networks when one is first needed: loadNetworkBackend() of core/inference.
using NetworkLoader = std::function<Result<const NetworkBackend*>()>;

/// The network of a spatial profile, not frozen yet. Errors: SpatialUnsupported (without `networks`), about `subject` like those
/// of NetworkBackend::create(); those of the loader.
Result<SpatialNetworkPtr> loadNetwork(const StainProfile& profile, const NetworkLoader& networks, const std::string& subject);

/// How a pointwise normalizer answers: for all colors from the start, or, for passes over tiles, for those that come.
enum class TableForm { Complete, OnDemand };

/// Fits one profile to slide after slide; what does not depend on the slide is prepared once. Any thread.
class NormalizerFactory {
public:
    /// Without `networks`, spatial profiles are SpatialUnsupported.
    NormalizerFactory(StainProfile profile, NormalizerForm form, NetworkLoader networks = {}, TableForm table = TableForm::Complete);

    const StainProfile& profile() const { return m_profile; }
    /// Whether slides are normalized by a network that looks at neighboring pixels.
    bool isSpatial() const;
    /// Samples the slide where the profile needs it. Errors: those of sampleSlide() and makeNormalizer().
    Result<NormalizerPtr> forSlide(const Slide& slide, const JobControl& control = {}) const;
    /// For a slide that has been sampled already. A network gets the statistics that the profile keeps of the slide, else they
    /// are frozen now. Errors: those of makeNormalizer(), and for spatial profiles those of freezeStatistics() and
    /// ModuleMissing.
    Result<NormalizerPtr> forSlide(const Slide& slide, const ColorSample& sample, const JobControl& control = {}) const;
    /// For an image that is no slide; pointwise profiles only. Errors: those of makeNormalizer().
    Result<NormalizerPtr> forSample(const ColorSample& sample, const JobControl& control = {}) const;

    /// The statistics that forSlide() would sample of the slide, to be kept in the profile. Errors: InvalidArgument (not a
    /// network with instance norms), those of freezeStatistics() and slideSha256(), and ModuleMissing.
    Result<SlideStatistics> freeze(const Slide& slide, const JobControl& control = {}) const;

private:
    Result<NormalizerPtr> fitted(const ColorSample& sample, const JobControl& control) const;
    Result<void> addTable(Normalizer& normalizer, const ColorSample& sample, const JobControl& control) const;
    Result<void> addSharedTable(Normalizer& normalizer, const ColorSample& sample, const JobControl& control) const;
    Result<SpatialNetworkPtr> spatialNetwork() const;
    Normalizer begun(const ColorSample& sample) const;

    StainProfile m_profile;
    NormalizerForm m_form;
    NetworkLoader m_networks;
    TableForm m_tableForm;
    mutable std::mutex m_mutex;
    mutable SpatialNetworkPtr m_network;   ///< of a spatial profile, once it has been needed
    mutable ColorTablePtr m_sharedTable;   ///< of a profile whose table is the same for every slide
    mutable TableOnDemandPtr m_sharedOnDemand;   ///< likewise
};

/// What a slide looks like through a normalizer: for a spatial one a NormalizedSlide of the same geometry, whose tiles the
/// network makes; for a pointwise one the slide itself (then the table is applied to its tiles).
SlidePtr throughNetwork(const SlidePtr& slide, const Normalizer& normalizer);

/// How work on many slides comes to the normalizer of each. Any thread.
using SlideNormalizer = std::function<Result<NormalizerPtr>(const Slide& slide, const JobControl& control)>;

/// A NormalizerFactory's forSlide(), with tables on demand.
SlideNormalizer fittedToEach(StainProfile profile, NormalizerForm form, NetworkLoader networks = {});
/// One normalizer, whatever the slide.
SlideNormalizer sameForEach(NormalizerPtr normalizer);

}
