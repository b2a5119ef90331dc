#pragma once

#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>

#include "base/Error.h"
#include "image/Image.h"
#include "slide/Slide.h"

namespace isostain {

/// A rectangle of a slide's level 0 in tiles of another size. Each tile of the slide is read once, by whoever needs it first, and kept
/// until the last tile that it touches has been put together. Any thread.
class SlideTiles {
public:
    /// `tileSize` in pixels, > 0; `area` in level-0 pixels, inside the slide, not empty.
    SlideTiles(SlidePtr slide, int tileSize, const PixelRect& area);

    /// The tile, clipped to the area, from whose corner columns and rows count; to be asked for once each. The caller may draw
    /// into it. Errors as Slide::read(); what that throws is thrown here,
    /// to everybody who needs the tile of the slide.
    Result<BgrxImage> read(int column, int row, const std::stop_token& stop);

private:
    using SharedTile = std::shared_future<Result<BgrxImage>>;
    struct Held {
        SharedTile tile;
        int usesLeft = 0;
    };
    SharedTile sourceTile(const TileKey& key, const std::stop_token& stop);
    void release(const TileKey& key);
    int usesOf(const TileKey& key) const;

    bool isTileOfSlide(const PixelRect& wanted) const;

    SlidePtr m_slide;
    int m_tileSize;
    PixelRect m_area;
    std::mutex m_mutex;
    std::map<TileKey, Held> m_held;
};

}
