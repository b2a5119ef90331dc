#pragma once

#include <memory>
#include <vector>

#include "slide/VirtualLevels.h"

namespace isostain::test {

/// The color of one pixel of a painted tile, 0xRRGGBB: red carries the level (high four bits) and a pattern that tells
/// neighboring pixels apart, green the column, blue the row (both modulo 256). Levels 0..15.
std::uint32_t paintedColor(const TileKey& key, int xInTile, int yInTile);

/// The tile that a painted pixel came from (column and row modulo 256).
TileKey addressOf(std::uint32_t color);

BgrxImage paintedTile(const TileKey& key, const PixelRect& rect);

/// A slide whose tiles, of every level, carry their own address: paintedColor() is the truth for each pixel.
class PaintedSlide : public Slide {
public:
    explicit PaintedSlide(PyramidGeometry geometry, SlideInfo info = {});
    /// One stored level of this size, virtual ones below.
    static std::shared_ptr<PaintedSlide> create(std::int64_t width, std::int64_t height, int tileSize = 256);

    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override;
    Result<RgbImage> readAssociatedImage(const std::string& name) const override;
};

/// A slide of which only the stored levels are painted; the virtual ones are made as those of real slides are.
class PaintedStoredSlide : public VirtualLevelSlide {
public:
    explicit PaintedStoredSlide(PyramidGeometry geometry, SlideInfo info = {});

    Result<RgbImage> readAssociatedImage(const std::string& name) const override;

protected:
    Result<BgrxImage> readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const override;
};

}
