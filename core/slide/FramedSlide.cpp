#include "slide/FramedSlide.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "image/Guarded.h"
#include "slide/TiffTiles.h"

namespace isostain {

namespace {

constexpr std::size_t kFrameBytes = std::size_t(64) << 20;
constexpr std::int64_t kMaxFramePixels = std::int64_t(1) << 26;
constexpr std::int64_t kMaxAssociatedPixels = std::int64_t(1) << 26;
/// More pixels than this per byte of file is no picture: the densest real case, one-color deflate, gives about 8,000.
constexpr std::uint64_t kMaxPixelsPerByte = 16384;

cv::Rect toCv(const PixelRect& rect, std::int64_t originX, std::int64_t originY)
{
    return {static_cast<int>(rect.x - originX), static_cast<int>(rect.y - originY), static_cast<int>(rect.width),
            static_cast<int>(rect.height)};
}

/// Frame (column, row), inside the picture.
PixelRect frameRect(const FrameGrid& grid, std::int64_t column, std::int64_t row)
{
    return intersection({column * grid.frameWidth, row * grid.frameHeight, grid.frameWidth, grid.frameHeight},
                        {0, 0, grid.width, grid.height});
}

/// Puts `rect` together from frames; `frameAt(column, row)` gives them.
template <typename FrameAt>
Result<BgrxImage> assembled(const FrameGrid& grid, const PixelRect& rect, std::uint32_t background, const FrameAt& frameAt)
{
    BgrxImage result = makeBgrxImage(static_cast<int>(rect.width), static_cast<int>(rect.height), background);
    for (std::int64_t row = rect.y / grid.frameHeight; row * grid.frameHeight < rect.y + rect.height; ++row) {
        for (std::int64_t column = rect.x / grid.frameWidth; column * grid.frameWidth < rect.x + rect.width; ++column) {
            const Result<BgrxImage> frame = frameAt(column, row);
            if (!frame)
                return tl::unexpected(frame.error());
            if (frame->isEmpty())
                continue;
            const PixelRect from = frameRect(grid, column, row);
            if (frame->width() < from.width || frame->height() < from.height)
                return fail(ErrorCode::TileUnreadable, {}, "a frame smaller than it should be");
            const PixelRect part = intersection(from, rect);
            frame->pixels(toCv(part, from.x, from.y)).copyTo(result.pixels(toCv(part, rect.x, rect.y)));
        }
    }
    return result;
}

PyramidGeometry geometryOf(const std::vector<FrameSourcePtr>& levels)
{
    std::vector<StoredLevel> stored;
    for (const FrameSourcePtr& level : levels)
        stored.push_back({level->grid().width, level->grid().height});
    const FrameGrid& finest = levels.front()->grid();
    return PyramidGeometry(stored, slideTileSizeFor({finest.width, finest.height, finest.frameWidth, finest.frameHeight}));
}

SlideInfo completed(SlideInfo info, const std::vector<FrameSourcePtr>& levels,
                    const std::vector<FramedSlide::Associated>& associated)
{
    info.bounds = {0, 0, levels.front()->grid().width, levels.front()->grid().height};
    for (const FramedSlide::Associated& image : associated)
        info.associatedImages.push_back(image.name);
    std::sort(info.associatedImages.begin(), info.associatedImages.end());
    return info;
}

}

Result<SharedFile> openShared(const std::filesystem::path& path)
{
    auto file = RandomAccessFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_shared<const RandomAccessFile>(*std::move(file));
}

Result<void> checkFrameGrid(const FrameGrid& grid, std::uint64_t fileBytes)
{
    constexpr std::int64_t kMaxSide = std::numeric_limits<std::int32_t>::max();
    if (grid.width <= 0 || grid.height <= 0 || grid.width > kMaxSide || grid.height > kMaxSide || grid.frameWidth <= 0 ||
        grid.frameHeight <= 0)
        return fail(ErrorCode::SlideUnreadable, {}, "a level without a usable size");
    if (grid.frameWidth > kMaxFramePixels / grid.frameHeight)
        return fail(ErrorCode::UnsupportedSlide, {}, "it is stored in pieces too large to be read one by one");
    if (static_cast<std::uint64_t>(grid.width * grid.height) / kMaxPixelsPerByte > fileBytes)
        return fail(ErrorCode::SlideUnreadable, {},
                    "the file is too short for " + std::to_string(grid.width) + " x " + std::to_string(grid.height) +
                        " pixels");
    return {};
}

bool isReducedSize(const FrameGrid& level, const FrameGrid& full)
{
    if (level.width >= full.width || level.height > full.height)
        return false;
    const double factor = static_cast<double>(full.width) / static_cast<double>(level.width);
    const double expected = static_cast<double>(full.height) / factor;
    // Either side may have been rounded, more than once on the way, or padded to even sizes.
    return std::abs(static_cast<double>(level.height) - expected) <= 2 + 0.02 * expected;
}

FramedSlide::FramedSlide(SlideInfo slideInfo, std::vector<FrameSourcePtr> levels, std::vector<Associated> associated)
    : VirtualLevelSlide(geometryOf(levels), completed(std::move(slideInfo), levels, associated)),
      m_levels(std::move(levels)),
      m_associated(std::move(associated)),
      m_frames(kFrameBytes)
{
}

Result<RgbImage> FramedSlide::readAssociatedImage(const std::string& name) const
{
    const std::string subject = info().path.string();
    const auto found =
        std::find_if(m_associated.begin(), m_associated.end(), [&](const Associated& image) { return image.name == name; });
    if (found == m_associated.end())
        return fail(ErrorCode::NoSuchAssociatedImage, subject, name);
    if (!found->source)
        return fail(ErrorCode::SlideUnreadable, subject, name + ": " + found->source.error().detail);
    const FrameSource& source = **found->source;
    const FrameGrid& grid = source.grid();
    if (grid.width > kMaxAssociatedPixels / grid.height)
        return fail(ErrorCode::SlideUnreadable, subject, name + " has no usable size");
    return guarded(subject, [&]() -> Result<RgbImage> {
        const auto image = assembled(grid, {0, 0, grid.width, grid.height}, info().background,
                                     [&](std::int64_t column, std::int64_t row) { return source.readFrame(column, row); });
        if (!image)
            return fail(ErrorCode::SlideUnreadable, subject, name + ": " + image.error().detail);
        return toRgb(*image);
    });
}

Result<BgrxImage> FramedSlide::readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const
{
    const FrameSource& source = *m_levels[static_cast<std::size_t>(storedLevel)];
    const FrameGrid& grid = source.grid();
    const auto withPath = [this](Result<BgrxImage> image) {
        if (!image)
            image.error().subject = info().path.string();
        return image;
    };
    if (grid.frameWidth == geometry().tileSize() && grid.frameHeight == geometry().tileSize())
        return withPath(assembled(grid, rect, info().background,
                                  [&](std::int64_t column, std::int64_t row) { return source.readFrame(column, row); }));
    return withPath(assembled(grid, rect, info().background, [&](std::int64_t column, std::int64_t row) -> Result<BgrxImage> {
        const auto shared = frame(storedLevel, static_cast<int>(column), static_cast<int>(row), stop);
        return shared ? Result<BgrxImage>(**shared) : tl::unexpected(shared.error());
    }));
}

/// A frame, decoded by one thread at a time and kept for its neighbors.
Result<VirtualTileMemo::Tile> FramedSlide::frame(int storedLevel, int column, int row, const std::stop_token& stop) const
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    const TileKey key{storedLevel, column, row};
    auto found = m_frames.findOrBegin(key, stop);
    if (!found || *found)
        return found;
    try {
        auto image = m_levels[static_cast<std::size_t>(storedLevel)]->readFrame(column, row);
        auto tile = image ? std::make_shared<const BgrxImage>(*std::move(image)) : nullptr;
        m_frames.finish(key, tile);
        return tile ? Result<VirtualTileMemo::Tile>(tile) : tl::unexpected(image.error());
    } catch (...) {
        m_frames.finish(key, nullptr);
        throw;
    }
}

}
