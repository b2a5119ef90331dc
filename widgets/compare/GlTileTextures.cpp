#include "compare/GlTileTextures.h"

#include <algorithm>
#include <iterator>

#include <QElapsedTimer>

namespace isostain {

namespace {

/// A frame has 16 ms; uploads may take half of it, but always get on.
constexpr int kUploadMilliseconds = 8;
constexpr int kFewUploads = 4;

}

void GlTileTextures::beginFrame(const std::vector<std::uint64_t>& slideIds)
{
    ++m_frame;
    if (slideIds == m_slideIds)
        return;
    m_slideIds = slideIds;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const auto current = entry++;
        if (std::find(slideIds.begin(), slideIds.end(), current->key.slideId) == slideIds.end())
            erase(current);
    }
}

bool GlTileTextures::prepare(const std::vector<SlideTileKey>& keys, TileCache& cache)
{
    QElapsedTimer timer;
    timer.start();
    int uploads = 0;
    bool isComplete = true;
    for (const SlideTileKey& key : keys) {
        const TilePtr tile = cache.find(key);
        if (const auto found = m_index.find(key); found != m_index.end()) {
            m_entries.splice(m_entries.begin(), m_entries, found->second);
            found->second->frame = m_frame;
        } else if (tile && (uploads < kFewUploads || timer.elapsed() < kUploadMilliseconds)) {
            upload(key, *tile);
            ++uploads;
        } else {
            isComplete = false;
        }
    }
    evict();
    return isComplete;
}

GLuint GlTileTextures::find(const SlideTileKey& key) const
{
    const auto found = m_index.find(key);
    return found == m_index.end() ? 0 : found->second->texture.id();
}

void GlTileTextures::upload(const SlideTileKey& key, const BgrxImage& tile)
{
    const auto stride = int(tile.pixels.step[0] / sizeof(std::uint32_t));
    GlTexture texture = makeTexture(m_gl, {tile.width(), tile.height()}, tile.row(0), stride, GL_LINEAR);
    m_entries.push_front({key, std::move(texture), tile.sizeBytes(), m_frame});
    m_index[key] = m_entries.begin();
    m_usedBytes += tile.sizeBytes();
}

void GlTileTextures::erase(Entries::iterator entry)
{
    m_usedBytes -= entry->bytes;
    m_index.erase(entry->key);
    m_entries.erase(entry);
}

void GlTileTextures::evict()
{
    while (m_usedBytes > m_budgetBytes && !m_entries.empty() && m_entries.back().frame != m_frame)
        erase(std::prev(m_entries.end()));
}

}
