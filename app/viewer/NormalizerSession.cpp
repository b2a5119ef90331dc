#include "NormalizerSession.h"

#include <utility>

#include "handover/Background.h"
#include "PercentProgress.h"
#include "ProfileCatalog.h"
#include "SlideSession.h"

namespace isostain {

namespace {

/// A slide's sample for a profile. A learned one can do without: what the slide says of itself is enough for it.
Result<ColorSamplePtr> sampleFor(const StainProfile& profile, const SlidePtr& slide, SlideSamples& samples,
                                 const JobControl& control)
{
    auto sample = samples.of(slide, {control.stop, {}, control.threads});
    if (sample || sample.error().code == ErrorCode::Cancelled || isFitted(profile.method))
        return sample;
    return std::make_shared<const ColorSample>(unsampled(*slide));
}

}

NormalizerSession::NormalizerSession(Background& background, SlideSession& slides, std::shared_ptr<SlideSamples> samples,
                                     NetworkLoader networks)
    : m_background(background),
      m_slides(slides),
      m_samples(std::move(samples)),
      m_networks(std::move(networks))
{
    connect(&m_slides, &SlideSession::slideChanged, this, &NormalizerSession::followSlide);
}

NormalizerSession::~NormalizerSession()
{
    m_stop.request_stop();
}

void NormalizerSession::pick(const QString& id)
{
    abandon();
    m_requestedId = id;
    if (!id.isEmpty())
        return prepare(nullptr);
    setBusy(false);
    m_normalizer.reset();
    m_networkSlide.reset();
    m_factory.reset();
    m_currentId.clear();
    emit changed();
}

void NormalizerSession::followSlide()
{
    if (m_requestedId.isEmpty())
        return;
    const bool wasShown = std::exchange(m_normalizer, nullptr) != nullptr;
    m_networkSlide.reset();
    const bool reads = m_isBusy && m_isReading;
    abandon();
    prepare(reads ? nullptr : m_factory);
    if (wasShown)
        emit changed();
}

void NormalizerSession::prepare(const FactoryPtr& factory)
{
    const int request = m_request;
    m_isReading = factory == nullptr;
    setBusy(true);
    JobControl control;
    control.stop = m_stop.get_token();
    control.onProgress = inPercent([this, &background = m_background, guard = QPointer<QObject>(this), request](int percent) {
        background.post(guard, [this, request, percent] {
            if (request == m_request && m_isBusy)
                setBusy(true, percent);
        });
    });
    const Job job{m_requestedId, factory, m_slides.slide(), m_samples, m_networks, control};
    m_background.run(
        this, [job] { return prepared(job); },
        [this, request, id = m_requestedId](Result<Prepared> result) {
            if (request == m_request)
                finish(id, std::move(result));
        });
}

Result<NormalizerSession::Prepared> NormalizerSession::prepared(Job job)
{
    if (job.factory)
        return fitted(job);
    auto profile = ProfileCatalog::read(job.id);
    if (!profile)
        return tl::unexpected(profile.error());
    job.factory = std::make_shared<const NormalizerFactory>(*std::move(profile), NormalizerForm::Profile, job.networks);
    return fitted(job);
}

Result<NormalizerSession::Prepared> NormalizerSession::fitted(const Job& job)
{
    const NormalizerFactory& factory = *job.factory;
    if (!job.slide) {
        if (isFitted(factory.profile().method) || factory.isSpatial())
            return Prepared{job.factory, nullptr, nullptr};
        return factory.forSample(ColorSample(), job.control).map([&](NormalizerPtr normalizer) {
            return Prepared{job.factory, std::move(normalizer), nullptr};
        });
    }
    const auto sample = sampleFor(factory.profile(), job.slide, *job.samples, job.control);
    if (!sample)
        return tl::unexpected(sample.error());
    return factory.forSlide(*job.slide, **sample, job.control).map([&](const NormalizerPtr& normalizer) {
        return Prepared{job.factory, normalizer, normalizer->network ? throughNetwork(job.slide, *normalizer) : nullptr};
    });
}

void NormalizerSession::finish(const QString& id, Result<Prepared> result)
{
    if (!result)
        return finishFailed(id, result.error());
    setBusy(false);
    m_factory = std::move(result->factory);
    m_normalizer = std::move(result->normalizer);
    m_networkSlide = std::move(result->networkSlide);
    m_currentId = id;
    emit changed();
    if (std::exchange(m_isReading, false))
        emit loaded(id);
}

void NormalizerSession::finishFailed(const QString& id, const Error& error)
{
    const bool wasReading = std::exchange(m_isReading, false);
    m_requestedId = m_currentId;
    // The slide has changed meanwhile: the profile in use is still to be fitted to it.
    const bool isUnfitted = wasReading && m_factory && !m_normalizer;
    if (isUnfitted)
        prepare(m_factory);
    else
        setBusy(false);
    emit failed(id, error);
    if (!wasReading)
        emit changed();
}

void NormalizerSession::abandon()
{
    m_stop.request_stop();
    m_stop = {};
    ++m_request;
}

void NormalizerSession::setBusy(bool isBusy, int percent)
{
    m_isBusy = isBusy;
    m_percent = percent;
    emit busyChanged(isBusy, percent);
}

}
