#include "export/ExportRunner.h"

#include <utility>

namespace isostain {

void ExportRunner::start(ExportJob job, unsigned threads)
{
    m_isRunning = true;
    m_donePixels = 0;
    m_totalPixels = 0;
    m_thread = std::jthread([this, job = std::move(job), threads](const std::stop_token& stop) { run(job, threads, stop); });
}

void ExportRunner::cancel()
{
    m_thread.request_stop();
}

/// On the runner's own thread.
void ExportRunner::run(const ExportJob& job, unsigned threads, const std::stop_token& stop)
{
    const auto keep = [this](const Progress& progress) {
        m_donePixels = progress.done;
        m_totalPixels = progress.total;
    };
    runExport(job, JobControl{stop, keep, threads}, [this](const ExportResult& result) {
        QMetaObject::invokeMethod(this, [this, result] { emit slideFinished(result); }, Qt::QueuedConnection);
    });
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isRunning = false;
            emit finished();
        },
        Qt::QueuedConnection);
}

}
