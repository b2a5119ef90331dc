#include "slide/FramedLevels.h"

#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace isostain {

namespace {

constexpr std::size_t kFrameBytes = std::size_t(64) << 20;
constexpr std::int64_t kMaxFramePixels = std::int64_t(1) << 26;
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

Result<BgrxImage> readWhole(const FrameSource& source, std::uint32_t background)
{
    return assembled(source.grid(), {0, 0, source.grid().width, source.grid().height}, background,
                     [&](std::int64_t column, std::int64_t row) { return source.readFrame(column, row); });
}

FramedLevels::FramedLevels(std::vector<FrameSourcePtr> levels, int tileSize)
    : m_levels(std::move(levels)), m_tileSize(tileSize), m_frames(kFrameBytes)
{
}

Result<BgrxImage> FramedLevels::read(int level, const PixelRect& rect, std::uint32_t background, const std::stop_token& stop) const
{
    const FrameSource& source = *m_levels[static_cast<std::size_t>(level)];
    const FrameGrid& grid = source.grid();
    if (grid.frameWidth == m_tileSize && grid.frameHeight == m_tileSize)
        return assembled(grid, rect, background,
                         [&](std::int64_t column, std::int64_t row) { return source.readFrame(column, row); });
    return assembled(grid, rect, background, [&](std::int64_t column, std::int64_t row) -> Result<BgrxImage> {
        const auto shared = frame(level, static_cast<int>(column), static_cast<int>(row), stop);
        return shared ? Result<BgrxImage>(**shared) : tl::unexpected(shared.error());
    });
}

/// A frame, decoded by one thread at a time and kept for its neighbors.
Result<VirtualTileMemo::Tile> FramedLevels::frame(int level, int column, int row, const std::stop_token& stop) const
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    const TileKey key{level, column, row};
    auto found = m_frames.findOrBegin(key, stop);
    if (!found || *found)
        return found;
    try {
        auto image = m_levels[static_cast<std::size_t>(level)]->readFrame(column, row);
        auto tile = image ? std::make_shared<const BgrxImage>(*std::move(image)) : nullptr;
        m_frames.finish(key, tile);
        return tile ? Result<VirtualTileMemo::Tile>(tile) : tl::unexpected(image.error());
    } catch (...) {
        m_frames.finish(key, nullptr);
        throw;
    }
}

}
