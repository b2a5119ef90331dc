#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace isostain {

/// Threads to use when a caller asks for `requested` (0: one per core available to this process). At least 1.
unsigned threadCount(unsigned requested);

/// Calls body(i) for every i in [0, count) on up to `threads` threads (0: one per core), the calling one included; returns
/// when all are done. Any thread; so the body is called from several at a time. Items are taken one by one, in order. A
/// requested stop skips the items not yet begun. Returns whether every item ran. An exception of the body is rethrown here
/// after the others have stopped.
bool parallelFor(std::size_t count, const std::function<void(std::size_t)>& body, unsigned threads = 0,
                 const std::stop_token& stop = {});

}
