#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <future>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "base/Error.h"

namespace isostain {

/// The sourceSha256() of a slide, computed on a thread of its own; of a single file that is still being written from the moment
/// on when its beginning is settled. One thread at a time; the destructor stops the work.
class ContentHash {
public:
    using Value = std::shared_future<Result<std::string>>;

    /// The first `bytes` bytes of the file will not change any more. At most once, before complete().
    void begin(const std::filesystem::path& path, std::uint64_t bytes);
    /// Everything is written, as it is of a slide that is only read. The same path as that of begin(), where that was called.
    /// Once.
    Value complete(const std::filesystem::path& path);

private:
    Result<std::string> hash(const std::filesystem::path& path, std::uint64_t settled, const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_completed;
    bool m_isComplete = false;
    std::promise<Result<std::string>> m_value;
    std::jthread m_thread;   // the last member: it uses the others
};

}
