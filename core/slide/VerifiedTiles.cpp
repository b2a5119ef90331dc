#include "slide/VerifiedTiles.h"

#include <algorithm>
#include <utility>

namespace isostain {

namespace {

bool isSame(const BgrxImage& a, const BgrxImage& b)
{
    if (a.pixels.size() != b.pixels.size())
        return false;
    for (int y = 0; y < a.height(); ++y) {
        if (!std::equal(a.row(y), a.row(y) + a.width(), b.row(y)))
            return false;
    }
    return true;
}

}

VerifiedTiles::VerifiedTiles(std::unique_ptr<const TiffTiles> tiles, int levelCount, std::uint32_t background,
                             LibraryReading library)
    : m_tiles(std::move(tiles)),
      m_background(background),
      m_library(std::move(library)),
      m_trust(static_cast<std::size_t>(levelCount))
{
    for (int level = 0; level < levelCount; ++level)
        m_trust[static_cast<std::size_t>(level)] = m_tiles->hasLevel(level) ? Trust::Unknown : Trust::None;
}

std::optional<BgrxImage> VerifiedTiles::read(int level, const PixelRect& rect, const std::stop_token& stop) const
{
    if (!m_tiles->hasLevel(level) || !m_library.isExact(level, rect))
        return {};
    const Trust trust = trustIn(level, stop);
    const bool isTrusted =
        trust == Trust::StoredTilesAndGaps || (trust == Trust::StoredTiles && !m_tiles->hasGaps(level, rect));
    if (!isTrusted)
        return {};
    auto pixels = m_tiles->read(level, rect, m_background);
    return pixels ? std::optional(*std::move(pixels)) : std::nullopt;
}

VerifiedTiles::Trust VerifiedTiles::trustIn(int level, const std::stop_token& stop) const
{
    std::atomic<Trust>& trust = m_trust[static_cast<std::size_t>(level)];
    Trust known = Trust::Unknown;
    if (!trust.compare_exchange_strong(known, Trust::UnderCheck))
        return known;
    try {
        const Trust found = check(level, stop);
        trust = found;
        return found;
    } catch (...) {
        trust = Trust::Unknown;
        throw;
    }
}

VerifiedTiles::Trust VerifiedTiles::check(int level, const std::stop_token& stop) const
{
    const TiffTiles::Sample sample =
        m_tiles->sample(level, [&](const PixelRect& rect) { return m_library.isExact(level, rect); });
    bool isConfirmed = false;
    for (const PixelRect& rect : sample.tiles) {
        const Comparison comparison = compare(level, rect, stop);
        if (comparison == Comparison::Cancelled)
            return Trust::Unknown;
        if (comparison == Comparison::Different || comparison == Comparison::OnlyDirect)
            return Trust::None;
        isConfirmed = isConfirmed || comparison == Comparison::Same;
    }
    if (!isConfirmed)
        return Trust::None;
    if (!sample.gap)
        return Trust::StoredTiles;
    switch (compare(level, *sample.gap, stop)) {
    case Comparison::Cancelled:
        return Trust::Unknown;
    case Comparison::Same:
    case Comparison::OnlyDirect: // OpenSlide 3.4 knows gaps of some kinds only; OpenSlide 4 shows all as background
        return Trust::StoredTilesAndGaps;
    default:
        return Trust::StoredTiles;
    }
}

VerifiedTiles::Comparison VerifiedTiles::compare(int level, const PixelRect& rect, const std::stop_token& stop) const
{
    if (stop.stop_requested())
        return Comparison::Cancelled;
    const auto direct = m_tiles->read(level, rect, m_background);
    if (!direct)
        return Comparison::NotDirect; // such tiles are read by the library anyway
    const auto library = m_library.read(level, rect, stop);
    if (!library)
        return library.error().code == ErrorCode::Cancelled ? Comparison::Cancelled : Comparison::OnlyDirect;
    return isSame(*direct, *library) ? Comparison::Same : Comparison::Different;
}

}
