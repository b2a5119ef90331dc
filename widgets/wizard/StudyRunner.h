#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <QObject>
#include <QTimer>

#include "handover/Inbox.h"
#include "wizard/StudyBackend.h"

namespace isostain {

/// How a run of a study ended: with an error, or as `end` says.
struct StudyOutcome {
    StudyEnd end = StudyEnd::Stopped;
    std::optional<Error> error = {};

    bool isFinished() const { return !error && end == StudyEnd::Finished; }
};

/// Runs a study on a thread of its own and brings what it tells to the GUI thread, at most five times a second. GUI thread
/// only; destruction stops the study, which saves what it has, and waits for that.
class StudyRunner : public QObject {
    Q_OBJECT

public:
    explicit StudyRunner(const StudyBackend& backend, QObject* parent = nullptr);

    /// To be called when nothing is running.
    void start(StudyOrder order);
    /// Returns at once; the step of a training under way is finished.
    void pause();
    void resume();
    bool isPaused() const { return m_isPaused; }
    /// Returns at once; finished() follows when everything is saved. Works while it is paused.
    void cancel();
    bool isRunning() const { return m_isRunning; }
    /// Asked to stop, and not there yet.
    bool isStopping() const { return m_isRunning && m_isStopping; }

    /// Of the study that runs or ran last.
    const std::filesystem::path& folder() const { return m_folder; }
    StudyStepStatus status(StudyStep step) const;
    Progress progress(StudyStep step) const;
    /// Left of a step at the rate since it began here, without pauses; nothing: it is not known.
    std::optional<std::chrono::seconds> timeLeft(StudyStep step) const;
    /// The step under way.
    std::optional<StudyStep> current() const;

signals:
    void started();
    void statusChanged(isostain::StudyStep step);
    /// Now and then while it runs.
    void progressed();
    void pausedChanged();
    void logged(isostain::StudyStep step, const QString& sentence);
    void finished(const isostain::StudyOutcome& outcome);

private:
    struct StatusNews {
        StudyStep step;
        StudyStepStatus status;
    };
    struct LogNews {
        StudyStep step;
        std::string sentence;
    };
    using News = std::variant<StatusNews, LogNews, StudyOutcome>;
    /// Written by the study's thread, read by the GUI's.
    struct Counter {
        std::atomic<std::uint64_t> done = 0;
        std::atomic<std::uint64_t> total = 0;
    };
    /// When a step began here, and how far it was.
    struct Begin {
        std::chrono::steady_clock::time_point time;
        std::uint64_t done = 0;
    };
    static constexpr std::size_t kSteps = std::size_t(StudyStep::Classifier) + 1;

    void run(const StudyOrder& order, const std::stop_token& stop);
    void tell(const std::vector<News>& news);
    void setStatus(const StatusNews& news);
    void finish(const StudyOutcome& outcome);

    StudyBackend m_backend;
    std::filesystem::path m_folder;
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isStopping = false;
    std::shared_ptr<PauseGate> m_gate = std::make_shared<PauseGate>();
    std::map<StudyStep, StudyStepStatus> m_statuses;
    mutable std::map<StudyStep, Begin> m_begins;
    std::chrono::steady_clock::time_point m_pausedAt;
    std::array<Counter, kSteps> m_counters;
    QTimer m_timer;
    Inbox<News> m_news;
    std::jthread m_thread; ///< last: what it uses outlives it
};

}
