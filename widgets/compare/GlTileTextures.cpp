#include "compare/GlTileTextures.h"

#include <QElapsedTimer>

namespace isostain {

namespace {

/// A frame has 16 ms; uploads may take half of it, but always get on.
constexpr int kUploadMilliseconds = 8;
constexpr int kFewUploads = 4;

}

void GlTileTextures::beginFrame(std::uint64_t slideId)
{
    ++m_frame;
    if (slideId == m_slideId)
        return;
    m_slideId = slideId;
    m_index.clear();
    m_entries.clear();
    m_usedBytes = 0;
}

bool GlTileTextures::prepare(const std::vector<TileKey>& keys, TileCache& cache)
{
    QElapsedTimer timer;
    timer.start();
    int uploads = 0;
    bool isComplete = true;
    for (const TileKey& key : keys) {
        const TilePtr tile = cache.find({m_slideId, key});
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

GLuint GlTileTextures::find(const TileKey& key) const
{
    const auto found = m_index.find(key);
    return found == m_index.end() ? 0 : found->second->texture.id();
}

void GlTileTextures::upload(const TileKey& key, const BgrxImage& tile)
{
    const auto stride = int(tile.pixels.step[0] / sizeof(std::uint32_t));
    GlTexture texture = makeTexture(m_gl, {tile.width(), tile.height()}, tile.row(0), stride, GL_LINEAR);
    m_entries.push_front({key, std::move(texture), tile.sizeBytes(), m_frame});
    m_index[key] = m_entries.begin();
    m_usedBytes += tile.sizeBytes();
}

void GlTileTextures::evict()
{
    while (m_usedBytes > m_budgetBytes && !m_entries.empty() && m_entries.back().frame != m_frame) {
        m_usedBytes -= m_entries.back().bytes;
        m_index.erase(m_entries.back().key);
        m_entries.pop_back();
    }
}

}
