#include "export/PyramidCheck.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "base/Parallel.h"
#include "base/SplitMix.h"
#include "export/TileEncoder.h"
#include "image/Guarded.h"
#include "slide/Slide.h"
#include "slide/SlideMetadata.h"

namespace isostain {

namespace {

constexpr std::size_t kFinestTiles = 16;
constexpr std::size_t kLowerTiles = 2;
constexpr std::size_t kMostBytes = std::size_t(12) << 20;

/// Up to `count` tiles of a level, the first and the last among them where there is room.
std::vector<TileKey> chooseTiles(const HalvedLevel& level, int index, std::size_t count)
{
    const std::uint64_t tiles = static_cast<std::uint64_t>(level.columns) * static_cast<std::uint64_t>(level.rows);
    std::set<std::uint64_t> chosen = {0, tiles - 1};
    for (std::uint64_t i = 0; i < 4 * count && chosen.size() < count; ++i)
        chosen.insert(splitMix(i + (static_cast<std::uint64_t>(index) << 32)) % tiles);
    std::vector<TileKey> keys;
    for (const std::uint64_t tile : chosen)
        keys.push_back({index, static_cast<int>(tile % static_cast<std::uint64_t>(level.columns)),
                        static_cast<int>(tile / static_cast<std::uint64_t>(level.columns))});
    return keys;
}

/// Mean square difference of the color channels.
double meanSquare(const BgrxImage& a, const BgrxImage& b)
{
    std::uint64_t sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            for (int shift = 0; shift < 24; shift += 8) {
                const auto channel = [shift](std::uint32_t pixel) {
                    return static_cast<int>(pixel >> shift & 0xFF);
                };
                const int difference = channel(a.row(y)[x]) - channel(b.row(y)[x]);
                sum += static_cast<std::uint64_t>(difference * difference);
            }
    return static_cast<double>(sum) / (3.0 * a.width() * a.height());
}

/// What JPEG alone costs: the mean square difference that libjpeg-turbo makes.
Result<double> jpegCost(const BgrxImage& tile, const TileFormat& format)
{
    const auto stream = JpegEncoder(format.quality, format.subsampling).encode(paddedTile(tile, format.tileSize));
    if (!stream)
        return tl::unexpected(stream.error());
    const auto decoded = decodeJpeg(*stream);
    if (!decoded)
        return tl::unexpected(decoded.error());
    return meanSquare({decoded->pixels(cv::Rect({0, 0}, tile.pixels.size()))}, tile);
}

Result<bool> isAsGood(const BgrxImage& found, const BgrxImage& expected, const TileFormat& format)
{
    if (found.pixels.size() != expected.pixels.size())
        return false;
    const double difference = meanSquare(found, expected);
    if (format.compression != TiffCompression::Jpeg || difference == 0)
        return difference == 0;
    // A tenth of a decibel, and as much as decoders may round differently where there is nothing to lose.
    constexpr double kTenthOfADecibel = 1.0233;
    constexpr double kRounding = 0.05;
    return jpegCost(expected, format).map([&](double cost) { return difference <= kTenthOfADecibel * cost + kRounding; });
}

bool isNear(const std::optional<double>& found, const std::optional<double>& stated)
{
    constexpr double kTolerance = 0.001;
    return !stated || (found && std::abs(*found - *stated) <= kTolerance * *stated);
}

/// The geometry's indices of the levels stored in the file, finest first.
std::vector<int> storedLevels(const PyramidGeometry& geometry)
{
    std::vector<int> levels;
    for (int i = 0; i < geometry.levelCount(); ++i)
        if (!geometry.level(i).isVirtual())
            levels.push_back(i);
    return levels;
}

/// What is wrong with the levels and what they say of themselves; empty: nothing.
std::string findFault(const Slide& slide, const std::vector<int>& levels, const PyramidLayout& layout,
                      const StatedScale& stated)
{
    const auto written = layout.written();
    if (levels.size() != written.size())
        return std::to_string(levels.size()) + " levels instead of " + std::to_string(written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        const PyramidLevel& found = slide.geometry().level(levels[i]);
        if (found.width != written[i].width || found.height != written[i].height)
            return "the size of level " + std::to_string(i);
    }
    if (!isNear(slide.info().mppX, plausibleMpp(stated.mppX)) || !isNear(slide.info().mppY, plausibleMpp(stated.mppY)))
        return "the pixel size";
    if (!isNear(slide.info().objectivePower, stated.objectivePower))
        return "the objective";
    return {};
}

/// Compares sampled tiles with a reader's; keeps the first error.
class SampleCheck {
public:
    SampleCheck(const PyramidWriter& written, const Slide& slide, std::vector<int> levels, const PyramidLayout& layout)
        : m_written(written),
          m_slide(slide),
          m_levels(std::move(levels)),
          m_layout(layout),
          m_subject(written.finalPath().string())
    {
    }

    Result<void> run(const TileSample& sample, const JobControl& control)
    {
        std::vector<std::pair<TileKey, BgrxImage>> tiles(sample.tiles().begin(), sample.tiles().end());
        std::stop_source stop;
        const std::stop_callback forward(control.stop, [&stop] { stop.request_stop(); });
        parallelFor(
            tiles.size(),
            [&](std::size_t i) {
                if (auto checked = check(tiles[i].first, tiles[i].second, stop.get_token()); !checked) {
                    const std::lock_guard lock(m_mutex);
                    if (!m_error)
                        m_error = std::move(checked.error());
                    stop.request_stop();
                }
            },
            control.threads, stop.get_token());
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled, m_subject);
        if (m_error)
            return tl::unexpected(*m_error);
        return {};
    }

private:
    Result<void> check(const TileKey& key, const BgrxImage& expected, const std::stop_token& stop) const
    {
        const auto level = static_cast<std::size_t>(key.level) - m_layout.skipped();
        const auto failed = [&](const std::string& what) {
            return fail(ErrorCode::VerificationFailed, m_subject,
                        "tile " + std::to_string(key.column) + ", " + std::to_string(key.row) + " of level " +
                            std::to_string(level) + " " + what);
        };
        if (expected.isEmpty())
            return failed("was never made");
        const std::int64_t size = m_layout.tiles().tileSize;
        auto found = readRegion(m_slide, m_levels[level],
                                {key.column * size, key.row * size, expected.width(), expected.height()}, stop);
        // OpenSlide 3.4.1 reads levels whose size had to be rounded between their pixels, whoever wrote them.
        if (level > 0)
            if (auto decoded = m_written.decodedTile(level, key.column, key.row))
                found = std::move(*decoded);
        if (!found)
            return failed("cannot be read: " + found.error().detail);
        const auto good = isAsGood(*found, expected, m_layout.tiles());
        if (!good)
            return tl::unexpected(good.error());
        return *good ? Result<void>() : failed("is not what was written");
    }

    const PyramidWriter& m_written;
    const Slide& m_slide;
    std::vector<int> m_levels;
    const PyramidLayout& m_layout;
    std::string m_subject;
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

}

TileSample::TileSample(const PyramidLayout& layout)
{
    const auto size = static_cast<std::size_t>(layout.tiles().tileSize);
    const std::size_t most = std::max<std::size_t>(1, kMostBytes / (size * size * sizeof(std::uint32_t)));
    for (std::size_t level = layout.skipped(); level < layout.computed().size(); ++level)
        for (const TileKey& key : chooseTiles(layout.computed()[level], static_cast<int>(level),
                                              level == layout.skipped() ? kFinestTiles : kLowerTiles))
            if (m_tiles.size() < most)
                m_tiles.try_emplace(key);
}

void TileSample::offer(const TileKey& key, const BgrxImage& tile)
{
    // The keys never change, so only what is kept needs the lock.
    const auto chosen = m_tiles.find(key);
    if (chosen == m_tiles.end())
        return;
    BgrxImage copy{tile.pixels.clone()};
    const std::lock_guard lock(m_mutex);
    chosen->second = std::move(copy);
}

Result<void> checkPyramid(const PyramidWriter& written, const PyramidLayout& layout, const TileSample& sample,
                          const JobControl& control)
{
    const std::string subject = written.finalPath().string();
    return guarded(subject, [&]() -> Result<void> {
        const auto slide = openSlide(written.writtenPath());
        if (!slide)
            return fail(ErrorCode::VerificationFailed, subject, slide.error().detail);
        const std::vector<int> levels = storedLevels((*slide)->geometry());
        if (const std::string fault = findFault(**slide, levels, layout, written.statedScale()); !fault.empty())
            return fail(ErrorCode::VerificationFailed, subject, fault);
        return SampleCheck(written, **slide, levels, layout).run(sample, control);
    });
}

}
