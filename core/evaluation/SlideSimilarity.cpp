#include "evaluation/SlideSimilarity.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <mutex>
#include <set>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "base/Parallel.h"
#include "color/TissueMask.h"
#include "evaluation/SsimMap.h"
#include "image/Guarded.h"
#include "normalize/ColorSample.h"

namespace isostain {

namespace {

constexpr int kOverviewSide = 2048;
/// Columns whose windows are computed together.
constexpr int kChunk = 1024;

/// A tile of the source and what became of it, 8-bit gray.
struct GrayTiles {
    cv::Mat source;
    cv::Mat result;
};

/// The tissue of a slide, seen from afar.
class TissueOverview {
public:
    static Result<TissueOverview> read(const Slide& slide, int level, const std::stop_token& stop)
    {
        const PyramidGeometry& geometry = slide.geometry();
        int index = level;
        while (index < geometry.coarsestLevel() &&
               std::max(geometry.level(index).width, geometry.level(index).height) > kOverviewSide)
            ++index;
        const PyramidLevel& found = geometry.level(index);
        const auto image = readRegion(slide, index, {0, 0, found.width, found.height}, stop);
        if (!image && image.error().code == ErrorCode::TileUnreadable)
            return TissueOverview();
        if (!image)
            return tl::unexpected(image.error());
        TissueOverview overview;
        overview.m_mask = tissueMask(*image, likelyMpp(meanMpp(slide.info()), found.downsampleX));
        overview.m_scaleX = geometry.level(level).downsampleX / found.downsampleX;
        overview.m_scaleY = geometry.level(level).downsampleY / found.downsampleY;
        return overview;
    }

    bool isTissue(std::int64_t x, std::int64_t y) const
    {
        if (m_mask.empty())
            return false;
        const int column = static_cast<int>((static_cast<double>(x) + 0.5) * m_scaleX);
        const int row = static_cast<int>((static_cast<double>(y) + 0.5) * m_scaleY);
        return m_mask.at<std::uint8_t>(std::min(row, m_mask.rows - 1), std::min(column, m_mask.cols - 1)) != 0;
    }

private:
    cv::Mat m_mask;
    double m_scaleX = 1;
    double m_scaleY = 1;
};

cv::Mat grayOf(const BgrxImage& image)
{
    cv::Mat gray;
    cv::cvtColor(image.pixels, gray, cv::COLOR_BGRA2GRAY);
    return gray;
}

/// Keeps the first error of several threads.
class FirstError {
public:
    void keep(const Error& error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = error;
    }
    Result<void> result() const { return m_error ? tl::unexpected(*m_error) : Result<void>(); }

private:
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

class SlideComparison {
public:
    SlideComparison(const SlidePtr& slide, const NormalizerPtr& normalizer, int level, const JobControl& control)
        : m_slide(slide),
          m_normalizer(normalizer),
          m_through(normalizer ? throughNetwork(slide, *normalizer) : slide),
          m_level(level),
          m_control(control),
          m_columns(slide->geometry().columns(level)),
          m_rows(slide->geometry().rows(level))
    {
    }

    Result<SlideSimilarity> run()
    {
        auto tissue = TissueOverview::read(*m_slide, m_level, m_control.stop);
        if (!tissue)
            return tl::unexpected(tissue.error());
        m_tissue = *std::move(tissue);
        for (int row = 0; row < m_rows; ++row)
            if (auto done = measureRow(row); !done)
                return tl::unexpected(done.error());
        for (int row = 0; row < m_rows; ++row)
            if (auto done = compareRow(row); !done)
                return tl::unexpected(done.error());
        return result();
    }

private:
    struct Sums {
        double all = 0;
        double tissue = 0;
        std::int64_t windows = 0;
        std::int64_t tissueWindows = 0;
    };

    Result<GrayTiles> readTiles(const TileKey& key) const
    {
        auto tile = m_slide->read(key, m_control.stop);
        if (!tile)
            return tl::unexpected(tile.error());
        GrayTiles gray{grayOf(*tile), {}};
        if (!m_normalizer) {
            gray.result = gray.source;
        } else if (m_normalizer->network) {
            const auto normalized = m_through->read(key, m_control.stop);
            if (!normalized)
                return tl::unexpected(normalized.error());
            gray.result = grayOf(*normalized);
        } else {
            for (int y = 0; y < tile->height(); ++y)
                applyTo(tile->row(y), static_cast<std::size_t>(tile->width()));
            gray.result = grayOf(*tile);
        }
        return gray;
    }

    void applyTo(std::uint32_t* row, std::size_t count) const
    {
        if (m_normalizer->onDemand)
            m_normalizer->onDemand->apply(row, row, count);
        else
            m_normalizer->table->apply(row, row, count);
    }

    /// `use` of every tile of a row, on several threads.
    Result<void> forRow(int row, const std::function<Result<void>(const TileKey&)>& use)
    {
        FirstError error;
        const bool all = parallelFor(
            static_cast<std::size_t>(m_columns),
            [&](std::size_t column) {
                const TileKey key{m_level, static_cast<int>(column), row};
                if (auto used = guarded(m_slide->info().path.string(), [&] { return use(key); }); !used)
                    error.keep(used.error());
            },
            m_control.threads, m_control.stop);
        if (!all)
            return fail(ErrorCode::Cancelled, m_slide->info().path.string());
        m_control.report(++m_rowsDone, 2 * static_cast<std::uint64_t>(m_rows));
        return error.result();
    }

    /// First pass: what the grays are stretched by.
    Result<void> measureRow(int row)
    {
        return forRow(row, [&](const TileKey& key) -> Result<void> {
            const auto gray = readTiles(key);
            if (!gray && gray.error().code != ErrorCode::TileUnreadable)
                return tl::unexpected(gray.error());
            const GrayRange source = gray ? grayRange(gray->source) : GrayRange();
            const GrayRange result = gray ? grayRange(gray->result) : GrayRange();
            const std::lock_guard lock(m_mutex);
            if (!gray)
                m_unreadable.insert(key);
            m_source.widen(source);
            m_result.widen(result);
            return {};
        });
    }

    /// Second pass: the windows that end in a row of tiles, together with the last rows of pixels above it.
    Result<void> compareRow(int row)
    {
        const PyramidLevel& level = m_slide->geometry().level(m_level);
        const PixelRect first = m_slide->geometry().tileRect({m_level, 0, row});
        const int kept = m_band.source.rows;
        GrayTiles band;
        for (const auto& [made, old] : {std::pair(&band.source, &m_band.source), std::pair(&band.result, &m_band.result)}) {
            *made = cv::Mat::zeros(kept + static_cast<int>(first.height), static_cast<int>(level.width), CV_8U);
            if (kept > 0)
                old->copyTo(made->rowRange(0, kept));
        }
        auto filled = forRow(row, [&](const TileKey& key) -> Result<void> {
            if (m_unreadable.contains(key))
                return {};
            const auto gray = readTiles(key);
            if (!gray)
                return tl::unexpected(gray.error());
            const PixelRect rect = m_slide->geometry().tileRect(key);
            const cv::Rect place(static_cast<int>(rect.x), kept, static_cast<int>(rect.width), static_cast<int>(rect.height));
            gray->source.copyTo(band.source(place));
            gray->result.copyTo(band.result(place));
            return {};
        });
        if (!filled)
            return filled;
        const int keep = std::min(band.source.rows, kSsimWindow - 1);
        m_band = {band.source.rowRange(band.source.rows - keep, band.source.rows).clone(),
                  band.result.rowRange(band.result.rows - keep, band.result.rows).clone()};
        return band.source.rows < kSsimWindow ? Result<void>() : compareBand(band, first.y - kept);
    }

    /// All windows of a band whose uppermost pixels lie at `top`.
    Result<void> compareBand(const GrayTiles& band, std::int64_t top)
    {
        const int centers = band.source.cols - 2 * kSsimBorder;
        std::vector<Sums> sums(static_cast<std::size_t>((centers + kChunk - 1) / kChunk));
        FirstError error;
        const bool all = parallelFor(
            sums.size(),
            [&](std::size_t chunk) {
                const int left = static_cast<int>(chunk) * kChunk;
                const int right = std::min(left + kChunk, centers) + 2 * kSsimBorder;
                const auto done = guarded(m_slide->info().path.string(), [&]() -> Result<void> {
                    const cv::Mat map = ssimMap(stretched(band.source.colRange(left, right), m_source),
                                                stretched(band.result.colRange(left, right), m_result));
                    sums[chunk] = summed(map, left + kSsimBorder, top + kSsimBorder);
                    return {};
                });
                if (!done)
                    error.keep(done.error());
            },
            m_control.threads, m_control.stop);
        if (!all)
            return fail(ErrorCode::Cancelled, m_slide->info().path.string());
        for (const Sums& sum : sums) {
            m_sums.all += sum.all;
            m_sums.tissue += sum.tissue;
            m_sums.windows += sum.windows;
            m_sums.tissueWindows += sum.tissueWindows;
        }
        return error.result();
    }

    /// `left` and `top` is where the first center lies.
    Sums summed(const cv::Mat& map, std::int64_t left, std::int64_t top) const
    {
        Sums sums;
        for (int y = 0; y < map.rows; ++y) {
            const auto* similarity = map.ptr<double>(y);
            for (int x = 0; x < map.cols; ++x) {
                if (!m_unreadable.empty() && reachesUnreadable(left + x, top + y))
                    continue;
                sums.all += similarity[x];
                ++sums.windows;
                if (m_tissue.isTissue(left + x, top + y)) {
                    sums.tissue += similarity[x];
                    ++sums.tissueWindows;
                }
            }
        }
        return sums;
    }

    /// Whether the window around a center lies partly in a tile that could not be read.
    bool reachesUnreadable(std::int64_t x, std::int64_t y) const
    {
        const std::int64_t size = m_slide->geometry().tileSize();
        for (std::int64_t row = (y - kSsimBorder) / size; row <= (y + kSsimBorder) / size; ++row)
            for (std::int64_t column = (x - kSsimBorder) / size; column <= (x + kSsimBorder) / size; ++column)
                if (m_unreadable.contains({m_level, static_cast<int>(column), static_cast<int>(row)}))
                    return true;
        return false;
    }

    Result<SlideSimilarity> result() const
    {
        if (m_sums.windows == 0)
            return fail(ErrorCode::SlideUnreadable, m_slide->info().path.string(),
                        "no part of it is large enough to be compared");
        SlideSimilarity similarity;
        similarity.all = m_sums.all / static_cast<double>(m_sums.windows);
        if (m_sums.tissueWindows > 0)
            similarity.tissue = m_sums.tissue / static_cast<double>(m_sums.tissueWindows);
        similarity.windows = m_sums.windows;
        similarity.tissueWindows = m_sums.tissueWindows;
        similarity.unreadableTiles = m_unreadable.size();
        return similarity;
    }

    SlidePtr m_slide;
    NormalizerPtr m_normalizer;
    SlidePtr m_through;
    int m_level;
    const JobControl& m_control;
    int m_columns;
    int m_rows;
    std::uint64_t m_rowsDone = 0;
    TissueOverview m_tissue;
    std::mutex m_mutex; ///< for the three below, in the first pass
    std::set<TileKey> m_unreadable;
    GrayRange m_source;
    GrayRange m_result;
    GrayTiles m_band; ///< the last rows of pixels, which windows of the next band need
    Sums m_sums;
};

}

Result<SlideSimilarity> slideSimilarity(const SlidePtr& slide, const NormalizerPtr& normalizer, int level,
                                        const JobControl& control)
{
    const std::string name = slide->info().path.string();
    if (level < 0 || level >= slide->geometry().levelCount())
        return fail(ErrorCode::InvalidArgument, "Level " + std::to_string(level) + " of " + name, "there is no such level");
    const PyramidLevel& size = slide->geometry().level(level);
    if (std::min(size.width, size.height) < kSsimWindow)
        return fail(ErrorCode::InvalidArgument, "Level " + std::to_string(level) + " of " + name,
                    "it is too small to be compared");
    return guarded(name, [&] { return SlideComparison(slide, normalizer, level, control).run(); });
}

}
