#include "compare/RasterFrame.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QPainter>

#include "base/Parallel.h"
#include "compare/FrameGeometry.h"

namespace isostain {

namespace {

/// Copies the nearest texels of a tile into `area` of the region; scale 1 for tiles of the drawn level.
void copyTile(const BgrxImage& tile, const PixelRect& tileInLevel, const PixelRect& area, const PixelRect& region,
              BgrxImage& composed)
{
    const auto columnOf = [&](std::int64_t x) {
        return int(std::min<std::int64_t>((x - tileInLevel.x) * tile.width() / tileInLevel.width, tile.width() - 1));
    };
    for (std::int64_t y = area.y; y < area.y + area.height; ++y) {
        const auto tileRow = std::min<std::int64_t>((y - tileInLevel.y) * tile.height() / tileInLevel.height, tile.height() - 1);
        const std::uint32_t* from = tile.row(int(tileRow));
        std::uint32_t* to = composed.row(int(y - region.y)) + (area.x - region.x);
        if (tileInLevel.width == tile.width()) {
            std::copy_n(from + (area.x - tileInLevel.x), area.width, to);
            continue;
        }
        for (std::int64_t x = area.x; x < area.x + area.width; ++x)
            *to++ = from[columnOf(x)];
    }
}

struct Composed {
    BgrxImage image;
    bool isComplete = true;
};

Composed compose(const Frame& frame, const FrameGeometry& view, TileCache& cache)
{
    const PyramidGeometry& geometry = frame.slide->geometry();
    Composed composed{makeBgrxImage(int(view.region.width), int(view.region.height), frame.slide->info().background), true};
    const PixelRect standIns = intersected(standInArea(frame.plan, geometry, view), view.region);
    for (const TileKey& key : frame.plan.draw) {
        const TilePtr tile = cache.find({frame.slide->id(), key});
        if (!tile) {
            composed.isComplete = false;
            continue;
        }
        const PixelRect inLevel = tileRectInLevel(geometry, key, view.level);
        const PixelRect area = intersected(inLevel, key.level == view.level ? view.region : standIns);
        if (!area.isEmpty())
            copyTile(*tile, inLevel, area, view.region, composed.image);
    }
    return composed;
}

std::uint32_t* pixelRow(QImage& image, int y, int x)
{
    return reinterpret_cast<std::uint32_t*>(image.scanLine(y)) + x;
}

void copyMagnified(const BgrxImage& texels, const FrameGeometry& view, const QRect& part, QPoint paneOrigin, QImage& target)
{
    const int factor = view.magnification;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const std::uint32_t* from = texels.row(std::min((y + view.copyOffsetY) / factor, texels.height() - 1));
        std::uint32_t* to = pixelRow(target, y + paneOrigin.y(), part.left() + paneOrigin.x());
        for (int x = part.left(); x <= part.right(); ++x)
            *to++ = from[std::min((x + view.copyOffsetX) / factor, texels.width() - 1)] | 0xFF000000u;
    }
}

/// The texels that a device pixel covers along one axis, with weights that sum to 256.
struct Coverage {
    int first = 0;
    int count = 0;
    const int* weights = nullptr;
};

class CoverageTable {
public:
    CoverageTable(int firstPixel, int pixelCount, double texelOfPixel0, double texelsPerPixel, int texelCount)
        : m_stride(int(std::ceil(texelsPerPixel)) + 1)
    {
        m_weights.resize(std::size_t(pixelCount) * std::size_t(m_stride));
        m_firsts.reserve(std::size_t(pixelCount));
        for (int i = 0; i < pixelCount; ++i) {
            const double begin = std::clamp(texelOfPixel0 + (firstPixel + i) * texelsPerPixel, 0.0, texelCount - 1e-3);
            const double end = std::clamp(begin + texelsPerPixel, begin + 1e-4, double(texelCount));
            addPixel(begin, end, i);
        }
    }

    Coverage of(int pixel) const
    {
        return {m_firsts[std::size_t(pixel)], m_counts[std::size_t(pixel)],
                m_weights.data() + std::size_t(pixel) * std::size_t(m_stride)};
    }

private:
    void addPixel(double begin, double end, int pixel)
    {
        const int first = int(begin);
        const int count = std::min(std::max(1, int(std::ceil(end - 1e-9)) - first), m_stride);
        int* weights = m_weights.data() + std::size_t(pixel) * std::size_t(m_stride);
        int given = 0;
        for (int i = 0; i < count; ++i) {
            const double covered = std::min(end, first + i + 1.0) - begin;
            const int total = i + 1 == count ? 256 : int(std::lround(256 * covered / (end - begin)));
            weights[i] = total - given;
            given = total;
        }
        m_firsts.push_back(first);
        m_counts.push_back(count);
    }

    int m_stride;
    std::vector<int> m_weights;
    std::vector<int> m_firsts;
    std::vector<int> m_counts;
};

/// One row of the screen: texel rows are averaged first, then columns.
void averageRow(const BgrxImage& texels, const Coverage& rows, const CoverageTable& columns, int pixelCount,
                std::vector<std::uint16_t>& sums, std::uint32_t* target)
{
    const std::size_t bytes = std::size_t(texels.width()) * 4;
    std::fill(sums.begin(), sums.end(), std::uint16_t(0));
    for (int i = 0; i < rows.count; ++i) {
        const auto* from = reinterpret_cast<const std::uint8_t*>(texels.row(rows.first + i));
        const auto weight = std::uint16_t(rows.weights[i]);
        for (std::size_t byte = 0; byte < bytes; ++byte)
            sums[byte] = std::uint16_t(sums[byte] + weight * from[byte]);
    }
    for (int x = 0; x < pixelCount; ++x) {
        const Coverage coverage = columns.of(x);
        std::uint32_t blue = 1 << 15, green = 1 << 15, red = 1 << 15;
        for (int i = 0; i < coverage.count; ++i) {
            const std::uint16_t* sum = sums.data() + std::size_t(coverage.first + i) * 4;
            const auto weight = std::uint32_t(coverage.weights[i]);
            blue += weight * sum[0];
            green += weight * sum[1];
            red += weight * sum[2];
        }
        target[x] = 0xFF000000u | (red >> 16) << 16 | (green >> 16) << 8 | blue >> 16;
    }
}

void averageOnto(const BgrxImage& texels, const FrameGeometry& view, const QRect& part, QPoint paneOrigin, QImage& target)
{
    const CoverageTable columns(part.left(), part.width(), view.texelX, view.texelsPerPixelX, texels.width());
    const CoverageTable rows(part.top(), part.height(), view.texelY, view.texelsPerPixelY, texels.height());
    std::uint32_t* first = pixelRow(target, part.top() + paneOrigin.y(), part.left() + paneOrigin.x());
    const auto stride = std::size_t(target.bytesPerLine()) / 4;
    constexpr int kBand = 64;
    const auto bands = std::size_t((part.height() + kBand - 1) / kBand);
    parallelFor(bands, [&](std::size_t band) {
        std::vector<std::uint16_t> sums(std::size_t(texels.width()) * 4);
        const int begin = int(band) * kBand;
        for (int y = begin; y < std::min(begin + kBand, part.height()); ++y)
            averageRow(texels, rows.of(y), columns, part.width(), sums, first + std::size_t(y) * stride);
    });
}

void hatch(const QRect& rect, QImage& target)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        std::uint32_t* row = pixelRow(target, y, 0);
        for (int x = rect.left(); x <= rect.right(); ++x)
            row[x] = 0xFF000000u | ((x + y) / canvas::kHatchStripe % 2 ? canvas::kHatchLight : canvas::kHatchDark);
    }
}

void drawPane(const FramePane& pane, const Frame& frame, const FrameGeometry& view, const BgrxImage& texels, QImage& target)
{
    const QPoint paneOrigin(pane.viewportX, 0);
    const QRect part = view.slideRect.intersected(pane.rect.translated(-paneOrigin));
    if (part.isEmpty())
        return;
    if (view.magnification > 0)
        copyMagnified(texels, view, part, paneOrigin, target);
    else
        averageOnto(texels, view, part, paneOrigin, target);
    for (const TileKey& key : frame.plan.failed) {
        const QRect missing = paneRectOf(view, tileRectInLevel(frame.slide->geometry(), key, view.level));
        hatch(missing.intersected(part).translated(paneOrigin), target);
    }
}

void fillCanvas(const Frame& frame, QImage& target)
{
    if (target.size() != frame.size)
        target = QImage(frame.size, QImage::Format_RGB32);
    target.fill(canvas::kBackground);
    QPainter painter(&target);
    for (std::size_t i = 1; i < frame.panes.size(); ++i) {
        const int left = frame.panes[i - 1].rect.right() + 1;
        painter.fillRect(left, 0, frame.panes[i].rect.left() - left, frame.size.height(), QColor(canvas::kGap));
    }
}

void drawDecorations(const Frame& frame, QImage& target)
{
    QPainter painter(&target);
    for (const Decoration& decoration : frame.decorations)
        painter.drawImage(decoration.position, decoration.image);
}

}

FrameOutcome drawRasterFrame(const Frame& frame, TileCache& cache, QImage& target)
{
    FrameOutcome outcome;
    fillCanvas(frame, target);
    if (frame.slide) {
        const FrameGeometry view = frameGeometry(frame.viewport, frame.slide->geometry(), frame.plan.level);
        if (!view.isEmpty()) {
            const Composed composed = compose(frame, view, cache);
            outcome = {composed.isComplete, !composed.isComplete};
            std::map<std::uint64_t, BgrxImage> mapped;
            for (const FramePane& pane : frame.panes) {
                const BgrxImage* texels = &composed.image;
                if (pane.table) {
                    BgrxImage& image = mapped[pane.table->id()];
                    if (image.isEmpty())
                        image = pane.table->apply(composed.image);
                    texels = &image;
                }
                drawPane(pane, frame, view, *texels, target);
            }
        }
    }
    drawDecorations(frame, target);
    return outcome;
}

}
