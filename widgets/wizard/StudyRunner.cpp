#include "wizard/StudyRunner.h"

#include <algorithm>

namespace isostain {

namespace {

constexpr int kMillisecondsBetweenLooks = 200;
// Before that a rate says nothing.
constexpr std::chrono::seconds kShortestMeasured{2};

}

StudyRunner::StudyRunner(const StudyBackend& backend, QObject* parent)
    : QObject(parent),
      m_backend(backend),
      m_news([this](const std::vector<News>& news) { tell(news); })
{
    m_timer.setInterval(kMillisecondsBetweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &StudyRunner::progressed);
}

void StudyRunner::start(StudyOrder order)
{
    m_folder = order.folder;
    m_isRunning = true;
    m_isPaused = false;
    m_isStopping = false;
    m_gate->resume();
    m_statuses.clear();
    m_begins.clear();
    for (Counter& counter : m_counters) {
        counter.done = 0;
        counter.total = 0;
    }
    m_timer.start();
    m_thread = std::jthread([this, order = std::move(order)](const std::stop_token& stop) { run(order, stop); });
    emit started();
}

void StudyRunner::pause()
{
    if (!m_isRunning || m_isPaused)
        return;
    m_isPaused = true;
    m_pausedAt = std::chrono::steady_clock::now();
    m_gate->pause();
    emit pausedChanged();
}

void StudyRunner::resume()
{
    if (!m_isPaused)
        return;
    m_isPaused = false;
    for (auto& [step, begin] : m_begins)
        begin.time += std::chrono::steady_clock::now() - m_pausedAt;
    m_gate->resume();
    emit pausedChanged();
}

void StudyRunner::cancel()
{
    m_isStopping = true;
    m_thread.request_stop();
}

StudyStepStatus StudyRunner::status(StudyStep step) const
{
    const auto found = m_statuses.find(step);
    return found == m_statuses.end() ? StudyStepStatus() : found->second;
}

Progress StudyRunner::progress(StudyStep step) const
{
    const Counter& counter = m_counters[std::size_t(step)];
    return {counter.done, counter.total};
}

std::optional<std::chrono::seconds> StudyRunner::timeLeft(StudyStep step) const
{
    const auto begin = m_begins.find(step);
    const Progress now = progress(step);
    if (begin == m_begins.end() || m_isPaused || now.done == 0 || now.total <= now.done)
        return std::nullopt;
    // What was done before this process took it up says nothing of its rate.
    if (begin->second.done == 0) {
        begin->second = {std::chrono::steady_clock::now(), now.done};
        return std::nullopt;
    }
    const auto elapsed = std::chrono::steady_clock::now() - begin->second.time;
    if (elapsed < kShortestMeasured || now.done <= begin->second.done)
        return std::nullopt;
    const double rate = double(now.done - begin->second.done) / std::chrono::duration<double>(elapsed).count();
    return std::chrono::seconds(std::int64_t(double(now.total - now.done) / rate));
}

std::optional<StudyStep> StudyRunner::current() const
{
    for (const auto& [step, status] : m_statuses)
        if (status.state == StepState::Running)
            return step;
    return std::nullopt;
}

/// On the study's own thread.
void StudyRunner::run(const StudyOrder& order, const std::stop_token& stop)
{
    StudyObserver observer;
    observer.onStatus = [this](StudyStep step, const StudyStepStatus& status) {
        m_news.post(StatusNews{step, status});
    };
    observer.onProgress = [this](StudyStep step, const Progress& progress) {
        m_counters[std::size_t(step)].total = progress.total;
        m_counters[std::size_t(step)].done = progress.done;
    };
    observer.onLog = [this](StudyStep step, const std::string& sentence) {
        m_news.post(LogNews{step, sentence});
    };
    const auto end = m_backend.run(order, observer, JobControl{stop, {}, 0, m_gate});
    m_news.post(end ? StudyOutcome{*end} : StudyOutcome{StudyEnd::Stopped, end.error()});
}

void StudyRunner::tell(const std::vector<News>& news)
{
    for (const News& each : news) {
        if (const auto* status = std::get_if<StatusNews>(&each))
            setStatus(*status);
        else if (const auto* log = std::get_if<LogNews>(&each))
            emit logged(log->step, QString::fromStdString(log->sentence));
        else
            finish(std::get<StudyOutcome>(each));
    }
}

void StudyRunner::setStatus(const StatusNews& news)
{
    m_statuses[news.step] = news.status;
    if (news.status.state == StepState::Running)
        m_begins[news.step] = {std::chrono::steady_clock::now(), 0};
    emit statusChanged(news.step);
}

void StudyRunner::finish(const StudyOutcome& outcome)
{
    m_timer.stop();
    m_isRunning = false;
    m_isPaused = false;
    m_isStopping = false;
    emit progressed();
    emit finished(outcome);
}

}
