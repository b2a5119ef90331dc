#include "slide/VirtualLevels.h"

#include <utility>

#include "image/Guarded.h"

namespace isostain {

namespace {

constexpr std::size_t kMemoBytes = std::size_t(64) << 20;

}

Result<VirtualTileMemo::Tile> VirtualTileMemo::findOrBegin(const TileKey& key, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    // Waiting cannot go round in circles: a tile waits for tiles of finer levels only.
    if (!m_finished.wait(lock, stop, [&] { return !m_underWay.contains(key); }))
        return fail(ErrorCode::Cancelled);
    const auto found = m_index.find(key);
    if (found == m_index.end()) {
        m_underWay.insert(key);
        return nullptr;
    }
    m_tiles.splice(m_tiles.begin(), m_tiles, found->second);
    return found->second->second;
}

void VirtualTileMemo::finish(const TileKey& key, Tile tile)
{
    {
        const std::lock_guard lock(m_mutex);
        m_underWay.erase(key);
        if (tile)
            insert(key, std::move(tile));
    }
    m_finished.notify_all();
}

void VirtualTileMemo::insert(const TileKey& key, Tile tile)
{
    m_usedBytes += tile->sizeBytes();
    m_tiles.emplace_front(key, std::move(tile));
    m_index[key] = m_tiles.begin();
    while (m_usedBytes > m_budgetBytes && m_tiles.size() > 1) {
        m_usedBytes -= m_tiles.back().second->sizeBytes();
        m_index.erase(m_tiles.back().first);
        m_tiles.pop_back();
    }
}

VirtualLevelSlide::VirtualLevelSlide(PyramidGeometry geometry, SlideInfo info)
    : Slide(std::move(geometry), std::move(info)), m_memo(kMemoBytes)
{
}

Result<BgrxImage> VirtualLevelSlide::read(const TileKey& key, const std::stop_token& stop) const
{
    if (!geometry().contains(key))
        return fail(ErrorCode::InvalidArgument, info().path.string(), "no such tile");
    return guarded(info().path.string(), [&]() -> Result<BgrxImage> {
        const auto tile = readShared(key, stop);
        if (!tile)
            return tl::unexpected(tile.error());
        // What the memo holds on to must not change when the caller draws into it.
        return geometry().level(key.level).isVirtual() ? BgrxImage{(*tile)->pixels.clone()} : **tile;
    });
}

Result<VirtualTileMemo::Tile> VirtualLevelSlide::readShared(const TileKey& key, const std::stop_token& stop) const
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return geometry().level(key.level).isVirtual() ? readVirtual(key, stop) : readRememberingFailure(key, stop);
}

Result<VirtualTileMemo::Tile> VirtualLevelSlide::readRememberingFailure(const TileKey& key, const std::stop_token& stop) const
{
    {
        const std::lock_guard lock(m_failedMutex);
        if (const auto found = m_failed.find(key); found != m_failed.end())
            return tl::unexpected(found->second);
    }
    Result<BgrxImage> tile = readStored(geometry().level(key.level).storedLevel, geometry().tileRect(key), stop);
    if (tile)
        return std::make_shared<const BgrxImage>(*std::move(tile));
    if (tile.error().code == ErrorCode::TileUnreadable) {
        const std::lock_guard lock(m_failedMutex);
        m_failed.emplace(key, tile.error());
    }
    return tl::unexpected(tile.error());
}

Result<VirtualTileMemo::Tile> VirtualLevelSlide::readVirtual(const TileKey& key, const std::stop_token& stop) const
{
    auto found = m_memo.findOrBegin(key, stop);
    if (!found || *found)
        return found;
    try {
        auto tile = average(key, stop);
        m_memo.finish(key, tile.value_or(nullptr));
        return tile;
    } catch (...) {
        m_memo.finish(key, nullptr);
        throw;
    }
}

Result<VirtualTileMemo::Tile> VirtualLevelSlide::average(const TileKey& key, const std::stop_token& stop) const
{
    const PixelRect whole = geometry().tileRect(key);
    BgrxImage result = makeBgrxImage(static_cast<int>(whole.width), static_cast<int>(whole.height), kUnreadableColor);
    const int halfTile = geometry().tileSize() / 2;
    std::optional<Error> error;
    bool anyReadable = false;
    for (const auto& [dx, dy] : {std::pair(0, 0), std::pair(1, 0), std::pair(0, 1), std::pair(1, 1)}) {
        const TileKey finer{key.level - 1, 2 * key.column + dx, 2 * key.row + dy};
        if (!geometry().contains(finer))
            continue;
        const auto tile = readShared(finer, stop);
        if (tile) {
            const BgrxImage half = halved(**tile);
            half.pixels.copyTo(result.pixels(cv::Rect(dx * halfTile, dy * halfTile, half.width(), half.height())));
            anyReadable = true;
        } else if (tile.error().code == ErrorCode::TileUnreadable) {
            error = tile.error();
        } else {
            return tl::unexpected(tile.error());
        }
    }
    if (!anyReadable && error)
        return tl::unexpected(*error);
    return std::make_shared<const BgrxImage>(result);
}

}
