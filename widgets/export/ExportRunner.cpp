#include "export/ExportRunner.h"

#include <utility>

namespace isostain {

ExportRunner::ExportRunner(QObject* parent)
    : QObject(parent),
      m_news([this](const std::vector<News>& news) { tell(news); })
{
}

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
        m_news.post(result);
    });
    m_news.post(std::nullopt);
}

void ExportRunner::tell(const std::vector<News>& news)
{
    for (const News& each : news) {
        if (each) {
            emit slideFinished(*each);
        } else {
            m_isRunning = false;
            emit finished();
        }
    }
}

}
