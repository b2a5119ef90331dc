#pragma once

#include <list>
#include <unordered_map>

#include "compare/GlObjects.h"
#include "tiles/TileCache.h"

namespace isostain {

/// Source tiles as textures, one set for all panes: least recently used ones go when the budget is exceeded, but never one
/// of the frame being drawn. The context has to be current.
class GlTileTextures {
public:
    GlTileTextures(Gl& gl, std::size_t budgetBytes) : m_gl(gl), m_budgetBytes(budgetBytes) {}

    /// Starts a frame of some slides; textures of others are dropped.
    void beginFrame(const std::vector<std::uint64_t>& slideIds);
    /// Uploads the tiles of `keys` that are not there yet, in order, until the frame's time is used up (at least a few).
    /// Marks all of them as used, here and in the cache. False when some are still missing.
    bool prepare(const std::vector<SlideTileKey>& keys, TileCache& cache);
    bool contains(const SlideTileKey& key) const { return m_index.contains(key); }
    /// The texture, or 0.
    GLuint find(const SlideTileKey& key) const;

private:
    struct Entry {
        SlideTileKey key;
        GlTexture texture;
        std::size_t bytes = 0;
        std::uint64_t frame = 0;   ///< that last used it
    };
    using Entries = std::list<Entry>;

    void upload(const SlideTileKey& key, const BgrxImage& tile);
    void erase(Entries::iterator entry);
    void evict();

    Gl& m_gl;
    std::size_t m_budgetBytes;
    std::size_t m_usedBytes = 0;
    std::vector<std::uint64_t> m_slideIds;
    std::uint64_t m_frame = 0;
    Entries m_entries;   ///< most recently used first
    std::unordered_map<SlideTileKey, Entries::iterator, SlideTileKeyHash> m_index;
};

}
