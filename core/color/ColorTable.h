#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "color/ColorMap.h"
#include "image/Image.h"

namespace isostain {

class ColorGamut;

/// A ColorMap compiled for all 2^24 colors: the exact answer, one lookup per pixel. Immutable, shared; any thread.
///
/// Index R<<16 | G<<8 | B; entry 0xXXRRGGBB (bytes B, G, R, X), so that a BGRX pixel & 0xFFFFFF is its own index. Bit 0 of X
/// flags a color outside the training gamut. As a 256x256x256 RGBA8 texture: x = B, y = G, z = R.
class ColorTable {
public:
    static constexpr std::size_t kEntryCount = std::size_t(1) << 24;
    static constexpr std::uint32_t kOutOfGamutBit = 1u << 24;

    /// Compiles on all cores; progress in colors. Errors: Cancelled, OutOfMemory, Internal (the map has thrown something else).
    static Result<std::shared_ptr<const ColorTable>> compile(const ColorMap& map, const JobControl& control = {});
    /// The same with kOutOfGamutBit set in the entries of all colors outside the gamut.
    static Result<std::shared_ptr<const ColorTable>> compile(const ColorMap& map, const ColorGamut& gamut,
                                                             const JobControl& control = {});
    /// Every color to itself.
    static Result<std::shared_ptr<const ColorTable>> identity();

    /// Unique in this process; never reused.
    std::uint64_t id() const { return m_id; }
    const std::uint32_t* entries() const { return m_entries.get(); }
    std::uint32_t entry(std::uint32_t color) const { return m_entries[color & 0xFFFFFFu]; }
    bool isOutOfGamut(std::uint32_t color) const { return (entry(color) & kOutOfGamutBit) != 0; }

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
    static Result<std::shared_ptr<const ColorTable>> compile(const ColorMap& map, const ColorGamut* gamut,
                                                             const JobControl& control);

    std::uint64_t m_id;
    Entries m_entries;
};

using ColorTablePtr = std::shared_ptr<const ColorTable>;

}
