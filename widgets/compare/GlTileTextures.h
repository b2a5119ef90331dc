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

    /// Starts a frame of a slide; textures of other slides are dropped.
    void beginFrame(std::uint64_t slideId);
    /// Uploads the tiles of `keys` that are not there yet, in order, until the frame's time is used up (at least a few).
    /// Marks all of them as used, here and in the cache. False when some are still missing.
    bool prepare(const std::vector<TileKey>& keys, TileCache& cache);
    bool contains(const TileKey& key) const { return m_index.contains(key); }
    /// The texture, or 0.
    GLuint find(const TileKey& key) const;

private:
    struct Entry {
        TileKey key;
        GlTexture texture;
        std::size_t bytes = 0;
        std::uint64_t frame = 0;   ///< that last used it
    };
    struct KeyHash {
        std::size_t operator()(const TileKey& key) const { return SlideTileKeyHash()({0, key}); }
    };

    void upload(const TileKey& key, const BgrxImage& tile);
    void evict();

    Gl& m_gl;
    std::size_t m_budgetBytes;
    std::size_t m_usedBytes = 0;
    std::uint64_t m_slideId = 0;
    std::uint64_t m_frame = 0;
    std::list<Entry> m_entries;   ///< most recently used first
    std::unordered_map<TileKey, std::list<Entry>::iterator, KeyHash> m_index;
};

}
