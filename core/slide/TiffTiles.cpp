#include "slide/TiffTiles.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace isostain {

namespace fs = std::filesystem;

namespace {

struct VendorRow {
    std::string_view vendor;
    TiffKind kind;
};

constexpr std::array kVendors = {
    VendorRow{"aperio", TiffKind::Aperio},
    VendorRow{"generic-tiff", TiffKind::Generic},
    VendorRow{"philips", TiffKind::Philips},
};

/// The tiles of a directory that touch a rectangle, row by row.
struct TileSpan {
    std::int64_t firstColumn;
    std::int64_t firstRow;
    std::int64_t endColumn;
    std::int64_t endRow;
};

TileSpan touching(const JpegTileDirectory& directory, const PixelRect& rect)
{
    return {rect.x / directory.tileWidth, rect.y / directory.tileHeight,
            (rect.x + rect.width + directory.tileWidth - 1) / directory.tileWidth,
            (rect.y + rect.height + directory.tileHeight - 1) / directory.tileHeight};
}

const ByteRange& rangeOf(const JpegTileDirectory& directory, std::int64_t column, std::int64_t row)
{
    return directory.tiles[static_cast<std::size_t>(row * directory.columns() + column)];
}

/// The tile as it is stored, which may reach over the borders of the level.
PixelRect storedRect(const JpegTileDirectory& directory, std::int64_t column, std::int64_t row)
{
    return {column * directory.tileWidth, row * directory.tileHeight, directory.tileWidth, directory.tileHeight};
}

PixelRect clippedRect(const JpegTileDirectory& directory, std::size_t index)
{
    const auto position = static_cast<std::int64_t>(index);
    return intersection(storedRect(directory, position % directory.columns(), position / directory.columns()),
                        {0, 0, directory.width, directory.height});
}

cv::Rect relativeTo(const PixelRect& origin, const PixelRect& rect)
{
    return {static_cast<int>(rect.x - origin.x), static_cast<int>(rect.y - origin.y), static_cast<int>(rect.width),
            static_cast<int>(rect.height)};
}

bool hasGap(const JpegTileDirectory& directory)
{
    return std::any_of(directory.tiles.begin(), directory.tiles.end(), [](const ByteRange& tile) { return tile.size == 0; });
}

bool isSameShape(const JpegTileDirectory& directory, const TiledLevel& level)
{
    return directory.width == level.width && directory.height == level.height && directory.tileWidth == level.tileWidth &&
           directory.tileHeight == level.tileHeight;
}

/// The one directory that can be the level.
const JpegTileDirectory* directoryOf(const TiledLevel& level, const std::vector<JpegTileDirectory>& directories)
{
    const auto isIt = [&](const JpegTileDirectory& directory) {
        return isSameShape(directory, level);
    };
    const auto found = std::find_if(directories.begin(), directories.end(), isIt);
    return std::count_if(directories.begin(), directories.end(), isIt) == 1 ? &*found : nullptr;
}

/// Where tiles were cut, each would be decoded several times.
bool fills(const TiledLevel& level, int tileSize)
{
    return tileSize % level.tileWidth == 0 && tileSize % level.tileHeight == 0;
}

}

std::optional<TiffKind> tiffKindOf(std::string_view vendor)
{
    const auto found =
        std::find_if(kVendors.begin(), kVendors.end(), [&](const VendorRow& row) { return row.vendor == vendor; });
    return found == kVendors.end() ? std::nullopt : std::optional(found->kind);
}

int slideTileSizeFor(const TiledLevel& finest)
{
    constexpr int kSmallest = 128;
    constexpr int kLargest = 1024;
    const int size = finest.tileWidth;
    const bool isGood = size == finest.tileHeight && size % 2 == 0 && size >= kSmallest && size <= kLargest;
    return isGood ? size : PyramidGeometry::kDefaultTileSize;
}

std::unique_ptr<const TiffTiles> TiffTiles::open(const fs::path& path, TiffKind kind, std::span<const TiledLevel> levels,
                                                 int tileSize)
{
    const std::vector<JpegTileDirectory> directories = readJpegTileDirectories(path);
    std::vector<Level> served;
    for (const TiledLevel& level : levels) {
        const JpegTileDirectory* directory = directoryOf(level, directories);
        served.push_back(directory && fills(level, tileSize) ? Level(*directory) : std::nullopt);
        // OpenSlide fills a gap of an Aperio slide, and what is below it in all coarser levels, from the next finer level.
        if (kind == TiffKind::Aperio && (!directory || hasGap(*directory)))
            break;
    }
    auto file = std::any_of(served.begin(), served.end(), [](const Level& level) { return level.has_value(); })
                    ? RandomAccessFile::open(path)
                    : fail(ErrorCode::UnsupportedFormat);
    if (!file)
        return nullptr;
    return std::unique_ptr<const TiffTiles>(new TiffTiles(*std::move(file), std::move(served)));
}

TiffTiles::TiffTiles(RandomAccessFile file, std::vector<Level> levels) : m_file(std::move(file)), m_levels(std::move(levels)) {}

bool TiffTiles::hasLevel(int level) const
{
    return level >= 0 && level < static_cast<int>(m_levels.size()) && m_levels[static_cast<std::size_t>(level)];
}

bool TiffTiles::hasGaps(int level, const PixelRect& rect) const
{
    const JpegTileDirectory& directory = *m_levels[static_cast<std::size_t>(level)];
    const TileSpan span = touching(directory, rect);
    for (std::int64_t row = span.firstRow; row < span.endRow; ++row)
        for (std::int64_t column = span.firstColumn; column < span.endColumn; ++column) {
            if (rangeOf(directory, column, row).size == 0)
                return true;
        }
    return false;
}

Result<BgrxImage> TiffTiles::read(int level, const PixelRect& rect, std::uint32_t background) const
{
    const JpegTileDirectory& directory = *m_levels[static_cast<std::size_t>(level)];
    BgrxImage result = makeBgrxImage(static_cast<int>(rect.width), static_cast<int>(rect.height));
    BgrxImage scratch;
    const TileSpan span = touching(directory, rect);
    for (std::int64_t row = span.firstRow; row < span.endRow; ++row)
        for (std::int64_t column = span.firstColumn; column < span.endColumn; ++column) {
            const ByteRange& range = rangeOf(directory, column, row);
            const PixelRect stored = storedRect(directory, column, row);
            const PixelRect part = intersection(stored, rect);
            BgrxImage target{result.pixels(relativeTo(rect, part))};
            if (range.size == 0) {
                target = makeBgrxImage(target.width(), target.height(), background);
                target.pixels.copyTo(result.pixels(relativeTo(rect, part)));
                continue;
            }
            const bool isWhole = part == stored;
            if (!isWhole)
                scratch = makeBgrxImage(directory.tileWidth, directory.tileHeight);
            if (const auto decoded = decode(directory, range, isWhole ? target : scratch); !decoded)
                return tl::unexpected(decoded.error());
            if (!isWhole)
                scratch.pixels(relativeTo(stored, part)).copyTo(target.pixels);
        }
    return result;
}

Result<void> TiffTiles::decode(const JpegTileDirectory& directory, const ByteRange& range, BgrxImage& tile) const
{
    // No encoder makes more of a tile than twice its samples, but for headers.
    const auto limit =
        static_cast<std::uint64_t>(directory.tileWidth) * static_cast<std::uint64_t>(directory.tileHeight) * 6 + (1 << 16);
    if (range.size > limit || range.size > m_file.size())
        return fail(ErrorCode::CorruptFile, {}, "a tile of an impossible size");
    const auto buffer = std::make_unique_for_overwrite<std::byte[]>(range.size);
    const std::span<std::byte> stream(buffer.get(), range.size);
    if (auto read = m_file.read(range.offset, stream); !read)
        return read;
    return decodeJpegTile(stream, directory.format, tile);
}

TiffTiles::Sample TiffTiles::sample(int level, const std::function<bool(const PixelRect&)>& isUsable) const
{
    const JpegTileDirectory& directory = *m_levels[static_cast<std::size_t>(level)];
    std::optional<std::size_t> first, last, largest, gap;
    for (std::size_t i = 0; i < directory.tiles.size(); ++i) {
        const std::uint64_t size = directory.tiles[i].size;
        if ((size == 0 && gap) || !isUsable(clippedRect(directory, i)))
            continue;
        if (size == 0) {
            gap = i;
            continue;
        }
        first = first.value_or(i);
        last = i;
        if (!largest || size > directory.tiles[*largest].size)
            largest = i;
    }
    Sample sample;
    if (first) {
        for (const std::size_t index : std::set{*first, *last, *largest})
            sample.tiles.push_back(clippedRect(directory, index));
    }
    if (gap)
        sample.gap = clippedRect(directory, *gap);
    return sample;
}

}
