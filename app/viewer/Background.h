#pragma once

#include <functional>
#include <memory>
#include <utility>

#include <QObject>
#include <QPointer>
#include <QThreadPool>

namespace isostain {

/// Runs work off the GUI thread and brings its result back to it. GUI thread only, save for
/// post(). Destruction waits for work under way:
/// whoever started long work has asked it to stop by then.
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
        m_pool.start([this, guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<decltype(work())>(work());
            post(guard, [done, result] { done(std::move(*result)); });
        });
    }

    /// For work under way: calls `call` on the GUI thread, later, unless `guard` is gone by then. Any thread.
    void post(const QPointer<QObject>& guard, std::function<void()> call)
    {
        QMetaObject::invokeMethod(
            &m_receiver,
            [guard, call = std::move(call)] {
                if (guard)
                    call();
            },
            Qt::QueuedConnection);
    }

private:
    QObject m_receiver;   ///< lives on the GUI thread; results not yet delivered die with it
    QThreadPool m_pool;
};

}
