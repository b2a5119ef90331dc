#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "base/Error.h"
#include "slide/Slide.h"
#include "tiles/TileCache.h"

namespace isostain {

/// Reads tiles in the background. Each frame restates the whole wish list of its client; what is no longer wanted and not
/// yet begun is dropped, and reads under way that nobody wants any more are asked to stop.
/// Any thread; destruction stops and joins the workers.
class TileScheduler {
public:
    /// Called from a worker when a tile has reached the cache (ready or failed). Must not block.
    struct Arrival {
        SlideTileKey key;
        std::optional<Error> error;
    };
    using ArrivalCallback = std::function<void(const Arrival&)>;
    using ClientId = int;

    TileScheduler(TileCache& cache, unsigned threads);
    ~TileScheduler();
    TileScheduler(const TileScheduler&) = delete;
    TileScheduler& operator=(const TileScheduler&) = delete;

    /// A client (one view) with its own wish list and callback.
    ClientId addClient(ArrivalCallback onArrival);
    /// After it returns, the callback is not called any more.
    void removeClient(ClientId client);

    /// Replaces the client's wish list, best first. Tiles already in the cache, failed or under way are not read again.
    void request(ClientId client, SlidePtr slide, const std::vector<TileKey>& wanted);

    /// Tiles read from slides so far; for tests and the status line.
    std::uint64_t readCount() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}
