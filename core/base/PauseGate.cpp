#include "base/PauseGate.h"

namespace isostain {

void PauseGate::pause()
{
    const std::lock_guard lock(m_mutex);
    m_isPaused = true;
}

void PauseGate::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isPaused = false;
    }
    m_resumed.notify_all();
}

bool PauseGate::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_isPaused;
}

void PauseGate::waitWhilePaused(const std::stop_token& stop) const
{
    std::unique_lock lock(m_mutex);
    m_resumed.wait(lock, stop, [this] { return !m_isPaused; });
}

}
