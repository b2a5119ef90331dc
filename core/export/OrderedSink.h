#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "base/Error.h"

namespace isostain {

/// Puts what many threads produce back into order: `consume` gets item 0, 1, 2, ... one at a time, on whichever thread
/// brought the item that was due. Whoever is more than `window` items ahead waits, so that little piles up; for that, items
/// must be begun in order. After the first failure nothing more is consumed and nobody waits.
/// Any thread.
template <typename Item>
class OrderedSink {
public:
    using Consume = std::function<Result<void>(std::size_t index, Item&& item)>;

    OrderedSink(std::size_t window, Consume consume) : m_window(window), m_consume(std::move(consume)) {}

    /// False once anything has failed.
    bool put(std::size_t index, Item item)
    {
        std::unique_lock lock(m_mutex);
        m_advanced.wait(lock, [&] { return m_error || index < m_next + m_window; });
        if (m_error)
            return false;
        m_waiting.emplace(index, std::move(item));
        if (!m_isConsuming)
            consumeDue(lock);
        return !m_error;
    }

    /// Also for failures of the producers. The first one counts.
    void fail(Error error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = std::move(error);
        m_advanced.notify_all();
    }

    /// The first failure. To be asked when all producers have ended.
    const std::optional<Error>& error() const { return m_error; }

private:
    void consumeDue(std::unique_lock<std::mutex>& lock)
    {
        m_isConsuming = true;
        for (auto due = m_waiting.find(m_next); due != m_waiting.end() && !m_error; due = m_waiting.find(m_next)) {
            Item item = std::move(due->second);
            m_waiting.erase(due);
            lock.unlock();
            auto consumed = m_consume(m_next, std::move(item));
            lock.lock();
            if (!consumed && !m_error)
                m_error = std::move(consumed.error());
            ++m_next;
            m_advanced.notify_all();
        }
        m_isConsuming = false;
    }

    std::size_t m_window;
    Consume m_consume;
    std::mutex m_mutex;
    std::condition_variable m_advanced;
    std::map<std::size_t, Item> m_waiting;
    std::size_t m_next = 0;
    bool m_isConsuming = false;
    std::optional<Error> m_error;
};

}
