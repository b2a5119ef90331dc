#include "slide/HandleGenerations.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace isostain {

namespace {

bool isClear(const LevelRegion& region, const std::uint32_t* pixels)
{
    const std::int64_t count = std::int64_t(region.width) * region.height;
    return std::all_of(pixels, pixels + count, [](std::uint32_t pixel) { return pixel == 0; });
}

tl::unexpected<Error> unreadable(const RegionHandle& handle)
{
    return fail(ErrorCode::TileUnreadable, {}, handle.error().value_or(std::string()));
}

}

HandleGenerations::HandleGenerations(std::shared_ptr<RegionHandle> first, Opener reopen, ReopenPolicy policy)
    : m_reopen(std::move(reopen)), m_policy(policy), m_current(std::make_shared<Generation>(Generation{std::move(first)}))
{
}

int HandleGenerations::reopenCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_reopenCount;
}

Result<void> HandleGenerations::read(const LevelRegion& region, std::uint32_t* pixels, const std::stop_token& stop)
{
    for (;;) {
        const auto entered = enter(stop);
        if (!entered)
            return tl::unexpected(entered.error());
        Generation& generation = **entered;
        const Outcome outcome = attempt(*generation.handle, region, pixels);
        leave(generation, outcome);
        if (outcome == Outcome::Good)
            return {};
        if (outcome == Outcome::Late)
            continue;
        const auto guilty = isOnlySuspect(generation, stop);
        if (!guilty)
            return tl::unexpected(guilty.error());
        return *guilty ? unreadable(*generation.handle) : readAlone(region, pixels, stop);
    }
}

HandleGenerations::Outcome HandleGenerations::attempt(RegionHandle& handle, const LevelRegion& region, std::uint32_t* pixels)
{
    if (handle.error())
        return Outcome::Late;
    handle.readRegion(region, pixels);
    return handle.error() && isClear(region, pixels) ? Outcome::Suspect : Outcome::Good;
}

Result<HandleGenerations::GenerationPtr> HandleGenerations::enter(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_current->handle->error()) {
        if (m_isReopening) {
            if (!waitWhileReopening(lock, stop))
                return fail(ErrorCode::Cancelled);
            continue;
        }
        auto handle = reopen(lock, stop);
        if (!handle)
            return tl::unexpected(handle.error());
        m_current = std::make_shared<Generation>(Generation{*std::move(handle)});
    }
    ++m_current->readers;
    return m_current;
}

void HandleGenerations::leave(Generation& generation, Outcome outcome)
{
    const std::lock_guard lock(m_mutex);
    --generation.readers;
    if (outcome == Outcome::Suspect)
        ++generation.suspects;
    m_changed.notify_all();
}

Result<bool> HandleGenerations::isOnlySuspect(const Generation& generation, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [&] { return generation.readers == 0; }))
        return fail(ErrorCode::Cancelled);
    return generation.suspects == 1;
}

Result<void> HandleGenerations::readAlone(const LevelRegion& region, std::uint32_t* pixels, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (!waitWhileReopening(lock, stop))
        return fail(ErrorCode::Cancelled);
    auto handle = reopen(lock, stop);
    lock.unlock();
    if (!handle)
        return tl::unexpected(handle.error());
    (*handle)->readRegion(region, pixels);
    if ((*handle)->error())
        return unreadable(**handle);
    lock.lock();
    if (m_current->handle->error())
        m_current = std::make_shared<Generation>(Generation{*std::move(handle)});
    return {};
}

bool HandleGenerations::waitWhileReopening(std::unique_lock<std::mutex>& lock, const std::stop_token& stop)
{
    return m_changed.wait(lock, stop, [this] { return !m_isReopening; });
}

/// Rests and opens with the lock released; the caller has made sure that no other thread is here.
Result<std::shared_ptr<RegionHandle>> HandleGenerations::reopen(std::unique_lock<std::mutex>& lock, const std::stop_token& stop)
{
    m_isReopening = true;
    m_changed.wait_until(lock, stop, m_restUntil, [] { return false; });
    Result<std::shared_ptr<RegionHandle>> handle = fail(ErrorCode::Cancelled);
    if (!stop.stop_requested()) {
        lock.unlock();
        const auto begin = Clock::now();
        try {
            handle = m_reopen();
        } catch (const std::exception& exception) {
            handle = fail(ErrorCode::TileUnreadable, {}, exception.what());
        }
        const auto end = Clock::now();
        lock.lock();
        ++m_reopenCount;
        m_restUntil = end + std::min<Clock::duration>(m_policy.restPerOpening * (end - begin), m_policy.longestRest);
    }
    m_isReopening = false;
    m_changed.notify_all();
    return handle;
}

}
