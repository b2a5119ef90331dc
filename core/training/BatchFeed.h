#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "base/Error.h"
#include "training/UnpairedImages.h"

namespace isostain {

/// Makes batches ahead on a thread of its own, so that decoding does not keep the training waiting. One thread at a time;
/// the destructor stops and joins.
class BatchFeed {
public:
    using Source = std::function<Result<UnpairedBatch>(std::uint64_t step)>;

    /// `source` is called on the thread, for steps `begin` to `end` - 1.
    BatchFeed(Source source, std::uint64_t begin, std::uint64_t end);
    ~BatchFeed();
    BatchFeed(const BatchFeed&) = delete;
    BatchFeed& operator=(const BatchFeed&) = delete;

    /// The next batch, waiting for it. To be called end - begin times at most, and not after an error. Errors: those of
    /// `source`; exceptions of it are OutOfMemory or Internal.
    Result<UnpairedBatch> next();

private:
    void run(const std::stop_token& stop, std::uint64_t begin, std::uint64_t end);

    static constexpr std::size_t kMostAhead = 4;

    Source m_source;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Result<UnpairedBatch>> m_ready;
    std::jthread m_thread; ///< last: it uses the others
};

}
