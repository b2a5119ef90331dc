#include "compare/GlTableTextures.h"

#include <algorithm>

#include <QElapsedTimer>

namespace isostain {

namespace {

constexpr int kSide = 256;
constexpr int kSlices = 16;
constexpr int kLayers = kSide / kSlices;
constexpr std::size_t kTableBytes = ColorTable::kEntryCount * sizeof(std::uint32_t);
/// A frame has 16 ms; at least one slice is uploaded.
constexpr int kUploadMilliseconds = 5;

}

GlTableTextures::Progress GlTableTextures::prepare(const std::vector<ColorTablePtr>& wanted)
{
    QElapsedTimer timer;
    timer.start();
    int uploaded = 0;
    Progress progress = Progress::Done;
    for (const ColorTablePtr& table : wanted) {
        Entry& entry = entryFor(*table);
        if (entry.texture.id() == 0 && !allocate(entry))
            return Progress::OutOfMemory;
        while (entry.slices < kSlices && (uploaded == 0 || timer.elapsed() < kUploadMilliseconds)) {
            uploadSlice(entry, *table);
            ++uploaded;
        }
        if (entry.slices < kSlices)
            progress = Progress::Unfinished;
    }
    evict(wanted.size());
    return progress;
}

GLuint GlTableTextures::find(std::uint64_t tableId) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.tableId == tableId && entry.slices == kSlices; });
    return found == m_entries.end() ? 0 : found->texture.id();
}

GlTableTextures::Entry& GlTableTextures::entryFor(const ColorTable& table)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.tableId == table.id(); });
    if (found == m_entries.end())
        m_entries.push_front({table.id(), {}, 0});
    else
        m_entries.splice(m_entries.begin(), m_entries, found);
    return m_entries.front();
}

bool GlTableTextures::allocate(Entry& entry)
{
    while (m_gl.glGetError() != GL_NO_ERROR) {
    }
    GlTexture texture(m_gl);
    m_gl.glBindTexture(GL_TEXTURE_3D, texture.id());
    m_gl.glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    m_gl.glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    m_gl.glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MAX_LEVEL, 0);
    m_gl.glTexImage3D(GL_TEXTURE_3D, 0, GL_RGBA8, kSide, kSide, kSide, 0, kBgrxFormat, kBgrxType, nullptr);
    if (m_gl.glGetError() != GL_NO_ERROR)
        return false;
    entry.texture = std::move(texture);
    return true;
}

void GlTableTextures::uploadSlice(Entry& entry, const ColorTable& table)
{
    const std::uint32_t* words = table.entries() + std::size_t(entry.slices) * kLayers * kSide * kSide;
    m_gl.glBindTexture(GL_TEXTURE_3D, entry.texture.id());
    m_gl.glTexSubImage3D(GL_TEXTURE_3D, 0, 0, 0, entry.slices * kLayers, kSide, kSide, kLayers, kBgrxFormat, kBgrxType, words);
    ++entry.slices;
}

void GlTableTextures::evict(std::size_t keep)
{
    while (m_entries.size() > std::max(keep, m_budgetBytes / kTableBytes))
        m_entries.pop_back();
}

}
