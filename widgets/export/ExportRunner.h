#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include <QObject>

#include "export/ExportJob.h"
#include "handover/Inbox.h"

namespace isostain {

/// Runs an export job on a thread of its own and brings its results to the GUI thread. GUI thread only; destruction stops the
/// job and waits for it, which takes as long as the tiles under way.
class ExportRunner : public QObject {
    Q_OBJECT

public:
    explicit ExportRunner(QObject* parent = nullptr);

    /// To be called when nothing is running. `threads` as in JobControl.
    void start(ExportJob job, unsigned threads);
    /// Returns at once; finished() follows.
    void cancel();
    bool isRunning() const { return m_isRunning; }

    /// Level-0 pixels of the job so far. To be asked now and then: it changes with every tile.
    Progress progress() const { return {m_donePixels, m_totalPixels}; }

signals:
    void slideFinished(const isostain::ExportResult& result);
    void finished();

private:
    using News = std::optional<ExportResult>; ///< nothing: the job is over

    void tell(const std::vector<News>& news);
    void run(const ExportJob& job, unsigned threads, const std::stop_token& stop);

    bool m_isRunning = false;
    std::atomic<std::uint64_t> m_donePixels = 0;
    std::atomic<std::uint64_t> m_totalPixels = 0;
    Inbox<News> m_news;
    std::jthread m_thread;   ///< last: what it uses outlives it
};

}
