#include "export/PyramidTiff.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <new>
#include <utility>
#include <vector>

#include "base/Parallel.h"
#include "export/OrderedSink.h"
#include "export/PyramidBuilder.h"
#include "export/TiffFile.h"
#include "export/TiffTags.h"
#include "export/TileEncoder.h"
#include "export/TileSpool.h"

namespace isostain {

namespace {

using Bytes = std::vector<std::byte>;

/// Tiles that a worker may be ahead of the writer.
constexpr std::size_t kTilesAheadPerThread = 8;

struct EncodedTile {
    TileKey key;
    Bytes bytes;
};

/// A tile of level 0 and the lower tiles that it completed.
using EncodedTiles = std::vector<EncodedTile>;

Error cancelled(const std::filesystem::path& path)
{
    return Error{ErrorCode::Cancelled, path.string(), {}};
}

bool isResolution(const std::optional<double>& mpp)
{
    return !mpp || (std::isfinite(*mpp) && *mpp > 0);
}

Result<void> checkArguments(std::int64_t width, std::int64_t height, const PyramidTiffOptions& options)
{
    constexpr std::int64_t kMaxSide = std::numeric_limits<std::int32_t>::max();
    if (width < 1 || height < 1 || width > kMaxSide || height > kMaxSide)
        return fail(ErrorCode::InvalidArgument, std::to_string(width) + " x " + std::to_string(height), "size in pixels");
    if (options.tileSize < 64 || options.tileSize > 4096 || options.tileSize % 16 != 0)
        return fail(ErrorCode::InvalidArgument, std::to_string(options.tileSize),
                    "the tile size must be a multiple of 16 from 64 to 4096");
    const auto tilesAlong = [&](std::int64_t pixels) { return (pixels + options.tileSize - 1) / options.tileSize; };
    if (tilesAlong(width) * tilesAlong(height) > std::numeric_limits<std::uint32_t>::max())   // libtiff counts in 32 bits
        return fail(ErrorCode::InvalidArgument, std::to_string(options.tileSize), "the tile size makes too many tiles");
    if (options.quality < 1 || options.quality > 100)
        return fail(ErrorCode::InvalidArgument, std::to_string(options.quality), "the quality must be from 1 to 100");
    if (!isResolution(options.mppX) || !isResolution(options.mppY))
        return fail(ErrorCode::InvalidArgument, "the pixel size");
    return {};
}

/// One file being written. The functions run on the workers of run() unless they say otherwise.
class PyramidWrite {
public:
    PyramidWrite(const std::filesystem::path& path, std::vector<HalvedLevel> levels, const TileSource& source,
                 const PyramidTiffOptions& options, const JobControl& control, TiffWriter& writer, TileSpool& spool)
        : m_path(path), m_levels(std::move(levels)), m_source(source), m_options(options), m_control(control),
          m_writer(writer), m_spool(spool), m_encoders(options), m_builder(m_levels, options.tileSize)
    {
    }

    /// Everything, on the caller's thread and its helpers.
    Result<void> run();

private:
    TileKey keyOf(std::size_t index, std::size_t level) const;
    Result<void> writeLevel0();
    Result<void> writeLowerLevels();
    Result<EncodedTiles> produce(const TileKey& key, const std::stop_token& stop);
    Result<void> encode(const TileKey& key, const BgrxImage& tile, EncodedTiles& tiles);
    Result<void> store(std::size_t index, const EncodedTiles& tiles);
    Result<void> writeTile(std::size_t index, const Bytes& bytes);
    void beginLevel(std::size_t level);
    Result<void> endLevel();
    std::size_t tileCount(std::size_t level) const
    {
        return static_cast<std::size_t>(m_levels[level].columns) * static_cast<std::size_t>(m_levels[level].rows);
    }

    const std::filesystem::path& m_path;
    std::vector<HalvedLevel> m_levels;
    const TileSource& m_source;
    const PyramidTiffOptions& m_options;
    const JobControl& m_control;
    TiffWriter& m_writer;
    TileSpool& m_spool;
    TileEncoderPool m_encoders;
    PyramidBuilder m_builder;
    Bytes m_jpegTables;
};

TileKey PyramidWrite::keyOf(std::size_t index, std::size_t level) const
{
    const auto columns = static_cast<std::size_t>(m_levels[level].columns);
    return TileKey{static_cast<int>(level), static_cast<int>(index % columns), static_cast<int>(index / columns)};
}

Result<void> PyramidWrite::run()
{
    if (m_options.compression == TiffCompression::Jpeg) {
        auto tables = jpegTables(m_options);
        if (!tables)
            return tl::unexpected(tables.error());
        m_jpegTables = std::move(*tables);
    }
    return writeLevel0().and_then([this] { return writeLowerLevels(); });
}

Result<void> PyramidWrite::writeLevel0()
{
    beginLevel(0);

    // Ends the other workers too when one fails.
    std::stop_source stop;
    const std::stop_callback forward(m_control.stop, [&stop] { stop.request_stop(); });
    OrderedSink<EncodedTiles> sink(threadCount(m_control.threads) * kTilesAheadPerThread,
                                   [this](std::size_t index, EncodedTiles&& tiles) { return store(index, tiles); });
    const auto work = [&](std::size_t index) {
        auto tiles = produce(keyOf(index, 0), stop.get_token());
        if (!tiles)
            sink.fail(std::move(tiles.error()));
        if (!tiles || !sink.put(index, std::move(*tiles)))
            stop.request_stop();
    };
    const auto workOrFail = [&](std::size_t index) {
        try {
            work(index);
        } catch (const std::bad_alloc&) {
            sink.fail(Error{ErrorCode::OutOfMemory, m_path.string(), {}});
            stop.request_stop();
        } catch (const std::exception& exception) {
            sink.fail(Error{ErrorCode::Internal, m_path.string(), exception.what()});
            stop.request_stop();
        }
    };
    const bool complete = parallelFor(tileCount(0), workOrFail, m_control.threads, stop.get_token());
    if (m_control.stopRequested())
        return tl::unexpected(cancelled(m_path));
    if (sink.error())
        return tl::unexpected(*sink.error());
    if (!complete)
        return tl::unexpected(cancelled(m_path));
    return endLevel();
}

Result<EncodedTiles> PyramidWrite::produce(const TileKey& key, const std::stop_token& stop)
{
    auto pixels = m_source(key.column, key.row, stop);
    if (!pixels)
        return tl::unexpected(pixels.error());
    const auto extent = [this](std::int64_t size, int index) {
        return std::min<std::int64_t>(m_options.tileSize, size - std::int64_t(index) * m_options.tileSize);
    };
    if (pixels->width() != extent(m_levels[0].width, key.column) || pixels->height() != extent(m_levels[0].height, key.row))
        return fail(ErrorCode::Internal, m_path.string(), "a source tile has the wrong size");

    EncodedTiles tiles;
    if (auto encoded = encode(key, *pixels, tiles); !encoded)
        return tl::unexpected(encoded.error());
    auto lower = m_builder.add(key, *pixels);
    while (lower) {
        if (auto encoded = encode(lower->key, lower->image, tiles); !encoded)
            return tl::unexpected(encoded.error());
        lower = m_builder.add(lower->key, lower->image);
    }
    return tiles;
}

Result<void> PyramidWrite::encode(const TileKey& key, const BgrxImage& tile, EncodedTiles& tiles)
{
    auto bytes = m_encoders.encode(tile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    tiles.push_back({key, std::move(*bytes)});
    return {};
}

/// In order of `index`, one thread at a time.
Result<void> PyramidWrite::store(std::size_t index, const EncodedTiles& tiles)
{
    for (const EncodedTile& tile : tiles) {
        auto stored = tile.key.level == 0 ? writeTile(index, tile.bytes) : m_spool.append(tile.key, tile.bytes);
        if (!stored)
            return stored;
    }
    m_control.report(index + 1, tileCount(0));
    return {};
}

/// On the caller's thread, after level 0.
Result<void> PyramidWrite::writeLowerLevels()
{
    for (std::size_t level = 1; level < m_levels.size(); ++level) {
        beginLevel(level);
        for (std::size_t index = 0; index < tileCount(level); ++index) {
            if (m_control.stopRequested())
                return tl::unexpected(cancelled(m_path));
            const auto bytes = m_spool.tile(keyOf(index, level));
            if (!bytes)
                return tl::unexpected(bytes.error());
            if (auto written = writeTile(index, *bytes); !written)
                return written;
        }
        if (auto ended = endLevel(); !ended)
            return ended;
    }
    return {};
}

Result<void> PyramidWrite::writeTile(std::size_t index, const Bytes& bytes)
{
    if (TIFFWriteRawTile(m_writer.handle(), static_cast<std::uint32_t>(index), const_cast<std::byte*>(bytes.data()),
                         static_cast<tmsize_t>(bytes.size())) < 0)
        return tl::unexpected(m_writer.error());
    return {};
}

void PyramidWrite::beginLevel(std::size_t level)
{
    setLevelTags(m_writer.handle(), m_levels[level], static_cast<int>(level), m_options, m_jpegTables);
}

Result<void> PyramidWrite::endLevel()
{
    if (TIFFWriteDirectory(m_writer.handle()) == 0)
        return tl::unexpected(m_writer.error());
    return {};
}

}

bool needsBigTiff(std::int64_t width, std::int64_t height, const PyramidTiffOptions& options)
{
    // Compression can make noise larger than it was. Some readers of classic TIFF stop at 2 GiB already.
    constexpr double kClassicLimit = 2147483648.0;
    constexpr double kTileOverhead = 1024;
    const double expansion = options.compression == TiffCompression::None ? 1.0 : 1.5;
    const double tileBytes = 3.0 * options.tileSize * options.tileSize * expansion + kTileOverhead;
    double bytes = static_cast<double>(options.description.size()) + 65536;
    for (const HalvedLevel& level : halvedLevels(width, height, options.tileSize))
        bytes += tileBytes * level.columns * level.rows;
    return bytes > kClassicLimit;
}

Result<void> writePyramidTiff(const std::filesystem::path& path, std::int64_t width, std::int64_t height, const TileSource& source,
                              const PyramidTiffOptions& options, const JobControl& control)
{
    if (auto checked = checkArguments(width, height, options); !checked)
        return checked;
    try {
        auto levels = halvedLevels(width, height, options.tileSize);
        auto file = AtomicFile::create(path, options.overwrite);
        if (!file)
            return tl::unexpected(file.error());
        auto spool = TileSpool::create(path, levels);
        if (!spool)
            return tl::unexpected(spool.error());
        const auto variant = needsBigTiff(width, height, options) ? TiffWriter::Variant::Big : TiffWriter::Variant::Classic;
        auto writer = TiffWriter::create(file->temporaryPath(), path, variant);
        if (!writer)
            return tl::unexpected(writer.error());

        return PyramidWrite(path, levels, source, options, control, **writer, *spool)
            .run()
            .and_then([&] { return (*writer)->close(); })
            .and_then([&] { return verifyPyramidTiff(file->temporaryPath(), path, levels, options); })
            .and_then([&] { return file->commit(); });
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, path.string());
    }
}

}
