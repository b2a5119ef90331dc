#pragma once

#include <functional>
#include <stop_token>

#include <QObject>

#include "normalize/Normalizer.h"

namespace isostain {

class Background;

/// The stain profile in use. Reading it and compiling its table happen in the background; a newer pick supersedes an older
/// one, and the one in use stays until the next is ready. GUI thread only.
class NormalizerSession : public QObject {
    Q_OBJECT

public:
    explicit NormalizerSession(Background& background);
    ~NormalizerSession() override;

    /// Null: the source alone.
    const NormalizerPtr& normalizer() const { return m_normalizer; }
    /// Resource or file path of the profile in use; empty for the source alone.
    const QString& currentId() const { return m_currentId; }
    /// The profile last asked for: while busy, the one being prepared.
    const QString& requestedId() const { return m_requestedId; }
    bool isBusy() const { return m_isBusy; }

    /// `id` is a resource or file path; empty for the source alone.
    void pick(const QString& id);

signals:
    void changed();
    /// A pick has begun, has come further (percent of the table) or has ended.
    void busyChanged(bool isBusy, int percent);
    void failed(const QString& id, const isostain::Error& error);
    /// The user's file was read and is in use.
    void loaded(const QString& id);

private:
    void finish(int request, const QString& id, Result<NormalizerPtr> result);
    void abandon();
    void setBusy(bool isBusy, int percent = 0);

    Background& m_background;
    NormalizerPtr m_normalizer;
    QString m_currentId;
    QString m_requestedId;
    std::stop_source m_stop;
    int m_request = 0;
    bool m_isBusy = false;
};

}
