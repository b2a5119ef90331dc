#include "NormalizerSession.h"

#include "Background.h"
#include "PercentProgress.h"
#include "ProfileCatalog.h"

namespace isostain {

NormalizerSession::NormalizerSession(Background& background) : m_background(background) {}

NormalizerSession::~NormalizerSession()
{
    m_stop.request_stop();
}

void NormalizerSession::pick(const QString& id)
{
    abandon();
    m_requestedId = id;
    if (id.isEmpty()) {
        setBusy(false);
        m_normalizer.reset();
        m_currentId.clear();
        emit changed();
        return;
    }
    const int request = m_request;
    setBusy(true);
    JobControl control;
    control.stop = m_stop.get_token();
    control.onProgress = inPercent([this, &background = m_background, guard = QPointer<QObject>(this), request](int percent) {
        background.post(guard, [this, request, percent] {
            if (request == m_request && m_isBusy)
                setBusy(true, percent);
        });
    });
    m_background.run(
        this,
        [id, control] {
            return ProfileCatalog::read(id).and_then([&](StainProfile profile) { return makeNormalizer(std::move(profile), control); });
        },
        [this, request, id](Result<NormalizerPtr> result) { finish(request, id, std::move(result)); });
}

void NormalizerSession::finish(int request, const QString& id, Result<NormalizerPtr> result)
{
    if (request != m_request)
        return;
    setBusy(false);
    if (!result) {
        emit failed(id, result.error());
        return;
    }
    m_normalizer = std::move(*result);
    m_currentId = id;
    emit changed();
    emit loaded(id);
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
    emit busyChanged(isBusy, percent);
}

}
