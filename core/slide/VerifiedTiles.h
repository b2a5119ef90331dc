#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "slide/TiffTiles.h"

namespace isostain {

/// How a slide library reads the same file.
struct LibraryReading {
    /// Whether it gives the very pixels of this rectangle of a level. (It addresses in level-0 pixels, and resamples where
    /// these do not fall on one of the level's.)
    std::function<bool(int level, const PixelRect& rect)> isExact;
    /// Errors: TileUnreadable, Cancelled.
    std::function<Result<BgrxImage>(int level, const PixelRect& rect, const std::stop_token& stop)> read;
};

/// TiffTiles that give what the library gives, to the byte, or nothing.
///
/// The first read of a level, not the opening of the slide, pays for a check of that level: at most four tiles (the first,
/// the last, the most detailed, a gap) are read both ways. One difference, or a tile that only TiffTiles can read, and the
/// level is left to the library for good. While one thread checks, others are sent to the library; nobody waits. Any thread.
class VerifiedTiles {
public:
    VerifiedTiles(std::unique_ptr<const TiffTiles> tiles, int levelCount, std::uint32_t background, LibraryReading library);

    /// The pixels, or nothing: then the library is to be asked, be it that this is not for TiffTiles or that it has failed.
    std::optional<BgrxImage> read(int level, const PixelRect& rect, const std::stop_token& stop) const;

private:
    enum class Trust { Unknown, UnderCheck, None, StoredTiles, StoredTilesAndGaps };
    enum class Comparison { Same, Different, OnlyDirect, NotDirect, Cancelled };

    Trust trustIn(int level, const std::stop_token& stop) const;
    Trust check(int level, const std::stop_token& stop) const;
    Comparison compare(int level, const PixelRect& rect, const std::stop_token& stop) const;

    const std::unique_ptr<const TiffTiles> m_tiles;
    const std::uint32_t m_background;
    const LibraryReading m_library;
    mutable std::vector<std::atomic<Trust>> m_trust;
};

}
