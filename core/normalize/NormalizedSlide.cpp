#include "normalize/NormalizedSlide.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "normalize/NetworkTiles.h"

namespace isostain {

namespace {

/// Real pyramids halve by a little more or less than two.
constexpr double kTolerance = 1.1;

NormalizedSlideOptions usable(NormalizedSlideOptions options, const NetworkShape& shape)
{
    const int size = std::clamp(options.networkTileSize, shape.alignment, 1 << 14);
    options.networkTileSize = (size + shape.alignment - 1) / shape.alignment * shape.alignment;
    return options;
}

}

NormalizedSlide::NormalizedSlide(SlidePtr source, FrozenNetworkPtr network, const NormalizedSlideOptions& options)
    : Slide(source->geometry(), source->info()),
      m_source(std::move(source)),
      m_network(std::move(network)),
      m_options(usable(options, m_network->shape())),
      m_canvas(networkCanvas(geometry(), info(), m_options.trainingMpp)),
      m_memo(m_options.cacheBytes)
{
}

Result<BgrxImage> NormalizedSlide::read(const TileKey& key, const std::stop_token& stop) const
{
    // Where the source has nothing to show there is nothing to normalize.
    auto own = m_source->read(key, stop);
    if (!own)
        return own;
    const NetworkCanvas canvas = canvasFor(key.level);
    const PixelGrid grid = gridOf(geometry().level(key.level));
    const PixelRect rect = geometry().tileRect(key);
    auto image = normalized(canvas, canvas.grid == grid ? rect : neededFor(canvas.grid, grid, rect), stop);
    if (!image)
        return tl::unexpected(image.error());
    return mixedWithGlass(*own, toBgrx(canvas.grid == grid ? *image : resample(*image, canvas.grid, grid, rect)));
}

BgrxImage NormalizedSlide::mixedWithGlass(const BgrxImage& source, BgrxImage result) const
{
    if (!m_options.glass)
        return result;
    for (int y = 0; y < result.height(); ++y)
        for (int x = 0; x < result.width(); ++x)
            if (result.row(y)[x] != (kUnreadableColor | 0xFF000000u))
                result.row(y)[x] = m_options.glass->mixed(source.row(y)[x], result.row(y)[x]) | 0xFF000000u;
    return result;
}

Result<RgbImage> NormalizedSlide::readAssociatedImage(const std::string& name) const
{
    return m_source->readAssociatedImage(name);
}

bool NormalizedSlide::isPreview(int level) const
{
    const PyramidLevel& of = geometry().level(level);
    const double coarser = std::sqrt(of.downsampleX / m_canvas.grid.downsampleX * of.downsampleY / m_canvas.grid.downsampleY);
    return coarser > kTolerance * std::max(1.0, m_options.mostAveraged);
}

/// What the network is run on for a level.
NetworkCanvas NormalizedSlide::canvasFor(int level) const
{
    return isPreview(level) ? NetworkCanvas{level, gridOf(geometry().level(level)), m_canvas.match} : m_canvas;
}

Result<RgbImage> NormalizedSlide::normalized(const NetworkCanvas& canvas, const PixelRect& rect,
                                             const std::stop_token& stop) const
{
    RgbImage result = makeRgbImage(static_cast<int>(rect.width), static_cast<int>(rect.height));
    const int size = m_options.networkTileSize;
    // The memo's keys need a level of their own for each canvas: that of the training comes first.
    const int canvasIndex = canvas.grid == m_canvas.grid ? 0 : 1 + canvas.level;
    for (auto row = rect.y / size; row * size < rect.y + rect.height; ++row) {
        for (auto column = rect.x / size; column * size < rect.x + rect.width; ++column) {
            const auto tile = networkTileAt(canvas, {canvasIndex, static_cast<int>(column), static_cast<int>(row)}, stop);
            if (!tile)
                return tl::unexpected(tile.error());
            const PixelRect from{column * size, row * size, (*tile)->width(), (*tile)->height()};
            const PixelRect part = intersection(from, rect);
            const RgbImage pixels = toRgb({(*tile)->pixels(placeIn(part, from))});
            pixels.pixels.copyTo(result.pixels(placeIn(part, rect)));
        }
    }
    return result;
}

Result<NormalizedSlide::Tile> NormalizedSlide::networkTileAt(const NetworkCanvas& canvas, const TileKey& key,
                                                             const std::stop_token& stop) const
{
    auto found = m_memo.findOrBegin(key, stop);
    if (!found || *found)
        return found;
    try {
        auto tile = runNetwork(canvas, key, stop);
        m_memo.finish(key, tile.value_or(nullptr));
        return tile;
    } catch (...) {
        m_memo.finish(key, nullptr);
        throw;
    }
}

Result<NormalizedSlide::Tile> NormalizedSlide::runNetwork(const NetworkCanvas& canvas, const TileKey& key,
                                                          const std::stop_token& stop) const
{
    const std::int64_t size = m_options.networkTileSize;
    const PixelGrid& grid = canvas.grid;
    const NetworkTile tile =
        networkTile(m_network->shape(), grid.width, grid.height, {key.column * size, key.row * size, size, size});
    const auto pixels = readCanvas(*m_source, canvas, realPart(tile, grid.width, grid.height), stop);
    if (!pixels)
        return tl::unexpected(pixels.error());
    auto result = runTile(*m_network, tile, pixels->image, stop);
    if (!result)
        return tl::unexpected(result.error());
    BgrxImage image = toBgrx(*result);
    const cv::Scalar missing(kUnreadableColor & 0xFF, kUnreadableColor >> 8 & 0xFF, kUnreadableColor >> 16 & 0xFF, 255);
    for (const PixelRect& rect : pixels->unreadable)
        if (const PixelRect part = intersection(rect, tile.core); !part.isEmpty())
            image.pixels(placeIn(part, tile.core)).setTo(missing);
    return std::make_shared<const BgrxImage>(std::move(image));
}

}
