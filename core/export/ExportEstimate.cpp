#include "export/ExportEstimate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <system_error>
#include <vector>

#include "export/PyramidBuilder.h"
#include "export/PyramidLayout.h"
#include "export/SlideTiles.h"
#include "export/SourceTiff.h"
#include "export/TileEncoder.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// Tiles of the sample in each direction; places are spread evenly, so that glass and tissue have their shares.
constexpr int kPlaces = 6;
/// In the index of a TIFF: offset and length.
constexpr double kIndexBytesPerTile = 16;
/// Description, tables, color profile.
constexpr double kHeaderBytes = 4096;
/// An estimate from a sample may be this much too high.
constexpr double kClearlyTooLittle = 0.7;
/// Of a tile that nothing compresses, with the levels below.
constexpr double kMostBytesPerPixel = 4 * 4.0 / 3.0;

/// The places of a sample along `count` tiles, none twice.
std::array<std::int64_t, kPlaces> placesAlong(std::int64_t count)
{
    std::array<std::int64_t, kPlaces> places{};
    for (int i = 0; i < kPlaces; ++i)
        places[static_cast<std::size_t>(i)] = (2 * i + 1) * count / (2 * kPlaces);
    return places;
}

/// What a tile takes, on the average.
struct MeanBytes {
    double finest = 0;
    double lower = 0; ///< of the levels below, where tissue is denser
};

/// Adds up what compressed tiles take.
class TileSizes {
public:
    TileSizes(const Slide& slide, const PixelRect& area, const TileFormat& format)
        : m_slide(slide),
          m_area(area),
          m_size(format.tileSize),
          m_encoder(format, JpegStreams::WithoutTables)
    {
    }

    /// Lower levels are told from whole tiles alone; a small slide may have none.
    Result<void> add(std::int64_t column, std::int64_t row, const std::stop_token& stop)
    {
        const PixelRect tile = intersection({m_area.x + column * m_size, m_area.y + row * m_size, m_size, m_size}, m_area);
        return readRegion(m_slide, 0, tile, stop).and_then([&](const BgrxImage& pixels) { return addBoth(pixels); });
    }
    /// Nothing where no tile was added.
    std::optional<MeanBytes> mean() const
    {
        if (m_count == 0)
            return std::nullopt;
        const double finest = m_bytes / m_count;
        return MeanBytes{finest, m_lowerCount > 0 ? m_lowerBytes / m_lowerCount : finest};
    }

private:
    Result<void> addBoth(const BgrxImage& pixels)
    {
        auto bytes = sizeOf(pixels);
        if (!bytes)
            return tl::unexpected(bytes.error());
        m_bytes += *bytes;
        ++m_count;
        if (pixels.width() < m_size || pixels.height() < m_size)
            return {};
        m_quarters.push_back(halved(pixels));
        if (m_quarters.size() < 4)
            return {};
        bytes = sizeOf(mosaic());
        m_quarters.clear();
        if (!bytes)
            return tl::unexpected(bytes.error());
        m_lowerBytes += *bytes;
        ++m_lowerCount;
        return {};
    }

    Result<double> sizeOf(const BgrxImage& tile)
    {
        return m_encoder.encode(tile).map(
            [](const std::vector<std::byte>& bytes) { return static_cast<double>(bytes.size()); });
    }

    /// Four halved tiles as one of a lower level, though they are no neighbors.
    BgrxImage mosaic() const
    {
        const auto size = static_cast<int>(m_size);
        const int half = size / 2;
        BgrxImage tile = makeBgrxImage(size, size);
        for (int i = 0; i < 4; ++i)
            m_quarters[static_cast<std::size_t>(i)].pixels.copyTo(
                tile.pixels(cv::Rect(i % 2 * half, i / 2 * half, half, half)));
        return tile;
    }

    const Slide& m_slide;
    PixelRect m_area;
    std::int64_t m_size;
    TileEncoder m_encoder;
    double m_bytes = 0;
    double m_lowerBytes = 0;
    std::vector<BgrxImage> m_quarters;
    int m_count = 0;
    int m_lowerCount = 0;
};

Result<MeanBytes> meanTileBytes(const Slide& slide, const PixelRect& area, const TileFormat& format,
                                const std::stop_token& stop)
{
    const auto along = [&](std::int64_t size) {
        return (size + format.tileSize - 1) / format.tileSize;
    };
    TileSizes sizes(slide, area, format);
    std::optional<Error> error;
    std::int64_t lastRow = -1;
    for (const std::int64_t row : placesAlong(along(area.height))) {
        if (row == lastRow)
            continue;
        lastRow = row;
        std::int64_t lastColumn = -1;
        for (const std::int64_t column : placesAlong(along(area.width))) {
            if (column == lastColumn)
                continue;
            lastColumn = column;
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled, slide.info().path.string());
            if (auto added = sizes.add(column, row, stop); !added)
                error = std::move(added.error());
        }
    }
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, slide.info().path.string());
    const auto mean = sizes.mean();
    if (!mean)
        return tl::unexpected(*error);
    return *mean;
}

}

Result<std::uint64_t> estimateOutputBytes(const Slide& slide, const ExportOptions& options, const std::stop_token& stop)
{
    const TileFormat format = tileFormat(options, readSourceTiff(slide.info().path));
    const auto halvings = halvingsFor(slide.info(), options.scale);
    if (!halvings)
        return tl::unexpected(halvings.error());
    const auto area = exportRect(slide, options.area, format.tileSize, stop);
    if (!area)
        return tl::unexpected(area.error());
    const auto layout = PyramidLayout::create(area->width, area->height, format, static_cast<std::size_t>(*halvings));
    if (!layout)
        return tl::unexpected(layout.error());
    const auto mean = meanTileBytes(slide, *area, format, stop);
    if (!mean)
        return tl::unexpected(mean.error());
    double bytes = kHeaderBytes;
    for (std::size_t i = 0; i < layout->written().size(); ++i) {
        const HalvedLevel& level = layout->written()[i];
        const double each = i + layout->skipped() == 0 ? mean->finest : mean->lower;
        bytes += static_cast<double>(level.columns) * static_cast<double>(level.rows) * (each + kIndexBytesPerTile);
    }
    return static_cast<std::uint64_t>(std::llround(bytes));
}

Result<std::uint64_t> freeBytes(const fs::path& folder)
{
    std::error_code error;
    fs::path existing = fs::absolute(folder, error);
    while (!error && !fs::exists(existing, error) && existing.has_relative_path()) {
        error.clear();
        existing = existing.parent_path();
    }
    if (error)
        return fail(ErrorCode::FileUnreadable, folder.string(), error.message());
    const fs::space_info space = fs::space(existing, error);
    if (error)
        return fail(ErrorCode::FileNotFound, folder.string(), error.message());
    return space.available;
}

std::optional<SpaceShortage> spaceShortage(const Slide& slide, std::uint64_t freeBytes, const ExportOptions& options,
                                           const std::stop_token& stop)
{
    const PyramidGeometry& geometry = slide.geometry();
    const double most = static_cast<double>(geometry.width()) * static_cast<double>(geometry.height()) * kMostBytesPerPixel;
    if (static_cast<double>(freeBytes) > most + kHeaderBytes)
        return std::nullopt;
    const auto needed = estimateOutputBytes(slide, options, stop);
    if (!needed || static_cast<double>(freeBytes) >= kClearlyTooLittle * static_cast<double>(*needed))
        return std::nullopt;
    return SpaceShortage{*needed, freeBytes};
}

std::string shortageText(const SpaceShortage& shortage)
{
    return "about " + byteText(shortage.neededBytes) + " needed, " + byteText(shortage.freeBytes) + " free";
}

std::string byteText(std::uint64_t bytes)
{
    constexpr std::array<const char*, 5> kUnits = {"kB", "MB", "GB", "TB", "PB"};
    double value = static_cast<double>(bytes) / 1e3;
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < kUnits.size(); ++unit)
        value /= 1e3;
    char text[32];
    std::snprintf(text, sizeof text, "%.*f %s", value < 9.95 ? 1 : 0, value, kUnits[unit]);
    return text;
}

}
