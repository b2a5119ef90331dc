#pragma once

#include <list>

#include "color/ColorTable.h"
#include "compare/GlObjects.h"

namespace isostain {

/// Color tables as 256x256x256 textures, 64 MiB each: one per distinct table, uploaded in slices so that no frame waits for
/// all of it. Least recently wanted ones go when the budget is exceeded. The context has to be current.
class GlTableTextures {
public:
    GlTableTextures(Gl& gl, std::size_t budgetBytes) : m_gl(gl), m_budgetBytes(budgetBytes) {}

    enum class Progress { Done, Unfinished, OutOfMemory };

    /// Uploads some slices of those that are missing, in order, and keeps the wanted ones.
    Progress prepare(const std::vector<ColorTablePtr>& wanted);
    bool isReady(std::uint64_t tableId) const { return find(tableId) != 0; }
    /// The texture if it is complete, or 0.
    GLuint find(std::uint64_t tableId) const;

private:
    struct Entry {
        std::uint64_t tableId = 0;
        GlTexture texture;
        int slices = 0;   ///< uploaded
    };

    Entry& entryFor(const ColorTable& table);
    bool allocate(Entry& entry);
    void uploadSlice(Entry& entry, const ColorTable& table);
    void evict(std::size_t keep);

    Gl& m_gl;
    std::size_t m_budgetBytes;
    std::list<Entry> m_entries;   ///< most recently wanted first
};

}
