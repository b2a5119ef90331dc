#include "slide/VirtualLevels.h"

#include <utility>

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
        return fail(ErrorCode::InvalidArgument, info().path.filename().string(), "no such tile");
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!geometry().level(key.level).isVirtual())
        return readRememberingFailure(key, stop);
    const auto tile = readVirtual(key, stop);
    if (!tile)
        return tl::unexpected(tile.error());
    return BgrxImage{(*tile)->pixels.clone()};
}

Result<BgrxImage> VirtualLevelSlide::readRememberingFailure(const TileKey& key, const std::stop_token& stop) const
{
    {
        const std::lock_guard lock(m_failedMutex);
        if (const auto found = m_failed.find(key); found != m_failed.end())
            return tl::unexpected(found->second);
    }
    Result<BgrxImage> tile = readStored(key, geometry().level(key.level).storedLevel, geometry().tileRect(key), stop);
    if (!tile && tile.error().code == ErrorCode::TileUnreadable) {
        const std::lock_guard lock(m_failedMutex);
        m_failed.emplace(key, tile.error());
    }
    return tile;
}

Result<VirtualTileMemo::Tile> VirtualLevelSlide::readVirtual(const TileKey& key, const std::stop_token& stop) const
{
    const auto found = m_memo.findOrBegin(key, stop);
    if (!found || *found)
        return found;
    VirtualTileMemo::Tile tile;
    std::optional<Error> error;
    try {
        if (auto averaged = average(key, stop))
            tile = std::make_shared<const BgrxImage>(*std::move(averaged));
        else
            error = averaged.error();
    } catch (...) {
        m_memo.finish(key, nullptr);
        throw;
    }
    m_memo.finish(key, tile);
    if (error)
        return tl::unexpected(*error);
    return tile;
}

Result<BgrxImage> VirtualLevelSlide::average(const TileKey& key, const std::stop_token& stop) const
{
    // The level above a virtual one always has the same stored level and half its reduction.
    const int finer = key.level - 1;
    const PixelRect whole = geometry().tileRect(key);
    BgrxImage result = makeBgrxImage(static_cast<int>(whole.width), static_cast<int>(whole.height), info().background);
    const int halfTile = geometry().tileSize() / 2;
    std::optional<Error> firstError;
    int readable = 0;
    for (int i = 0; i < 4; ++i) {
        const TileKey child{finer, 2 * key.column + i % 2, 2 * key.row + i / 2};
        if (!geometry().contains(child))
            continue;
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        BgrxImage part;
        if (geometry().level(finer).isVirtual()) {
            const auto tile = readVirtual(child, stop);
            if (tile)
                part = **tile;
            else
                firstError = tile.error();
        } else {
            auto tile = readRememberingFailure(child, stop);
            if (tile)
                part = *std::move(tile);
            else
                firstError = tile.error();
        }
        if (firstError && firstError->code == ErrorCode::Cancelled)
            return tl::unexpected(*firstError);
        if (part.isEmpty())
            continue;
        ++readable;
        const BgrxImage half = halved(part);
        half.pixels.copyTo(result.pixels(cv::Rect((i % 2) * halfTile, (i / 2) * halfTile, half.width(), half.height())));
    }
    if (readable == 0 && firstError)
        return tl::unexpected(*firstError);
    return result;
}

}
