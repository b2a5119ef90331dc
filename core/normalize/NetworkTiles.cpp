#include "normalize/NetworkTiles.h"

#include <algorithm>

#include <opencv2/core.hpp>

#include "normalize/Resampling.h"

namespace isostain {

namespace {

std::int64_t roundedUp(std::int64_t size, int multiple)
{
    return (size + multiple - 1) / multiple * multiple;
}

/// The size that an axis is filled up to.
std::int64_t filledSize(std::int64_t size, const NetworkShape& shape)
{
    return std::max<std::int64_t>(roundedUp(size, shape.alignment), shape.minimumSize);
}

struct Span {
    std::int64_t begin;
    std::int64_t end;
};

/// What the network has to be run on along one axis for the core [begin, end).
Span inputSpan(const NetworkShape& shape, std::int64_t size, const Span& core)
{
    return {std::max<std::int64_t>(0, core.begin - shape.halo()),
            std::min(filledSize(size, shape), roundedUp(core.end, shape.alignment) + shape.halo())};
}

tl::unexpected<Error> emptyImage()
{
    return fail(ErrorCode::InvalidArgument, "An empty image");
}

}

NetworkTile networkTile(const NetworkShape& shape, std::int64_t width, std::int64_t height, const PixelRect& core)
{
    NetworkTile tile;
    tile.core = intersection(core, {0, 0, width, height});
    const Span x = inputSpan(shape, width, {tile.core.x, tile.core.x + tile.core.width});
    const Span y = inputSpan(shape, height, {tile.core.y, tile.core.y + tile.core.height});
    tile.input = {x.begin, y.begin, x.end - x.begin, y.end - y.begin};
    return tile;
}

PixelRect realPart(const NetworkTile& tile, std::int64_t width, std::int64_t height)
{
    return intersection(tile.input, {0, 0, width, height});
}

RgbImage reflectedTo(const RgbImage& image, int width, int height)
{
    if (image.width() >= width && image.height() >= height)
        return image;
    RgbImage filled;
    cv::copyMakeBorder(image.pixels, filled.pixels, 0, std::max(0, height - image.height()), 0,
                       std::max(0, width - image.width()), cv::BORDER_REFLECT_101);
    return filled;
}

Result<RgbImage> runTile(const FrozenNetwork& network, const NetworkTile& tile, const RgbImage& realPixels,
                         const std::stop_token& stop)
{
    const RgbImage input = reflectedTo(realPixels, static_cast<int>(tile.input.width), static_cast<int>(tile.input.height));
    auto results = network.run({&input, 1}, stop);
    if (!results)
        return tl::unexpected(results.error());
    return RgbImage{results->front().pixels(placeIn(tile.core, tile.input)).clone()};
}

Result<RgbImage> normalizeWhole(const FrozenNetwork& network, const RgbImage& image, const std::stop_token& stop)
{
    if (image.isEmpty())
        return emptyImage();
    const PixelRect all{0, 0, image.width(), image.height()};
    return runTile(network, networkTile(network.shape(), image.width(), image.height(), all), image, stop);
}

Result<RgbImage> normalizeInTiles(const FrozenNetwork& network, const RgbImage& image, int tileSize, const JobControl& control)
{
    if (image.isEmpty())
        return emptyImage();
    const auto size = static_cast<int>(roundedUp(std::max(tileSize, 1), network.shape().alignment));
    const PixelRect all{0, 0, image.width(), image.height()};
    const auto columns = static_cast<std::uint64_t>((image.width() + size - 1) / size);
    const auto tiles = columns * static_cast<std::uint64_t>((image.height() + size - 1) / size);
    RgbImage result = makeRgbImage(image.width(), image.height());
    for (std::uint64_t i = 0; i < tiles; ++i) {
        const PixelRect core{static_cast<std::int64_t>(i % columns) * size, static_cast<std::int64_t>(i / columns) * size, size,
                             size};
        const NetworkTile tile = networkTile(network.shape(), all.width, all.height, core);
        const RgbImage real{image.pixels(placeIn(realPart(tile, all.width, all.height), all))};
        auto part = runTile(network, tile, real, control.stop);
        if (!part)
            return part;
        part->pixels.copyTo(result.pixels(placeIn(tile.core, all)));
        control.report(i + 1, tiles);
    }
    return result;
}

Result<RgbImage> normalizeAsPublished(const SpatialNetwork& network, const RgbImage& image, const std::stop_token& stop)
{
    if (image.isEmpty())
        return emptyImage();
    const PixelRect all{0, 0, image.width(), image.height()};
    const NetworkTile tile = networkTile(network.shape(), all.width, all.height, all);
    auto result = network.runAsPublished(
        reflectedTo(image, static_cast<int>(tile.input.width), static_cast<int>(tile.input.height)), stop);
    if (!result)
        return result;
    return RgbImage{result->pixels(placeIn(tile.core, tile.input)).clone()};
}

}
