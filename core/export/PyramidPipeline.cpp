#include "export/PyramidPipeline.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <new>
#include <string>
#include <utility>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include "base/Parallel.h"
#include "export/ContentHash.h"
#include "export/PyramidCheck.h"
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

/// A tile of the source and the lower tiles that it completed, as far as they are written.
using EncodedTiles = std::vector<EncodedTile>;

/// One pyramid being written. The functions run on the workers of run() unless they say otherwise.
class PyramidWrite {
public:
    PyramidWrite(PyramidWriter& writer, const PyramidLayout& layout, const TileSource& source, const JobControl& control,
                 TileSpool& spool, TileSample& sample, ContentHash& hash)
        : m_writer(writer),
          m_layout(layout),
          m_levels(layout.computed()),
          m_source(source),
          m_control(control),
          m_spool(spool),
          m_sample(sample),
          m_hash(hash),
          m_encoders(layout.tiles(), writer.jpegStreams()),
          m_builder(m_levels, layout.tiles().tileSize)
    {
    }

    /// Everything, on the caller's thread and its helpers.
    Result<void> run();

private:
    TileKey keyOf(std::size_t index, std::size_t level) const;
    bool isWritten(int level) const { return static_cast<std::size_t>(level) >= m_layout.skipped(); }
    Result<void> endFirstLevel();
    Result<void> streamSource();
    void runPipeline();
    Result<void> writeSpooled(std::size_t level);
    std::size_t nextIndex(tbb::flow_control& flow);
    EncodedTiles produceOrFail(std::size_t index);
    Result<EncodedTiles> produce(const TileKey& key);
    Result<void> encode(const TileKey& key, const BgrxImage& tile, EncodedTiles& tiles);
    Result<void> store(std::size_t index, const EncodedTiles& tiles);
    std::size_t tileCount(std::size_t level) const
    {
        return static_cast<std::size_t>(m_levels[level].columns) * static_cast<std::size_t>(m_levels[level].rows);
    }
    std::string subject() const { return m_writer.finalPath().string(); }
    Error cancelled() const { return {ErrorCode::Cancelled, subject(), {}}; }
    void giveUp(Error error);

    PyramidWriter& m_writer;
    const PyramidLayout& m_layout;
    const std::vector<HalvedLevel>& m_levels;
    const TileSource& m_source;
    const JobControl& m_control;
    TileSpool& m_spool;
    TileSample& m_sample;
    ContentHash& m_hash;
    TileEncoderPool m_encoders;
    PyramidBuilder m_builder;
    std::stop_source m_stop; ///< also when one tile fails: the others end too
    std::size_t m_next = 0;
    /// Held by every stage as it ends and before anything of theirs is looked at. oneTBB orders them anyway, but by means that
    /// the thread sanitizer does not see; with this it can check the rest.
    std::mutex m_mutex;
    std::optional<Error> m_error; ///< the first one
};

TileKey PyramidWrite::keyOf(std::size_t index, std::size_t level) const
{
    const auto columns = static_cast<std::size_t>(m_levels[level].columns);
    return TileKey{static_cast<int>(level), static_cast<int>(index % columns), static_cast<int>(index / columns)};
}

Result<void> PyramidWrite::run()
{
    if (isWritten(0))
        if (auto begun = m_writer.beginLevel(0); !begun)
            return begun;
    if (auto streamed = streamSource(); !streamed)
        return streamed;
    if (isWritten(0))
        if (auto ended = endFirstLevel(); !ended)
            return ended;
    for (std::size_t level = std::max<std::size_t>(m_layout.skipped(), 1); level < m_levels.size(); ++level) {
        auto written =
            m_writer.beginLevel(level - m_layout.skipped()).and_then([&] { return writeSpooled(level); }).and_then([&] {
                return m_writer.endLevel();
            });
        if (!written)
            return written;
    }
    return {};
}

Result<void> PyramidWrite::endFirstLevel()
{
    return m_writer.endLevel().map([this] {
        if (const std::uint64_t settled = m_writer.settledBytes(); settled > 0)
            m_hash.begin(m_writer.writtenPath(), settled);
    });
}

Result<void> PyramidWrite::streamSource()
{
    const std::stop_callback forward(m_control.stop, [this] { m_stop.request_stop(); });
    const auto threads = threadCount(m_control.threads);
    // More threads than cores where that many are asked for.
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                      std::max<std::size_t>(threads, threadCount(0)));
    tbb::task_arena(static_cast<int>(threads)).execute([this] { runPipeline(); });
    const std::lock_guard lock(m_mutex);
    if (m_control.stopRequested())
        return tl::unexpected(cancelled());
    if (m_error)
        return tl::unexpected(*m_error);
    return {};
}

/// Tiles are begun in order, worked on side by side and stored in order; one that is done early waits in the pipeline, and no
/// more than the window are under way, so memory does not grow with the slide.
void PyramidWrite::runPipeline()
{
    const auto window = static_cast<std::size_t>(tbb::this_task_arena::max_concurrency()) * kTilesAheadPerThread;
    const auto take = tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                                          [this](tbb::flow_control& flow) { return nextIndex(flow); });
    const auto work = tbb::make_filter<std::size_t, EncodedTiles>(tbb::filter_mode::parallel,
                                                                  [this](std::size_t index) { return produceOrFail(index); });
    std::size_t index = 0;
    const auto put = tbb::make_filter<EncodedTiles, void>(tbb::filter_mode::serial_in_order, [&](const EncodedTiles& tiles) {
        if (m_stop.stop_requested())
            return;
        if (auto stored = store(index++, tiles); !stored)
            giveUp(std::move(stored.error()));
        const std::lock_guard lock(m_mutex);
    });
    tbb::parallel_pipeline(window, take & work & put);
}

std::size_t PyramidWrite::nextIndex(tbb::flow_control& flow)
{
    // One thread waits here, the others end their tiles and have no more.
    m_control.waitWhilePaused(m_stop.get_token());
    if (m_next == tileCount(0) || m_stop.stop_requested())
        flow.stop();
    return m_next++;
}

void PyramidWrite::giveUp(Error error)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = std::move(error);
    }
    m_stop.request_stop();
}

EncodedTiles PyramidWrite::produceOrFail(std::size_t index)
{
    if (m_stop.stop_requested())
        return {};
    try {
        // Isolated: OpenCV uses the same threads, and one that waits in it must not begin another tile, which might wait for
        // what this one holds.
        auto tiles = tbb::this_task_arena::isolate([&] { return produce(keyOf(index, 0)); });
        if (tiles) {
            const std::lock_guard lock(m_mutex);
            return std::move(*tiles);
        }
        giveUp(std::move(tiles.error()));
    } catch (const std::bad_alloc&) {
        giveUp({ErrorCode::OutOfMemory, subject(), {}});
    } catch (const std::exception& exception) {
        giveUp({ErrorCode::Internal, subject(), exception.what()});
    }
    return {};
}

Result<EncodedTiles> PyramidWrite::produce(const TileKey& key)
{
    auto pixels = m_source(key.column, key.row, m_stop.get_token());
    if (!pixels)
        return tl::unexpected(pixels.error());
    const int tileSize = m_layout.tiles().tileSize;
    const auto extent = [tileSize](std::int64_t size, int index) {
        return std::min<std::int64_t>(tileSize, size - std::int64_t(index) * tileSize);
    };
    if (pixels->width() != extent(m_levels[0].width, key.column) || pixels->height() != extent(m_levels[0].height, key.row))
        return fail(ErrorCode::Internal, subject(), "a source tile has the wrong size");

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
    if (!isWritten(key.level))
        return {};
    m_sample.offer(key, tile);
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
        auto stored = tile.key.level == 0 ? m_writer.putTile(index, tile.bytes) : m_spool.append(tile.key, tile.bytes);
        if (!stored)
            return stored;
    }
    m_control.report(index + 1, tileCount(0));
    return {};
}

/// On the caller's thread, after the source.
Result<void> PyramidWrite::writeSpooled(std::size_t level)
{
    for (std::size_t index = 0; index < tileCount(level); ++index) {
        m_control.waitWhilePaused();
        if (m_control.stopRequested())
            return tl::unexpected(cancelled());
        const auto bytes = m_spool.tile(keyOf(index, level));
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (auto written = m_writer.putTile(index, *bytes); !written)
            return written;
    }
    return {};
}

}

Result<std::string> writePyramid(PyramidWriter& writer, const PyramidLayout& layout, const TileSource& source,
                                 const JobControl& control)
{
    try {
        auto spool = TileSpool::create(writer.finalPath(), layout.computed());
        if (!spool)
            return tl::unexpected(spool.error());
        TileSample sample(layout);
        ContentHash hash;
        auto written =
            PyramidWrite(writer, layout, source, control, *spool, sample, hash).run().and_then([&] { return writer.finish(); });
        if (!written)
            return tl::unexpected(written.error());
        const ContentHash::Value sha256 = hash.complete(writer.writtenPath());
        return writer.verifyStructure()
            .and_then([&] { return checkPyramid(writer, layout, sample, control); })
            .and_then([&] { return sha256.get(); })
            .and_then([&](const std::string& found) { return writer.commit().map([&] { return found; }); });
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, writer.finalPath().string());
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, writer.finalPath().string(), exception.what());
    }
}

}
