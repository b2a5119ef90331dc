#pragma once

#include <condition_variable>
#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>

#include "slide/Slide.h"

namespace isostain {

/// Byte-budgeted least-recently-used store of the virtual tiles (or the decoded frames) of one slide, which also keeps two
/// threads from computing the same one at the same time. Any thread.
class VirtualTileMemo {
public:
    using Tile = std::shared_ptr<const BgrxImage>;

    explicit VirtualTileMemo(std::size_t budgetBytes) : m_budgetBytes(budgetBytes) {}

    /// The tile, or null: then the caller must compute it and call finish(). Waits while another thread computes it.
    /// Error: Cancelled (nothing to finish then).
    Result<Tile> findOrBegin(const TileKey& key, const std::stop_token& stop);
    /// Ends what a null findOrBegin() began; a null tile lets the next one who asks try for itself.
    void finish(const TileKey& key, Tile tile);

private:
    void insert(const TileKey& key, Tile tile);

    std::mutex m_mutex;
    std::condition_variable_any m_finished;
    const std::size_t m_budgetBytes;
    std::size_t m_usedBytes = 0;
    std::list<std::pair<TileKey, Tile>> m_tiles;   ///< most recently used first
    std::map<TileKey, std::list<std::pair<TileKey, Tile>>::iterator> m_index;
    std::set<TileKey> m_underWay;
};

/// A slide whose virtual levels are computed: readers derive from it and supply the stored levels only.
class VirtualLevelSlide : public Slide {
public:
    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const final;

protected:
    VirtualLevelSlide(PyramidGeometry geometry, SlideInfo info);

    /// One tile of a level of the file, opaque, any thread. Tiles that fail are not asked for again.
    /// Errors: TileUnreadable, Cancelled.
    virtual Result<BgrxImage> readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const = 0;

private:
    using Tile = VirtualTileMemo::Tile;

    Result<Tile> readShared(const TileKey& key, const std::stop_token& stop) const;
    Result<Tile> readRememberingFailure(const TileKey& key, const std::stop_token& stop) const;
    Result<Tile> readVirtual(const TileKey& key, const std::stop_token& stop) const;
    Result<Tile> average(const TileKey& key, const std::stop_token& stop) const;

    mutable VirtualTileMemo m_memo;
    mutable std::mutex m_failedMutex;
    mutable std::map<TileKey, Error> m_failed;
};

}
