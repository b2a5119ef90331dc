#include "training/BatchFeed.h"

#include <utility>

#include "image/Guarded.h"

namespace isostain {

BatchFeed::BatchFeed(Source source, std::uint64_t begin, std::uint64_t end)
    : m_source(std::move(source)),
      m_thread([this, begin, end](const std::stop_token& stop) { run(stop, begin, end); })
{
}

BatchFeed::~BatchFeed()
{
    m_thread.request_stop();
    m_thread.join();
}

void BatchFeed::run(const std::stop_token& stop, std::uint64_t begin, std::uint64_t end)
{
    for (std::uint64_t step = begin; step < end; ++step) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [&] { return m_ready.size() < kMostAhead; }))
                return;
        }
        auto batch = guarded("the training images", [&] { return m_source(step); });
        const bool isLast = !batch;
        {
            const std::lock_guard lock(m_mutex);
            m_ready.push_back(std::move(batch));
        }
        m_changed.notify_all();
        if (isLast)
            return;
    }
}

Result<UnpairedBatch> BatchFeed::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !m_ready.empty(); });
    auto batch = std::move(m_ready.front());
    m_ready.pop_front();
    lock.unlock();
    m_changed.notify_all();
    return batch;
}

}
