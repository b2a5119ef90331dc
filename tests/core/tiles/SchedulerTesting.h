#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "support/PaintedSlide.h"
#include "support/SlideDecorators.h"
#include "tiles/TileScheduler.h"

namespace isostain::test {

inline constexpr std::size_t kPlenty = std::size_t(1) << 30;

inline TileKey tile(int column, int row = 0)
{
    return {0, column, row};
}

/// 64 x 64 tiles of 16 pixels; levels 0 to 6, of which 4 and up are pinned.
inline SlidePtr paintedSlide()
{
    return PaintedSlide::create(1024, 1024, 16);
}

/// Calls `before` in front of every read, which may throw, wait or answer in the slide's place.
class HookedSlide : public SlideDecorator {
public:
    using Hook = std::function<std::optional<Error>(const TileKey&, const std::stop_token&)>;

    HookedSlide(SlidePtr inner, Hook before) : SlideDecorator(std::move(inner)), m_before(std::move(before)) {}

    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override
    {
        if (std::optional<Error> error = m_before(key, stop))
            return tl::unexpected(*std::move(error));
        return SlideDecorator::read(key);
    }

private:
    Hook m_before;
};

/// Collects arrivals of one client.
class Inbox {
public:
    TileScheduler::ArrivalCallback callback()
    {
        return [this](const TileScheduler::Arrival& arrival) {
            const std::lock_guard lock(m_mutex);
            m_arrivals.push_back(arrival);
            m_changed.notify_all();
        };
    }

    /// False after ten seconds.
    bool waitFor(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_arrivals.size() >= count; });
    }

    std::vector<TileScheduler::Arrival> arrivals() const
    {
        const std::lock_guard lock(m_mutex);
        return m_arrivals;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<TileScheduler::Arrival> m_arrivals;
};

/// A scheduler with a cache of its own and a first client.
struct Scheduling {
    explicit Scheduling(unsigned threads, std::size_t budgetBytes = kPlenty)
        : cache(budgetBytes), scheduler(cache, threads), client(scheduler.addClient(inbox.callback()))
    {
    }

    void request(SlidePtr slide, const std::vector<TileKey>& wanted) { scheduler.request(client, std::move(slide), wanted); }

    /// Requests, and waits until the first read is under way; false after ten seconds.
    bool beginReading(const std::shared_ptr<GatedSlide>& slide, const std::vector<TileKey>& wanted)
    {
        request(slide, wanted);
        return slide->waitForArrivals(1);
    }

    /// Requests for a further client, whose inbox has to outlive this object.
    void requestFor(Inbox& other, SlidePtr slide, const std::vector<TileKey>& wanted)
    {
        scheduler.request(scheduler.addClient(other.callback()), std::move(slide), wanted);
    }

    TileCache cache;
    Inbox inbox;
    TileScheduler scheduler;
    TileScheduler::ClientId client;
};

}
