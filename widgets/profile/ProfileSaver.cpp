#include "profile/ProfileSaver.h"

#include <new>
#include <utility>

#include "base/AtomicFile.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

std::optional<Error> write(const QString& path, const std::function<QByteArray()>& makeContent)
{
    const std::string subject = toPath(path).string();
    try {
        const QByteArray content = makeContent();
        if (content.isEmpty())
            return Error{ErrorCode::Internal, subject, "the figure could not be drawn"};
        const std::string_view bytes(content.constData(), std::size_t(content.size()));
        const auto written = writeFileAtomically(toPath(path), bytes, Overwrite::Yes);
        return written ? std::nullopt : std::optional(written.error());
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, subject, {}};
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, subject, exception.what()};
    }
}

}

ProfileSaver::ProfileSaver(QObject* parent)
    : QObject(parent),
      m_outcomes([this](const std::vector<Outcome>& outcomes) {
          for (const Outcome& outcome : outcomes)
              emit saved(outcome.path, outcome.error);
      })
{
}

void ProfileSaver::save(const QString& path, std::function<QByteArray()> content)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back({path, std::move(content)});
    }
    m_changed.notify_one();
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

/// On the saver's own thread; until it is to stop and nothing is left to write.
void ProfileSaver::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_tasks.empty(); })) {
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        m_outcomes.post({task.path, write(task.path, task.content)});
        task = {};
        lock.lock();
    }
}

}
