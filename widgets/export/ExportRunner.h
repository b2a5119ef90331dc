#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <variant>
#include <vector>

#include <QObject>

#include "export/ExportJob.h"
#include "export/SavedExport.h"
#include "handover/Inbox.h"

namespace isostain {

/// What a runner is to do.
struct ExportRun {
    ExportJob job;
    unsigned threads = 0;            ///< as in JobControl
    SavedExport saved;               ///< what to go on with should the program be killed
    std::filesystem::path savedFile; ///< where that is kept until every slide has had its turn; empty: nowhere
};

/// Runs an export job on a thread of its own and brings its results to the GUI thread. GUI thread only; destruction stops the
/// job and waits for it, which takes as long as the tiles under way.
class ExportRunner : public QObject {
    Q_OBJECT

public:
    explicit ExportRunner(QObject* parent = nullptr);

    /// To be called when nothing is running.
    void start(ExportRun run);
    /// Returns at once; the tiles under way are finished.
    void pause() { m_gate->pause(); }
    void resume() { m_gate->resume(); }
    bool isPaused() const { return m_gate->isPaused(); }
    /// Returns at once; finished() follows. Works while it is paused.
    void cancel();
    bool isRunning() const { return m_isRunning; }

    /// Level-0 pixels of the job so far. To be asked now and then, as slideFraction(): it changes with every tile.
    Progress progress() const { return {m_donePixels, m_totalPixels}; }
    /// Of the slide under way, 0..1.
    double slideFraction() const { return m_slideFraction; }

signals:
    void slideFinished(const isostain::ExportResult& result);
    /// The export could not be written down, so that it would not be resumed after a crash. It runs all the same.
    void notSaved(const isostain::Error& error);
    void finished();

private:
    struct Over {};
    using News = std::variant<ExportResult, Error, Over>;

    void tell(const std::vector<News>& news);
    void run(const ExportRun& run, const std::stop_token& stop);

    bool m_isRunning = false;
    std::shared_ptr<PauseGate> m_gate = std::make_shared<PauseGate>();
    std::atomic<std::uint64_t> m_donePixels = 0;
    std::atomic<std::uint64_t> m_totalPixels = 0;
    std::atomic<double> m_slideFraction = 0;
    Inbox<News> m_news;
    std::jthread m_thread; ///< last: what it uses outlives it
};

}
