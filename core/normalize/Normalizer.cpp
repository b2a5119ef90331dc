#include "normalize/Normalizer.h"

#include <utility>

#include "color/IdentityMap.h"
#include "image/Guarded.h"
#include "nn/StainNetMap.h"
#include "normalize/NormalizedSlide.h"
#include "normalize/StatisticsSampling.h"

namespace isostain {

namespace {

/// µm/px this much apart, either way, are worth a remark.
constexpr double kMostPixelSizeRatio = 1.25;

using ColorMapPtr = std::shared_ptr<const ColorMap>;

Stain stainOf(const SlideInfo::Demo& demo)
{
    return demo.stain == "pap" ? Stain::Papanicolaou : Stain::HematoxylinEosin;
}

/// Both sides are of the same kind: profiles are checked when they are read.
ColorMapPtr mapBetween(const FittedStatistics& source, const FittedStatistics& target)
{
    if (const auto* lab = std::get_if<LabStatistics>(&target))
        return std::make_shared<ReinhardMap>(std::get<LabStatistics>(source), *lab);
    if (const auto* khan = std::get_if<KhanStatistics>(&target))
        return std::make_shared<KhanMap>(std::get<KhanStatistics>(source), *khan);
    return std::make_shared<StainScalingMap>(std::get<StainStatistics>(source), std::get<StainStatistics>(target));
}

/// The map of a fitted method on a sample; notes what it found in the normalizer.
ColorMapPtr fittedMap(Normalizer& normalizer, const MethodOptions& options, const ColorSample& sample)
{
    const StainProfile& profile = normalizer.profile;
    Fit fit = fitStatistics(profile.method, options, sample);
    normalizer.warnings.insert(normalizer.warnings.end(), fit.warnings.begin(), fit.warnings.end());
    normalizer.source = profile.source && fit.statistics ? profile.source : fit.statistics;
    if (!normalizer.source || !profile.target)
        return std::make_shared<IdentityMap>();
    return mapBetween(*normalizer.source, *profile.target);
}

Result<ColorMapPtr> mapFor(Normalizer& normalizer, const MethodOptions& options, const ColorSample& sample)
{
    const StainProfile& profile = normalizer.profile;
    ColorMapPtr map;
    if (isFitted(profile.method)) {
        map = fittedMap(normalizer, options, sample);
    } else {
        auto network = StainNetMap::create(profile.weights, profile.name);
        if (!network)
            return tl::unexpected(network.error());
        map = *std::move(network);
    }
    if (options.white == WhiteTreatment::Kept)
        return WhiteKeptMap::create(std::move(map), {sample.glass});
    return map;
}

/// Every slide gets the same table.
bool isSameForAllSlides(const StainProfile& profile, NormalizerForm form)
{
    return !isSpatial(profile) && !isFitted(profile.method) && optionsOf(profile, form).white == WhiteTreatment::Mapped;
}

}

MethodOptions optionsOf(const StainProfile& profile, NormalizerForm form)
{
    if (form == NormalizerForm::Profile)
        return profile.options;
    return {FitMask::Published, WhiteTreatment::Mapped, profile.options.stainVectors};
}

std::vector<FitWarning> mismatches(const StainProfile& profile, const ColorSample& sample)
{
    std::vector<FitWarning> found;
    if (!isFitted(profile.method) && !sample.all.empty())   // of a fitted method, the fit itself says so
        if (const auto obstacle = obstacleTo(sample))
            found.push_back(*obstacle);
    if (sample.demo && profile.stain != Stain::Unknown && stainOf(*sample.demo) != profile.stain)
        found.push_back(FitWarning::OtherStain);
    if (sample.mpp && profile.mpp) {
        const double ratio = *sample.mpp / *profile.mpp;
        if (ratio > kMostPixelSizeRatio || ratio < 1 / kMostPixelSizeRatio)
            found.push_back(FitWarning::OtherPixelSize);
    }
    return found;
}

Result<NormalizerPtr> makeNormalizer(StainProfile profile, const ColorSample& sample, NormalizerForm form, const JobControl& control)
{
    return NormalizerFactory(std::move(profile), form).forSample(sample, control);
}

Result<NormalizerPtr> makeNormalizer(StainProfile profile, const JobControl& control)
{
    return makeNormalizer(std::move(profile), ColorSample(), NormalizerForm::Profile, control);
}

Result<SpatialNetworkPtr> loadNetwork(const StainProfile& profile, const NetworkLoader& networks, const std::string& subject)
{
    if (!networks)
        return fail(ErrorCode::SpatialUnsupported, subject);
    const auto backend = networks();
    if (!backend)
        return tl::unexpected(backend.error());
    return (*backend)->create(networkOf(profile), {}, subject);
}

NormalizerFactory::NormalizerFactory(StainProfile profile, NormalizerForm form, NetworkLoader networks, TableForm table)
    : m_profile(std::move(profile)), m_form(form), m_networks(std::move(networks)), m_tableForm(table)
{
}

bool NormalizerFactory::isSpatial() const
{
    return isostain::isSpatial(m_profile);
}

Result<NormalizerPtr> NormalizerFactory::forSlide(const Slide& slide, const JobControl& control) const
{
    if (isSameForAllSlides(m_profile, m_form) && !m_profile.gamut)
        return forSample(unsampled(slide), control);
    const auto sample = sampleSlide(slide, kSampleSeed, {control.stop, {}, control.threads});
    if (!sample)
        return tl::unexpected(sample.error());
    return forSlide(slide, *sample, control);
}

Result<NormalizerPtr> NormalizerFactory::forSlide(const Slide& slide, const ColorSample& sample, const JobControl& control) const
{
    if (!isSpatial())
        return forSample(sample, control);
    return guarded(m_profile.name, [&]() -> Result<NormalizerPtr> {
        const auto network = spatialNetwork();
        if (!network)
            return tl::unexpected(network.error());
        auto statistics = statisticsFor(m_profile.frozen, slide, (*network)->shape(), m_profile.mpp);
        if (!statistics) {
            auto sampled = freezeStatistics(slide, **network, m_profile.mpp, kSampleSeed, control);
            if (!sampled)
                return tl::unexpected(sampled.error());
            statistics = *std::move(sampled);
        }
        auto frozen = (*network)->withStatistics(*statistics);
        if (!frozen)
            return tl::unexpected(frozen.error());
        Normalizer normalizer = begun(sample);
        const PixelSizeMatch match = networkCanvas(slide.geometry(), slide.info(), m_profile.mpp).match;
        if (match == PixelSizeMatch::Unknown)
            normalizer.warnings.push_back(FitWarning::UnknownPixelSize);
        normalizer.network = *std::move(frozen);
        if (optionsOf(m_profile, m_form).white == WhiteTreatment::Kept)
            normalizer.glass = *GlassMixer::create({sample.glass});
        return std::make_shared<const Normalizer>(std::move(normalizer));
    });
}

Result<SlideStatistics> NormalizerFactory::freeze(const Slide& slide, const JobControl& control) const
{
    constexpr const char* kNeedsNone = "its results depend on no statistics of a slide";
    if (!isSpatial())
        return fail(ErrorCode::InvalidArgument, m_profile.name, kNeedsNone);
    return guarded(m_profile.name, [&]() -> Result<SlideStatistics> {
        const auto network = spatialNetwork();
        if (!network)
            return tl::unexpected(network.error());
        if (!(*network)->shape().hasNorms())
            return fail(ErrorCode::InvalidArgument, m_profile.name, kNeedsNone);
        auto sha256 = slideSha256(slide);
        if (!sha256)
            return tl::unexpected(sha256.error());
        auto statistics = freezeStatistics(slide, **network, m_profile.mpp, kSampleSeed, control);
        if (!statistics)
            return tl::unexpected(statistics.error());
        return SlideStatistics{*std::move(sha256), *std::move(statistics)};
    });
}

Result<SpatialNetworkPtr> NormalizerFactory::spatialNetwork() const
{
    const std::lock_guard lock(m_mutex);
    if (m_network)
        return m_network;
    auto network = loadNetwork(m_profile, m_networks, m_profile.name);
    if (network)
        m_network = *network;
    return network;
}

/// What is known before any table or network is prepared.
Normalizer NormalizerFactory::begun(const ColorSample& sample) const
{
    Normalizer normalizer;
    normalizer.profile = m_profile;
    normalizer.form = m_form;
    normalizer.warnings = mismatches(m_profile, sample);
    if (m_profile.gamut && !sample.tissue.empty())
        normalizer.outOfGamutShare = m_profile.gamut->outsideShare(sample.tissue);
    return normalizer;
}

Result<NormalizerPtr> NormalizerFactory::forSample(const ColorSample& sample, const JobControl& control) const
{
    if (isSpatial())
        return fail(ErrorCode::SpatialUnsupported, m_profile.name);
    return guarded(m_profile.name, [&] { return fitted(sample, control); });
}

Result<NormalizerPtr> NormalizerFactory::fitted(const ColorSample& sample, const JobControl& control) const
{
    Normalizer normalizer = begun(sample);
    const auto added = isSameForAllSlides(m_profile, m_form) ? addSharedTable(normalizer, sample, control)
                                                             : addTable(normalizer, sample, control);
    if (!added)
        return tl::unexpected(added.error());
    return std::make_shared<const Normalizer>(std::move(normalizer));
}

/// Notes in the normalizer what the fit found, too.
Result<void> NormalizerFactory::addTable(Normalizer& normalizer, const ColorSample& sample, const JobControl& control) const
{
    const auto map = mapFor(normalizer, optionsOf(m_profile, m_form), sample);
    if (!map)
        return tl::unexpected(map.error());
    const auto keep = [](auto& place) {
        return [&place](auto made) { place = std::move(made); };
    };
    if (m_tableForm == TableForm::OnDemand)
        return TableOnDemand::create(*map).map(keep(normalizer.onDemand));
    auto table = m_profile.gamut ? ColorTable::compile(**map, *m_profile.gamut, control) : ColorTable::compile(**map, control);
    return std::move(table).map(keep(normalizer.table));
}

/// Made by whoever needs it first, for whom the others wait.
Result<void> NormalizerFactory::addSharedTable(Normalizer& normalizer, const ColorSample& sample, const JobControl& control) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_sharedTable && !m_sharedOnDemand) {
        if (auto added = addTable(normalizer, sample, control); !added)
            return added;
        m_sharedTable = normalizer.table;
        m_sharedOnDemand = normalizer.onDemand;
    }
    normalizer.table = m_sharedTable;
    normalizer.onDemand = m_sharedOnDemand;
    return {};
}

SlidePtr throughNetwork(const SlidePtr& slide, const Normalizer& normalizer)
{
    if (!normalizer.network)
        return slide;
    NormalizedSlideOptions options;
    options.trainingMpp = normalizer.profile.mpp;
    options.glass = normalizer.glass;
    return std::make_shared<const NormalizedSlide>(slide, normalizer.network, options);
}

SlideNormalizer fittedToEach(StainProfile profile, NormalizerForm form, NetworkLoader networks)
{
    const auto factory = 
        std::make_shared<const NormalizerFactory>(std::move(profile), form, std::move(networks), TableForm::OnDemand);
    return [factory](const Slide& slide, const JobControl& control) { return factory->forSlide(slide, control); };
}

SlideNormalizer sameForEach(NormalizerPtr normalizer)
{
    return [normalizer = std::move(normalizer)](const Slide&, const JobControl&) -> Result<NormalizerPtr> { return normalizer; };
}

}
