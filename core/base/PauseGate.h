#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace isostain {

/// Where a long task stands still while its user wants it to. Any thread.
class PauseGate {
public:
    void pause();
    void resume();
    bool isPaused() const;

    /// Returns at once unless it is paused, else when it is resumed or stopped. To be called with no lock held.
    void waitWhilePaused(const std::stop_token& stop) const;

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_resumed;
    bool m_isPaused = false;
};

}
