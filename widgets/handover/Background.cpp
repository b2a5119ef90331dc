#include "handover/Background.h"

namespace isostain {

// Work here mostly waits for a drive. One that hangs on a lost network share must not keep the next slide from being opened.
constexpr std::size_t kMostThreads = 8;

Background::Background()
    : m_deliveries([](const std::vector<Delivery>& deliveries) {
          for (const Delivery& delivery : deliveries)
              if (delivery.guard)
                  delivery.call();
      })
{
}

Background::~Background()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_tasks.clear();
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void Background::start(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        if (m_idleThreads < m_tasks.size() && m_threads.size() < kMostThreads)
            m_threads.emplace_back([this] { work(); });
    }
    m_changed.notify_one();
}

void Background::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idleThreads;
        m_changed.wait(lock, [this] { return m_isEnding || !m_tasks.empty(); });
        --m_idleThreads;
        if (m_isEnding)
            return;
        std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        task = nullptr;
        lock.lock();
    }
}

void Background::post(const QPointer<QObject>& guard, std::function<void()> call)
{
    m_deliveries.post({guard, std::move(call)});
}

}
