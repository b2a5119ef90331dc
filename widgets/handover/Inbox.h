#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "handover/InboxBell.h"

namespace isostain {

/// The one way in which things come from other threads to the thread of a widget: all that is posted before its event loop
/// turns is taken at once, in order.
///
/// Items never pass through Qt's event queue. They lie in a list that the mutex guards, and the bell is rung and the list
/// emptied with it held: so whatever a producer did before post() happens before the owner's take(), by a mutex that thread
/// checkers see, and so does the making of Qt's event before its end.
///
/// Made, used and destroyed in one thread, the owner's, save for post(). Nobody may post any more when it is destroyed; what
/// was not taken by then is dropped.
template <typename Item>
class Inbox {
public:
    using Items = std::vector<Item>;

    /// `take` is called in the owner's thread and must not destroy the inbox.
    explicit Inbox(std::function<void(Items)> take) : m_take(std::move(take))
    {
        QObject::connect(&m_bell, &InboxBell::rung, &m_bell, [this] { deliver(); });
    }
    ~Inbox()
    {
        // Behind the last producer, and behind what was taken last.
        const std::lock_guard lock(m_mutex);
        m_items.clear();
    }
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;

    /// What is posted from now on is taken in that thread, which has to have ended before the inbox is destroyed. To be called
    /// before anything is posted.
    void moveToThread(QThread* thread) { m_bell.moveToThread(thread); }

    /// Any thread; never blocks for long.
    void post(Item item)
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back(std::move(item));
        if (m_items.size() == 1)
            m_bell.ring();
    }

private:
    void deliver()
    {
        Items items;
        {
            const std::lock_guard lock(m_mutex);
            items = std::exchange(m_items, {});
        }
        m_take(std::move(items));
        // Whoever destroys the inbox in another thread comes behind what was taken, as the thread sanitizer can see too.
        const std::lock_guard lock(m_mutex);
    }

    std::function<void(Items)> m_take;
    std::mutex m_mutex;
    Items m_items;
    InboxBell m_bell;
};

}
