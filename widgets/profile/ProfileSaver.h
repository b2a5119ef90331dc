#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include <QByteArray>
#include <QObject>
#include <QString>

#include "base/Error.h"
#include "handover/Inbox.h"

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
    struct Task {
        QString path;
        std::function<QByteArray()> content;
    };
    struct Outcome {
        QString path;
        std::optional<Error> error;
    };

    void work(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Task> m_tasks;
    Inbox<Outcome> m_outcomes;
    std::jthread m_thread; ///< begun with the first file; last: what it uses outlives it
};

}
