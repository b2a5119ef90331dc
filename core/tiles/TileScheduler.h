#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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
    /// A tile that is in the cache now, ready or failed.
    struct Arrival {
        SlideTileKey key;
        std::optional<Error> error;
    };
    /// Called from a worker, without any lock held, possibly from several workers at once. Must not block, throw, or remove
    /// its own client; it may call request().
    using ArrivalCallback = std::function<void(const Arrival&)>;
    using ClientId = int;

    /// `threads` 0: one per core. The cache has to outlive the scheduler.
    TileScheduler(TileCache& cache, unsigned threads);
    ~TileScheduler();
    TileScheduler(const TileScheduler&) = delete;
    TileScheduler& operator=(const TileScheduler&) = delete;

    /// A client (one slide in one view) with its own wish list and callback. Workers serve the clients in turn.
    ClientId addClient(ArrivalCallback onArrival);
    /// Drops the client's wishes. After it returns, the callback is not called any more and has been destroyed. Waits for
    /// calls of the callback that are under way (never for reads), so it cannot deadlock with a callback that keeps its
    /// promise not to block; the caller must not hold a lock that the callback takes.
    void removeClient(ClientId client);

    /// Replaces the client's wish list, best first; an empty one drops all, and the slide may be null then.
    /// Each wanted tile arrives once, also where it was in the cache already, unless the client drops it before. Tiles in
    /// the cache, failed or under way for anybody are not read again. A read that was stopped and is wanted again is begun
    /// anew. The slide is kept alive while tiles of it are awaited or being read.
    /// Tiles of levels from pinnedLevel() on are pinned in the cache if somebody still wants them when they come.
    void request(ClientId client, SlidePtr slide, const std::vector<TileKey>& wanted);

    /// Reads begun so far; for tests and the status line.
    std::uint64_t readCount() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}
