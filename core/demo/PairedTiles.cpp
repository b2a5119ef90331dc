#include "demo/PairedTiles.h"

#include <algorithm>

namespace isostain::demo {

Area PairedTiles::areaOf(Place place) const
{
    const int x = place.second * m_tileSize;
    const int y = place.first * m_tileSize;
    return {x, y, std::min(m_tileSize, m_generator.options().width - x),
            std::min(m_tileSize, m_generator.options().height - y)};
}

BgrxImage PairedTiles::generatePair(Place place, ScannerId scanner)
{
    const ScannerId partner = scanner == ScannerId::A ? ScannerId::B : ScannerId::A;
    std::array<BgrxImage, 2> images;
    try {
        images = m_generator.renderBoth(areaOf(place));
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_kept.erase(place);
        m_changed.notify_all();
        throw;
    }
    const std::lock_guard lock(m_mutex);
    m_kept.at(place) = std::move(images[static_cast<std::size_t>(partner)]);
    m_changed.notify_all();
    return std::move(images[static_cast<std::size_t>(scanner)]);
}

BgrxImage PairedTiles::tile(int column, int row, ScannerId scanner)
{
    const Place place{row, column};
    std::unique_lock lock(m_mutex);
    if (m_alone.erase(place) > 0) {
        lock.unlock();
        return m_generator.render(areaOf(place), scanner);
    }
    // The entry may vanish while waiting, when the partner's generation fails: then this writer is on its own.
    m_changed.wait(lock, [&] {
        const auto kept = m_kept.find(place);
        return kept == m_kept.end() || kept->second.has_value();
    });
    if (const auto kept = m_kept.find(place); kept != m_kept.end()) {
        BgrxImage image = std::move(*kept->second);
        m_kept.erase(kept);
        return image;
    }
    if (m_kept.size() >= kMostKept) {
        m_alone.insert(place);
        lock.unlock();
        return m_generator.render(areaOf(place), scanner);
    }
    m_kept.emplace(place, std::nullopt);
    lock.unlock();
    return generatePair(place, scanner);
}

}
