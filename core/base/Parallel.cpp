#include "base/Parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include <sched.h>

namespace isostain {

unsigned threadCount(unsigned requested)
{
    if (requested > 0)
        return requested;
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
    return std::max(1u, std::thread::hardware_concurrency());
}

bool parallelFor(std::size_t count, const std::function<void(std::size_t)>& body, unsigned threads, const std::stop_token& stop)
{
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> finished = 0;
    std::atomic<bool> failed = false;
    std::exception_ptr failure;
    std::mutex failureMutex;

    const auto work = [&] {
        while (!failed.load(std::memory_order_relaxed) && !stop.stop_requested()) {
            const std::size_t item = next.fetch_add(1, std::memory_order_relaxed);
            if (item >= count)
                return;
            try {
                body(item);
                finished.fetch_add(1, std::memory_order_relaxed);
            } catch (...) {
                const std::lock_guard lock(failureMutex);
                if (!failure)
                    failure = std::current_exception();
                failed = true;
            }
        }
    };

    {
        const std::size_t helpers = std::min<std::size_t>(threadCount(threads), count) - (count > 0 ? 1 : 0);
        std::vector<std::jthread> pool;
        pool.reserve(helpers);
        try {
            for (std::size_t i = 0; i < helpers; ++i)
                pool.emplace_back(work);
        } catch (const std::system_error&) {
            // No more threads to be had: those there are, and this one, do all the items.
        }
        work();
    }
    if (failure)
        std::rethrow_exception(failure);
    return finished == count;
}

}
