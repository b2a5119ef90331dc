#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "color/ColorGamut.h"
#include "color/ColorMap.h"
#include "image/Image.h"

namespace isostain {

/// A ColorMap compiled for all 2^24 colors: the exact answer, one lookup per pixel. Immutable, shared; any thread.
///
/// Index R<<16 | G<<8 | B; entry 0xXXRRGGBB (bytes B, G, R, X), so that a BGRX pixel & 0xFFFFFF is its own index. Bit 0 of X
/// flags a color outside the training gamut. As a 256x256x256 RGBA8 texture: x = B, y = G, z = R.
class ColorTable {
public:
    static constexpr std::size_t kEntryCount = std::size_t(1) << 24;
    static constexpr std::uint32_t kOutOfGamutBit = 1u << 24;

    /// Compiles on all cores; progress in colors. Errors: Cancelled, OutOfMemory, Internal (the map has thrown something else).
    /// Colors outside `gamut`, where there is one, are flagged.
    static Result<std::shared_ptr<const ColorTable>> compile(const ColorMap& map, const JobControl& control = {},
                                                             const ColorGamut* gamut = nullptr);
    /// The table as a map of where it can be trusted: flagged colors are shown in yellow, which no stained tissue has and
    /// which people with any color vision tell from it, the lighter the lighter the table's answer is, so that structure can
    /// still be seen; the others as they are. Errors: OutOfMemory.
    static Result<std::shared_ptr<const ColorTable>> trustMap(const ColorTable& table);
    /// Every color to itself.
    static Result<std::shared_ptr<const ColorTable>> identity();

    /// Unique in this process; never reused.
    std::uint64_t id() const { return m_id; }
    const std::uint32_t* entries() const { return m_entries.get(); }
    std::uint32_t entry(std::uint32_t color) const { return m_entries[color & 0xFFFFFFu]; }

    /// `count` BGRX words to BGRX words with X = 255. In place is allowed.
    void apply(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const;
    /// `count` RGB byte triples. In place is allowed.
    void applyRgb(const std::uint8_t* source, std::uint8_t* target, std::size_t count) const;

    /// A whole image, on the calling thread.
    BgrxImage apply(const BgrxImage& image) const;
    RgbImage apply(const RgbImage& image) const;

private:
    struct Free {
        void operator()(std::uint32_t* entries) const;
    };
    using Entries = std::unique_ptr<std::uint32_t[], Free>;

    explicit ColorTable(Entries entries);
    static Result<Entries> allocate();

    std::uint64_t m_id;
    Entries m_entries;
};

using ColorTablePtr = std::shared_ptr<const ColorTable>;

}
