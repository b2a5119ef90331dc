#include "export/ExportRunner.h"

#include <algorithm>
#include <system_error>

namespace isostain {

ExportRunner::ExportRunner(QObject* parent) : QObject(parent), m_news([this](const std::vector<News>& news) { tell(news); }) {}

void ExportRunner::start(ExportRun run)
{
    m_isRunning = true;
    m_gate->resume();
    m_donePixels = 0;
    m_totalPixels = 0;
    m_slideFraction = 0;
    m_thread = std::jthread([this, run = std::move(run)](const std::stop_token& stop) { this->run(run, stop); });
}

void ExportRunner::cancel()
{
    m_thread.request_stop();
}

/// On the runner's own thread.
void ExportRunner::run(const ExportRun& run, const std::stop_token& stop)
{
    if (!run.savedFile.empty())
        if (const auto saved = writeSavedExport(run.saved, run.savedFile); !saved)
            m_news.post(saved.error());
    const auto keep = [this](const Progress& progress) {
        m_donePixels = progress.done;
        m_totalPixels = progress.total;
    };
    const auto results = runExport(
        run.job, JobControl{stop, keep, run.threads, m_gate},
        [this](const ExportResult& result) {
            m_slideFraction = 0;
            m_news.post(result);
        },
        [this](std::size_t, double fraction) { m_slideFraction = fraction; });
    const bool isOver = std::none_of(results.begin(), results.end(), [](const ExportResult& result) {
        return result.error && result.error->code == ErrorCode::Cancelled;
    });
    std::error_code ignored;
    if (isOver && !run.savedFile.empty())
        std::filesystem::remove(run.savedFile, ignored);
    m_news.post(Over());
}

void ExportRunner::tell(const std::vector<News>& news)
{
    for (const News& each : news) {
        if (const auto* result = std::get_if<ExportResult>(&each)) {
            emit slideFinished(*result);
        } else if (const auto* error = std::get_if<Error>(&each)) {
            emit notSaved(*error);
        } else {
            m_isRunning = false;
            emit finished();
        }
    }
}

}
