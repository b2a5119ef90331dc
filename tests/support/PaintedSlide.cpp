#include "support/PaintedSlide.h"

#include <utility>

namespace isostain::test {

std::uint32_t paintedColor(const TileKey& key, int xInTile, int yInTile)
{
    const int pattern = (xInTile + 3 * yInTile + 5 * (xInTile / 16) + 7 * (yInTile / 16)) & 15;
    return static_cast<std::uint32_t>((((key.level & 15) << 4 | pattern) << 16) | (key.column & 255) << 8 | (key.row & 255));
}

TileKey addressOf(std::uint32_t color)
{
    return {static_cast<int>(color >> 20 & 15), static_cast<int>(color >> 8 & 255), static_cast<int>(color & 255)};
}

BgrxImage paintedTile(const TileKey& key, const PixelRect& rect)
{
    BgrxImage tile = makeBgrxImage(static_cast<int>(rect.width), static_cast<int>(rect.height));
    for (int y = 0; y < tile.height(); ++y) {
        for (int x = 0; x < tile.width(); ++x)
            tile.row(y)[x] = 0xFF000000 | paintedColor(key, x, y);
    }
    return tile;
}

namespace {

SlideInfo named(SlideInfo info, const PyramidGeometry& geometry)
{
    if (info.path.empty())
        info.path = "painted.svs";
    if (info.format.empty())
        info.format = "painted";
    if (info.bounds.isEmpty())
        info.bounds = {0, 0, geometry.width(), geometry.height()};
    return info;
}

}

PaintedSlide::PaintedSlide(PyramidGeometry geometry, SlideInfo info) : Slide(geometry, named(std::move(info), geometry)) {}

std::shared_ptr<PaintedSlide> PaintedSlide::create(std::int64_t width, std::int64_t height, int tileSize)
{
    return std::make_shared<PaintedSlide>(PyramidGeometry({{width, height}}, tileSize));
}

Result<BgrxImage> PaintedSlide::read(const TileKey& key, const std::stop_token& stop) const
{
    if (!geometry().contains(key))
        return fail(ErrorCode::InvalidArgument, info().path.string(), "no such tile");
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return paintedTile(key, geometry().tileRect(key));
}

Result<RgbImage> PaintedSlide::readAssociatedImage(const std::string& name) const
{
    return fail(ErrorCode::NoSuchAssociatedImage, info().path.string(), name);
}

PaintedStoredSlide::PaintedStoredSlide(PyramidGeometry geometry, SlideInfo info)
    : VirtualLevelSlide(geometry, named(std::move(info), geometry))
{
}

Result<RgbImage> PaintedStoredSlide::readAssociatedImage(const std::string& name) const
{
    return fail(ErrorCode::NoSuchAssociatedImage, info().path.string(), name);
}

Result<BgrxImage> PaintedStoredSlide::readStored(int storedLevel, const PixelRect& rect, const std::stop_token&) const
{
    int level = 0;
    while (geometry().level(level).storedLevel != storedLevel || geometry().level(level).isVirtual())
        ++level;
    return paintedTile({level, static_cast<int>(rect.x / geometry().tileSize()), static_cast<int>(rect.y / geometry().tileSize())},
                       rect);
}

}
