#pragma once

#include <functional>
#include <optional>

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include "base/Error.h"

namespace isostain {

/// Writes files on a thread of its own, one after the other, each complete or not at all. GUI thread only; destruction waits
/// for what is still to be written.
class ProfileSaver : public QObject {
    Q_OBJECT

public:
    explicit ProfileSaver(QObject* parent = nullptr);

    /// Replaces a file of that name. `content` is called on the other thread; nothing is an Internal error.
    void save(const QString& path, std::function<QByteArray()> content);

signals:
    void saved(const QString& path, const std::optional<isostain::Error>& error);

private:
    QThreadPool m_pool;
};

}
