#pragma once

#include <chrono>
#include <functional>

#include <QCoreApplication>

#include "bench/Measure.h"

namespace isostain::bench {

inline double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Milliseconds until `isDone`, with the event loop running; asked after every turn of it that did something.
inline double waitFor(const std::function<bool()>& isDone)
{
    const auto start = Clock::now();
    while (!isDone())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return millisecondsSince(start);
}

}
