#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

#include "base/Error.h"
#include "image/Guarded.h"

namespace isostain {

/// Makes batches ahead on a thread of its own, so that decoding does not keep the training waiting. One thread at a time;
/// the destructor stops and joins.
template <typename Batch>
class Prefetch {
public:
    /// `stop` is requested when nobody wants the batch any more.
    using Source = std::function<Result<Batch>(std::uint64_t index, const std::stop_token& stop)>;

    struct Plan {
        std::uint64_t begin = 0; ///< batches begin .. end - 1
        std::uint64_t end = 0;
        std::size_t mostAhead = 1; ///< that are ready and not taken yet
        std::string subject;       ///< of the errors that exceptions of the source become
    };

    /// `source` is called on the thread.
    Prefetch(Source source, Plan plan)
        : m_source(std::move(source)),
          m_plan(std::move(plan)),
          m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }
    Prefetch(const Prefetch&) = delete;
    Prefetch& operator=(const Prefetch&) = delete;

    /// The next batch, waiting for it. To be called end - begin times at most, and not after an error. Errors: those of the
    /// source; exceptions of it are OutOfMemory or Internal; Cancelled (`stop`, while it waits).
    Result<Batch> next(const std::stop_token& stop = {})
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [this] { return !m_ready.empty(); }))
            return fail(ErrorCode::Cancelled);
        Result<Batch> batch = std::move(m_ready.front());
        m_ready.pop_front();
        lock.unlock();
        m_changed.notify_all();
        return batch;
    }

private:
    void run(const std::stop_token& stop)
    {
        for (std::uint64_t index = m_plan.begin; index < m_plan.end; ++index) {
            {
                std::unique_lock lock(m_mutex);
                if (!m_changed.wait(lock, stop, [this] { return m_ready.size() < m_plan.mostAhead; }))
                    return;
            }
            Result<Batch> batch = guarded(m_plan.subject, [&] { return m_source(index, stop); });
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

    Source m_source;
    Plan m_plan;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Result<Batch>> m_ready;
    std::jthread m_thread; ///< last: it uses the others
};

}
