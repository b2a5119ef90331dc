#include "normalize/NetworkCanvas.h"

#include <algorithm>
#include <cmath>

namespace isostain {

namespace {

constexpr double kClosest = 0.9;
constexpr double kFurthest = 1.1;
/// Beyond this a tile of the slide would take more than sixteen times its pixels to compute.
constexpr double kMostEnlarged = 4;

/// Pixels of a level that fit into one of the training, along both axes.
struct Ratio {
    double x;
    double y;

    double mean() const { return std::sqrt(x * y); }
    bool isClose() const { return std::min(x, y) >= kClosest && std::max(x, y) <= kFurthest; }
};

/// A level's canvas as it is.
NetworkCanvas levelAsItIs(const PyramidGeometry& geometry, int level, PixelSizeMatch match)
{
    return {level, gridOf(geometry.level(level)), match};
}

std::int64_t resampledSize(std::int64_t size, double ratio)
{
    return std::max<std::int64_t>(1, std::llround(static_cast<double>(size) / ratio));
}

/// The canvas covers exactly what its level covers, so that borders stay borders.
NetworkCanvas resampledLevel(const PyramidGeometry& geometry, int level, const Ratio& ratio)
{
    NetworkCanvas canvas = levelAsItIs(geometry, level, PixelSizeMatch::Resampled);
    PixelGrid& grid = canvas.grid;
    const PixelGrid from = grid;
    grid.width = resampledSize(from.width, ratio.x);
    grid.height = resampledSize(from.height, ratio.y);
    grid.downsampleX = from.downsampleX * static_cast<double>(from.width) / static_cast<double>(grid.width);
    grid.downsampleY = from.downsampleY * static_cast<double>(from.height) / static_cast<double>(grid.height);
    return canvas;
}

/// A rectangle of a level, put together from its tiles.
Result<CanvasPixels> readLevel(const Slide& slide, int level, const PixelRect& rect, const std::stop_token& stop)
{
    const PyramidGeometry& geometry = slide.geometry();
    CanvasPixels pixels{makeRgbImage(static_cast<int>(rect.width), static_cast<int>(rect.height)), {}};
    const int tileSize = geometry.tileSize();
    for (auto row = rect.y / tileSize; row * tileSize < rect.y + rect.height; ++row) {
        for (auto column = rect.x / tileSize; column * tileSize < rect.x + rect.width; ++column) {
            const TileKey key{level, static_cast<int>(column), static_cast<int>(row)};
            const PixelRect from = geometry.tileRect(key);
            const PixelRect part = intersection(from, rect);
            const auto tile = slide.read(key, stop);
            cv::Mat place = pixels.image.pixels(placeIn(part, rect));
            if (tile) {
                toRgb({tile->pixels(placeIn(part, from))}).pixels.copyTo(place);
            } else if (tile.error().code == ErrorCode::TileUnreadable) {
                place.setTo(cv::Scalar(kUnreadableColor >> 16 & 0xFF, kUnreadableColor >> 8 & 0xFF, kUnreadableColor & 0xFF));
                pixels.unreadable.push_back(part);
            } else {
                return tl::unexpected(tile.error());
            }
        }
    }
    return pixels;
}

/// A rectangle of one grid in pixels of another, grown to whole pixels.
PixelRect convertedRect(const PixelRect& rect, const PixelGrid& from, const PixelGrid& to)
{
    const double scaleX = from.downsampleX / to.downsampleX, scaleY = from.downsampleY / to.downsampleY;
    const auto floored = [](std::int64_t value, double scale) {
        return static_cast<std::int64_t>(std::floor(static_cast<double>(value) * scale));
    };
    const std::int64_t x = floored(rect.x, scaleX), y = floored(rect.y, scaleY);
    return {x, y, floored(rect.x + rect.width, scaleX) + 1 - x, floored(rect.y + rect.height, scaleY) + 1 - y};
}

}

NetworkCanvas networkCanvas(const PyramidGeometry& geometry, const SlideInfo& info, std::optional<double> trainingMpp)
{
    const auto mppX = info.mppX ? info.mppX : info.mppY;
    const auto mppY = info.mppY ? info.mppY : info.mppX;
    const auto isSize = [](std::optional<double> mpp) {
        return mpp && std::isfinite(*mpp) && *mpp > 0;
    };
    if (!isSize(trainingMpp) || !isSize(mppX) || !isSize(mppY))
        return levelAsItIs(geometry, 0, PixelSizeMatch::Unknown);

    const auto ratioOf = [&](int level) {
        const PyramidLevel& of = geometry.level(level);
        return Ratio{*trainingMpp / (*mppX * of.downsampleX), *trainingMpp / (*mppY * of.downsampleY)};
    };
    int closest = 0, finer = 0;
    for (int level = 1; level < geometry.levelCount(); ++level) {
        if (std::abs(std::log(ratioOf(level).mean())) < std::abs(std::log(ratioOf(closest).mean())))
            closest = level;
        if (ratioOf(level).mean() >= 1)
            finer = level;
    }
    if (ratioOf(closest).isClose())
        return levelAsItIs(geometry, closest, PixelSizeMatch::Matched);
    const Ratio ratio = ratioOf(finer);
    if (std::min(ratio.x, ratio.y) * kMostEnlarged < 1)
        return levelAsItIs(geometry, 0, PixelSizeMatch::TooCoarse);
    return resampledLevel(geometry, finer, ratio);
}

std::optional<double> canvasMpp(const NetworkCanvas& canvas, const SlideInfo& info)
{
    const auto mppX = info.mppX ? info.mppX : info.mppY;
    const auto mppY = info.mppY ? info.mppY : info.mppX;
    if (!mppX || !mppY)
        return std::nullopt;
    return (*mppX * canvas.grid.downsampleX + *mppY * canvas.grid.downsampleY) / 2;
}

Result<CanvasPixels> readCanvas(const Slide& slide, const NetworkCanvas& canvas, const PixelRect& rect,
                                const std::stop_token& stop)
{
    if (rect.isEmpty() || intersection(rect, canvas.grid.rect()) != rect)
        return fail(ErrorCode::InvalidArgument, slide.info().path.filename().string(), "no such region");
    const PixelGrid level = gridOf(slide.geometry().level(canvas.level));
    if (level == canvas.grid)
        return readLevel(slide, canvas.level, rect, stop);
    auto pixels = readLevel(slide, canvas.level, neededFor(level, canvas.grid, rect), stop);
    if (!pixels)
        return pixels;
    pixels->image = resample(pixels->image, level, canvas.grid, rect);
    for (PixelRect& part : pixels->unreadable)
        part = intersection(convertedRect(part, level, canvas.grid), rect);
    std::erase_if(pixels->unreadable, [](const PixelRect& part) { return part.isEmpty(); });
    return pixels;
}

}
