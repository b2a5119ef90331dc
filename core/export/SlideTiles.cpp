#include "export/SlideTiles.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace isostain {

SlideTiles::SlideTiles(SlidePtr slide, int tileSize, const PixelRect& area)
    : m_slide(std::move(slide)), m_tileSize(tileSize), m_area(area)
{
}

/// Whether a rectangle is a tile of the slide as it is: then nothing needs to be put together.
bool SlideTiles::isTileOfSlide(const PixelRect& wanted) const
{
    const PyramidGeometry& geometry = m_slide->geometry();
    const int size = geometry.tileSize();
    return wanted.x % size == 0 && wanted.y % size == 0 &&
           geometry.tileRect({0, static_cast<int>(wanted.x / size), static_cast<int>(wanted.y / size)}) == wanted;
}

Result<BgrxImage> SlideTiles::read(int column, int row, const std::stop_token& stop)
{
    const int sourceSize = m_slide->geometry().tileSize();
    const PixelRect place = intersection({m_area.x + std::int64_t(column) * m_tileSize, m_area.y + std::int64_t(row) * m_tileSize,
                                         m_tileSize, m_tileSize},
                                        m_area);
    if (isTileOfSlide(place))
        return m_slide->read({0, static_cast<int>(place.x / sourceSize), static_cast<int>(place.y / sourceSize)}, stop);

    const auto left = static_cast<int>(place.x);
    const auto top = static_cast<int>(place.y);
    const auto width = static_cast<int>(place.width);
    const auto height = static_cast<int>(place.height);
    const cv::Rect wanted(left, top, width, height);
    BgrxImage image = makeBgrxImage(width, height);
    for (int y = top / sourceSize; y <= (top + height - 1) / sourceSize; ++y) {
        for (int x = left / sourceSize; x <= (left + width - 1) / sourceSize; ++x) {
            const TileKey key{0, x, y};
            const SharedTile shared = sourceTile(key, stop);
            const Result<BgrxImage>& part = shared.get();
            if (!part)
                return tl::unexpected(part.error());
            const cv::Point corner(x * sourceSize, y * sourceSize);
            const cv::Rect overlap = wanted & cv::Rect(corner, part->pixels.size());
            part->pixels(overlap - corner).copyTo(image.pixels(overlap - wanted.tl()));
            release(key);
        }
    }
    return image;
}

SlideTiles::SharedTile SlideTiles::sourceTile(const TileKey& key, const std::stop_token& stop)
{
    std::promise<Result<BgrxImage>> promise;
    {
        const std::lock_guard lock(m_mutex);
        const auto [held, isNew] = m_held.try_emplace(key);
        if (!isNew)
            return held->second.tile;
        held->second = {promise.get_future().share(), usesOf(key)};
    }
    try {
        promise.set_value(m_slide->read(key, stop));
    } catch (...) {
        promise.set_exception(std::current_exception());   // whoever waits is to learn the reason too
    }
    const std::lock_guard lock(m_mutex);
    return m_held.at(key).tile;
}

void SlideTiles::release(const TileKey& key)
{
    const std::lock_guard lock(m_mutex);
    const auto held = m_held.find(key);
    if (--held->second.usesLeft == 0)
        m_held.erase(held);
}

/// How many tiles of the new size a tile of the slide touches.
int SlideTiles::usesOf(const TileKey& key) const
{
    const PixelRect rect = intersection(m_slide->geometry().tileRect(key), m_area);
    const auto touched = [this](std::int64_t begin, std::int64_t size) {
        return static_cast<int>((begin + size - 1) / m_tileSize - begin / m_tileSize + 1);
    };
    return touched(rect.x - m_area.x, rect.width) * touched(rect.y - m_area.y, rect.height);
}

}
