#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "base/Error.h"
#include "image/Image.h"
#include "slide/PyramidGeometry.h"
#include "tiles/FramePlan.h"

namespace isostain {

/// A tile of one slide.
struct SlideTileKey {
    std::uint64_t slideId = 0;
    TileKey tile;

    auto operator<=>(const SlideTileKey&) const = default;
};

struct SlideTileKeyHash {
    std::size_t operator()(const SlideTileKey& key) const;
};

using TilePtr = std::shared_ptr<const BgrxImage>;

/// Byte-budgeted least-recently-used store of decoded source tiles, shared by all views. Pinned tiles (see pinnedLevel())
/// are never evicted while their slide is in use. Failed tiles are remembered without costing bytes; of very many, the
/// oldest are forgotten. Any thread.
///
/// The budget has to hold what the views show at once and the ring around it, about 16 bytes per device pixel on screen;
/// with less, tiles of one view push each other out and are read again and again.
class TileCache {
public:
    static constexpr std::size_t kMaxFailedTiles = 10'000;

    explicit TileCache(std::size_t budgetBytes);

    /// Lowers or raises the budget; evicts at once.
    void setBudget(std::size_t bytes);
    std::size_t budgetBytes() const;
    /// Pinned tiles included; may exceed the budget by these alone.
    std::size_t usedBytes() const;

    /// Stores a tile (not null) in place of what was known of it, and evicts others.
    void insert(const SlideTileKey& key, TilePtr tile, bool pinned);
    void insertFailed(const SlideTileKey& key, Error error);
    /// The tile if it is ready, else null. Marks it as used.
    TilePtr find(const SlideTileKey& key);
    /// Does not mark the tile as used.
    TileState stateOf(const SlideTileKey& key) const;
    /// Why a failed tile could not be read.
    std::optional<Error> failureOf(const SlideTileKey& key) const;
    /// Forgets everything of a slide that was closed.
    void removeSlide(std::uint64_t slideId);

private:
    struct Entry {
        SlideTileKey key;
        TilePtr tile;   ///< null: failed
        bool pinned = false;
        Error error;
    };
    using Entries = std::list<Entry>;

    void store(Entry entry);
    void erase(Entries::iterator entry);
    void evict();
    Entries& listOf(const Entry& entry);

    mutable std::mutex m_mutex;
    std::size_t m_budgetBytes;
    std::size_t m_usedBytes = 0;
    Entries m_recent;   ///< ready and not pinned, most recently used first
    Entries m_pinned;
    Entries m_failed;   ///< newest first
    std::unordered_map<SlideTileKey, Entries::iterator, SlideTileKeyHash> m_index;
};

}
