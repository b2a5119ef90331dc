#include "compare/ArrivalInbox.h"

#include <utility>

namespace isostain {

void ArrivalInbox::post(const TileScheduler::Arrival& arrival)
{
    const std::lock_guard lock(m_mutex);
    m_arrivals.push_back(arrival);
    if (m_arrivals.size() == 1)
        QMetaObject::invokeMethod(this, &ArrivalInbox::deliver, Qt::QueuedConnection);
}

void ArrivalInbox::deliver()
{
    Arrivals arrivals;
    {
        const std::lock_guard lock(m_mutex);
        arrivals = std::exchange(m_arrivals, {});
    }
    emit arrived(arrivals);
}

}
