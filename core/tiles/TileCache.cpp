#include "tiles/TileCache.h"

#include <iterator>
#include <utility>

namespace isostain {

std::size_t SlideTileKeyHash::operator()(const SlideTileKey& key) const
{
    // Neighboring keys differ in a few low bits only: spread them by the multiplier of splitmix64 (Steele et al., 2014).
    std::uint64_t hash = key.slideId;
    for (const int part : {key.tile.level, key.tile.column, key.tile.row}) {
        hash = (hash ^ static_cast<std::uint32_t>(part)) * 0xBF58476D1CE4E5B9u;
        hash ^= hash >> 31;
    }
    return static_cast<std::size_t>(hash);
}

TileCache::TileCache(std::size_t budgetBytes) : m_budgetBytes(budgetBytes) {}

void TileCache::setBudget(std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_budgetBytes = bytes;
    evict();
}

std::size_t TileCache::budgetBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_budgetBytes;
}

std::size_t TileCache::usedBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_usedBytes;
}

void TileCache::insert(const SlideTileKey& key, TilePtr tile, bool pinned)
{
    const std::lock_guard lock(m_mutex);
    store({key, std::move(tile), pinned, {}});
    evict();
}

void TileCache::insertFailed(const SlideTileKey& key, Error error)
{
    const std::lock_guard lock(m_mutex);
    store({key, nullptr, false, std::move(error)});
    if (m_failed.size() > kMaxFailedTiles)
        erase(std::prev(m_failed.end()));
}

TilePtr TileCache::find(const SlideTileKey& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(key);
    if (found == m_index.end())
        return nullptr;
    Entries& list = listOf(*found->second);
    list.splice(list.begin(), list, found->second);
    return found->second->tile;
}

TileState TileCache::stateOf(const SlideTileKey& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(key);
    if (found == m_index.end())
        return TileState::Absent;
    return found->second->tile ? TileState::Ready : TileState::Failed;
}

std::optional<Error> TileCache::failureOf(const SlideTileKey& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(key);
    if (found == m_index.end() || found->second->tile)
        return std::nullopt;
    return found->second->error;
}

void TileCache::removeSlide(std::uint64_t slideId)
{
    const std::lock_guard lock(m_mutex);
    for (Entries* list : {&m_recent, &m_pinned, &m_failed})
        for (auto entry = list->begin(); entry != list->end();) {
            const auto current = entry++;
            if (current->key.slideId == slideId)
                erase(current);
        }
}

void TileCache::store(Entry entry)
{
    if (const auto known = m_index.find(entry.key); known != m_index.end())
        erase(known->second);
    if (entry.tile)
        m_usedBytes += entry.tile->sizeBytes();
    Entries& list = listOf(entry);
    list.push_front(std::move(entry));
    m_index.emplace(list.front().key, list.begin());
}

void TileCache::erase(Entries::iterator entry)
{
    if (entry->tile)
        m_usedBytes -= entry->tile->sizeBytes();
    m_index.erase(entry->key);
    listOf(*entry).erase(entry);
}

void TileCache::evict()
{
    while (m_usedBytes > m_budgetBytes && !m_recent.empty())
        erase(std::prev(m_recent.end()));
}

TileCache::Entries& TileCache::listOf(const Entry& entry)
{
    if (!entry.tile)
        return m_failed;
    return entry.pinned ? m_pinned : m_recent;
}

}
