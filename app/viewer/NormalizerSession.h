#pragma once

#include <memory>
#include <stop_token>

#include <QObject>

#include "normalize/Normalizer.h"
#include "normalize/SlideSamples.h"

namespace isostain {

class Background;
class SlideSession;

/// One stain profile, fitted to the slide that is open. Reading the profile, sampling the slide and compiling the table happen
/// in the background; a newer pick supersedes an older one, and the one in use stays until the next is ready. When the slide
/// changes, what was fitted to the last one is dropped at once and the profile is fitted anew. GUI thread only.
class NormalizerSession : public QObject {
    Q_OBJECT

public:
    /// `samples` is shared by all sessions, so that five methods read a slide once. `networks` is asked only for profiles that
    /// need it.
    NormalizerSession(Background& background, SlideSession& slides, std::shared_ptr<SlideSamples> samples,
                      NetworkLoader networks = {});
    ~NormalizerSession() override;

    /// Fitted to the open slide. Null: no profile is in use, or it is not fitted (yet). Without a slide only learned profiles
    /// have one.
    const NormalizerPtr& normalizer() const { return m_normalizer; }
    /// The open slide through the normalizer's network; null where that is pointwise.
    const SlidePtr& networkSlide() const { return m_networkSlide; }
    /// In use, fitted or not; null: the source alone. Until the next change.
    const StainProfile* profile() const { return m_factory ? &m_factory->profile() : nullptr; }
    /// What names the profile in use (see ProfileCatalog::read()); empty for the source alone.
    const QString& currentId() const { return m_currentId; }
    /// The profile that is wanted: while another than the current one is being prepared, that one.
    const QString& requestedId() const { return m_requestedId; }
    bool isBusy() const { return m_isBusy; }
    /// Of what is under way.
    int percent() const { return m_percent; }

    /// Empty for the source alone. Picking the profile in use reads it anew.
    void pick(const QString& id);

signals:
    void changed();
    /// Something has begun, has come further (percent of the table) or has ended.
    void busyChanged(bool isBusy, int percent);
    void failed(const QString& id, const isostain::Error& error);
    /// The profile was read and is in use.
    void loaded(const QString& id);

private:
    using FactoryPtr = std::shared_ptr<const NormalizerFactory>;
    struct Prepared {
        FactoryPtr factory;
        NormalizerPtr normalizer;
        SlidePtr networkSlide;
    };
    /// What work in the background needs, captured by value.
    struct Job {
        QString id;
        FactoryPtr factory; ///< null: the profile is to be read first
        SlidePtr slide;
        std::shared_ptr<SlideSamples> samples;
        NetworkLoader networks;
        JobControl control;
    };

    void followSlide();
    /// Reads the profile first where there is no factory yet.
    void prepare(const FactoryPtr& factory);
    static Result<Prepared> prepared(Job job);
    static Result<Prepared> fitted(const Job& job);
    void finish(const QString& id, Result<Prepared> result);
    void finishFailed(const QString& id, const Error& error);
    void abandon();
    void setBusy(bool isBusy, int percent = 0);

    Background& m_background;
    SlideSession& m_slides;
    std::shared_ptr<SlideSamples> m_samples;
    NetworkLoader m_networks;
    FactoryPtr m_factory;
    NormalizerPtr m_normalizer;
    SlidePtr m_networkSlide;
    QString m_currentId;
    QString m_requestedId;
    std::stop_source m_stop;
    int m_request = 0;
    int m_percent = 0;
    bool m_isBusy = false;
    bool m_isReading = false; ///< what is under way is another profile than the one in use, or that one read anew
};

}
