#pragma once

#include <functional>
#include <stop_token>

#include <QObject>
#include <QPointer>

#include "base/Progress.h"
#include "handover/Background.h"

namespace isostain {

/// One job in the background that a newer one supersedes: only the result of the last one arrives, and progress at most a
/// hundred times in all. GUI thread only; destruction asks the job to stop.
class StoppableJob : public QObject {
    Q_OBJECT

public:
    explicit StoppableJob(Background& background, QObject* parent = nullptr) : QObject(parent), m_background(background) {}
    ~StoppableJob() override { m_stop.request_stop(); }

    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        stop();
        m_isRunning = true;
        m_stop = std::stop_source();
        const JobControl control{m_stop.get_token(), progressOf(m_request), 0, nullptr};
        m_background.run(
            this, [work = std::move(work), control] { return work(control); },
            [this, request = m_request, done = std::move(done)](auto result) {
                if (request != m_request)
                    return;
                m_isRunning = false;
                done(std::move(result));
            });
    }
    /// Its result will not come.
    void stop()
    {
        ++m_request;
        m_isRunning = false;
        m_stop.request_stop();
    }
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(int percent);

private:
    std::function<void(const Progress&)> progressOf(int request);

    Background& m_background;
    std::stop_source m_stop;
    int m_request = 0;
    bool m_isRunning = false;
};

}
