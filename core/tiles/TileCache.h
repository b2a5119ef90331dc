#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "image/Image.h"
#include "slide/PyramidGeometry.h"
#include "tiles/FramePlan.h"

namespace isostain {

/// A tile of one slide.
struct SlideTileKey {
    std::uint64_t slideId = 0;
    TileKey tile;

    bool operator==(const SlideTileKey&) const = default;
};

struct SlideTileKeyHash {
    std::size_t operator()(const SlideTileKey& key) const;
};

using TilePtr = std::shared_ptr<const BgrxImage>;

/// Byte-budgeted least-recently-used store of decoded source tiles, shared by all views. Pinned tiles (the coarsest levels)
/// are never evicted while their slide is in use. Failed tiles are remembered without costing bytes. Any thread.
class TileCache {
public:
    explicit TileCache(std::size_t budgetBytes);

    /// Lowers or raises the budget; evicts at once.
    void setBudget(std::size_t bytes);
    std::size_t budgetBytes() const;
    std::size_t usedBytes() const;

    void insert(const SlideTileKey& key, TilePtr tile, bool pinned);
    void insertFailed(const SlideTileKey& key);
    /// Marks the tile as used.
    TilePtr find(const SlideTileKey& key);
    TileState stateOf(const SlideTileKey& key) const;
    /// Forgets everything of a slide that was closed.
    void removeSlide(std::uint64_t slideId);

private:
    struct Entry {
        SlideTileKey key;
        TilePtr tile;   ///< null: failed
        bool pinned = false;
    };
    void evict();

    mutable std::mutex m_mutex;
    std::size_t m_budgetBytes;
    std::size_t m_usedBytes = 0;
    std::list<Entry> m_entries;   ///< most recently used first
    std::unordered_map<SlideTileKey, std::list<Entry>::iterator, SlideTileKeyHash> m_index;
};

}
