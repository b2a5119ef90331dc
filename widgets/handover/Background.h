#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <QPointer>

#include "handover/Inbox.h"

namespace isostain {

/// Runs work off the GUI thread and brings its result back to it. GUI thread only, save for post(). Destruction drops what
/// has not begun and waits for work under way: whoever started long work has asked it to stop by then.
class Background {
public:
    Background();
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// Calls work() on another thread, then done(its result) on this one, unless `context` is gone by then. Both are copied.
    template <typename Work, typename Done>
    void run(QObject* context, Work work, Done done)
    {
        start([this, guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<decltype(work())>(work());
            post(guard, [done, result] { done(std::move(*result)); });
        });
    }

    /// Calls work() on another thread; nobody waits for it.
    void run(std::function<void()> work) { start(std::move(work)); }

    /// For work under way: calls `call` on the GUI thread, later, unless `guard` is gone by then. Any thread.
    void post(const QPointer<QObject>& guard, std::function<void()> call);

private:
    struct Delivery {
        QPointer<QObject> guard;
        std::function<void()> call;
    };
    void start(std::function<void()> task);
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    Inbox<Delivery> m_deliveries;
    std::vector<std::thread> m_threads; ///< begun as they are needed
    std::size_t m_idleThreads = 0;
    bool m_isEnding = false;
};

}
