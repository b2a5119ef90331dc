#pragma once

#include <mutex>
#include <vector>

#include <QObject>

#include "tiles/TileScheduler.h"

namespace isostain {

/// Brings arrivals from the workers to the GUI thread: all that come in before the event loop turns are one signal.
class ArrivalInbox : public QObject {
    Q_OBJECT

public:
    using Arrivals = std::vector<TileScheduler::Arrival>;

    /// Any thread.
    void post(const TileScheduler::Arrival& arrival);

signals:
    /// In the thread of this object.
    void arrived(const isostain::ArrivalInbox::Arrivals& arrivals);

private:
    void deliver();

    std::mutex m_mutex;
    Arrivals m_arrivals;
};

}
