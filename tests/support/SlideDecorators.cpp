#include "support/SlideDecorators.h"

#include <algorithm>
#include <utility>

namespace isostain::test {

FailingSlide::FailingSlide(SlidePtr inner, std::function<bool(const TileKey&)> isBad)
    : SlideDecorator(std::move(inner)), m_isBad(std::move(isBad))
{
}

Result<BgrxImage> FailingSlide::read(const TileKey& key, const std::stop_token& stop) const
{
    if (m_isBad(key))
        return fail(ErrorCode::TileUnreadable, info().path.string(), "made to fail");
    return SlideDecorator::read(key, stop);
}

SlowSlide::SlowSlide(SlidePtr inner, std::chrono::milliseconds delay) : SlideDecorator(std::move(inner)), m_delay(delay) {}

Result<BgrxImage> SlowSlide::read(const TileKey& key, const std::stop_token& stop) const
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, m_delay, [] { return false; });
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return SlideDecorator::read(key, stop);
}

Result<BgrxImage> GatedSlide::read(const TileKey& key, const std::stop_token& stop) const
{
    {
        std::unique_lock lock(m_mutex);
        ++m_arrivals;
        m_changed.notify_all();
        if (!m_changed.wait(lock, stop, [this] { return m_isOpen || m_passes > 0; }))
            return fail(ErrorCode::Cancelled);
        if (!m_isOpen)
            --m_passes;
    }
    return SlideDecorator::read(key, stop);
}

void GatedSlide::release(int count)
{
    const std::lock_guard lock(m_mutex);
    m_passes += count;
    m_changed.notify_all();
}

void GatedSlide::open()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = true;
    m_changed.notify_all();
}

bool GatedSlide::waitForArrivals(int count) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_arrivals >= count; });
}

Result<BgrxImage> CountingSlide::read(const TileKey& key, const std::stop_token& stop) const
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_counts[key];
    }
    return SlideDecorator::read(key, stop);
}

int CountingSlide::readCount() const
{
    const std::lock_guard lock(m_mutex);
    int sum = 0;
    for (const auto& [key, count] : m_counts)
        sum += count;
    return sum;
}

int CountingSlide::readCount(const TileKey& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(key);
    return found == m_counts.end() ? 0 : found->second;
}

int CountingSlide::largestReadCount() const
{
    const std::lock_guard lock(m_mutex);
    int largest = 0;
    for (const auto& [key, count] : m_counts)
        largest = std::max(largest, count);
    return largest;
}

}
