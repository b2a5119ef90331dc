#include "compare/RasterPane.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "compare/AreaAverage.h"

namespace isostain {

namespace {

constexpr std::uint32_t kOpaque = 0xFF000000u;

std::uint32_t* pixelRow(QImage& image, int y, int x)
{
    // Not scanLine(): it may detach, and workers draw at the same time.
    auto* bits = const_cast<uchar*>(image.constBits());
    return reinterpret_cast<std::uint32_t*>(bits + std::size_t(y) * std::size_t(image.bytesPerLine())) + x;
}

/// Columns [begin, end) of a pane's row that the slide covers, and the rest of it filled.
struct Span {
    int begin = 0;
    int end = 0;
};

void fillAround(const QRect& rect, int y, Span span, QImage& target)
{
    std::uint32_t* row = pixelRow(target, y, 0);
    const int right = rect.left() + rect.width();
    if (span.begin >= span.end)
        span = {right, right};
    std::fill(row + rect.left(), row + span.begin, canvas::kBackground | kOpaque);
    std::fill(row + span.end, row + right, canvas::kBackground | kOpaque);
}

std::uint32_t hatchColor(int x, int y)
{
    return kOpaque | ((x + y) / canvas::kHatchStripe % 2 ? canvas::kHatchLight : canvas::kHatchDark);
}

/// What panes whose pixels lie parallel to those of the slide have in common.
class StraightPane : public RasterPane {
public:
    explicit StraightPane(const RasterPaneInput& input)
        : m_rect(input.rect),
          m_corner(input.viewportCorner),
          m_view(input.view),
          m_texels(input.texels),
          m_part(input.view.slideRect.intersected(input.rect.translated(-input.viewportCorner)))
    {
        for (const TileKey& key : input.layer.plan.failed) {
            const QRect missing = paneRectOf(m_view, tileRectInLevel(input.layer.slide->geometry(), key, m_view.level));
            m_missing.push_back(missing.intersected(m_part).translated(m_corner));
        }
    }

    void drawRows(int begin, int end, QImage& target) const override
    {
        const QRect part = m_part.translated(m_corner);
        for (int y = begin; y < end; ++y) {
            const bool isOnSlide = !m_part.isEmpty() && y >= part.top() && y <= part.bottom();
            fillAround(m_rect, y, isOnSlide ? Span{part.left(), part.right() + 1} : Span{}, target);
        }
        begin = std::max(begin, part.top());
        end = std::min(end, part.bottom() + 1);
        if (begin >= end || m_part.isEmpty())
            return;
        drawSlide(begin - m_corner.y(), end - m_corner.y(), pixelRow(target, begin, part.left()),
                  std::size_t(target.bytesPerLine()) / 4);
        for (const QRect& missing : m_missing)
            hatch(missing, begin, end, target);
    }

protected:
    /// Rows [begin, end) of the pane, within part(), to words `stride` apart from row to row.
    virtual void drawSlide(int begin, int end, std::uint32_t* to, std::size_t stride) const = 0;

    const FrameGeometry& view() const { return m_view; }
    const TexelImage& texels() const { return m_texels; }
    /// Device pixels of the pane.
    const QRect& part() const { return m_part; }

private:
    static void hatch(const QRect& missing, int begin, int end, QImage& target)
    {
        for (int y = std::max(begin, missing.top()); y < std::min(end, missing.bottom() + 1); ++y) {
            std::uint32_t* row = pixelRow(target, y, 0);
            for (int x = missing.left(); x <= missing.right(); ++x)
                row[x] = hatchColor(x, y);
        }
    }

    QRect m_rect;
    QPoint m_corner;
    const FrameGeometry& m_view;
    const TexelImage& m_texels;
    QRect m_part;
    std::vector<QRect> m_missing; ///< pixels of the target
};

class CopiedPane : public StraightPane {
public:
    using StraightPane::StraightPane;

protected:
    void drawSlide(int begin, int end, std::uint32_t* to, std::size_t stride) const override
    {
        const auto width = std::size_t(part().width());
        int lastRow = -1;
        for (int y = begin; y < end; ++y, to += stride) {
            const int row = std::min((y + view().copyOffsetY) / view().magnification, texels().height() - 1);
            if (row == lastRow)
                std::copy_n(to - stride, width, to);
            else
                copyRow(texels().row(row), to);
            lastRow = row;
        }
    }

private:
    void copyRow(const std::uint32_t* from, std::uint32_t* to) const
    {
        const int factor = view().magnification;
        const int last = texels().width() - 1;
        int position = part().left() + view().copyOffsetX;
        const int end = position + part().width();
        if (factor == 1) {
            const int inside = std::min(end, last + 1);
            for (; position < inside; ++position)
                *to++ = from[position] | kOpaque;
        }
        while (position < end) {
            const int texel = position / factor;
            const int next = std::min(end, (texel + 1) * factor);
            to = std::fill_n(to, next - position, from[std::min(texel, last)] | kOpaque);
            position = next;
        }
    }
};

class AveragedPane : public StraightPane {
public:
    explicit AveragedPane(const RasterPaneInput& input)
        : StraightPane(input),
          m_columns(part().left(), part().width(), view().texelX, view().texelsPerPixelX, texels().width()),
          m_rows(part().top(), part().height(), view().texelY, view().texelsPerPixelY, texels().height())
    {
    }

protected:
    void drawSlide(int begin, int end, std::uint32_t* to, std::size_t stride) const override
    {
        AreaAverage average(m_columns);
        for (int y = begin; y < end; ++y, to += stride)
            average.makeRow(texels(), m_rows.of(y - part().top()), to);
    }

private:
    CoverageTable m_columns;
    CoverageTable m_rows;
};

/// `count` parts of 256 of b, the rest of a, byte by byte.
std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t count)
{
    constexpr std::uint32_t kEven = 0x00FF00FFu, kHalf = 0x00800080u;
    const std::uint32_t even = ((a & kEven) * (256 - count) + (b & kEven) * count + kHalf) >> 8 & kEven;
    const std::uint32_t odd = ((a >> 8 & kEven) * (256 - count) + (b >> 8 & kEven) * count + kHalf) & ~kEven;
    return even | odd;
}

class PlacedPane : public RasterPane {
public:
    explicit PlacedPane(const RasterPaneInput& input)
        : m_rect(input.rect),
          m_corner(input.viewportCorner),
          m_texels(input.texels),
          m_placed(placedGeometry(input.layer, input.view))
    {
        for (const TileKey& key : input.layer.plan.failed) {
            const PixelRect tile = tileRectInLevel(input.layer.slide->geometry(), key, input.view.level);
            m_missing.push_back(cv::Rect2d(double(tile.x - input.view.region.x), double(tile.y - input.view.region.y),
                                           double(tile.width), double(tile.height)));
        }
    }

    void drawRows(int begin, int end, QImage& target) const override
    {
        for (int y = begin; y < end; ++y) {
            const Span span = spanOf(m_placed.slide, y);
            fillAround(m_rect, y, span, target);
            std::uint32_t* row = pixelRow(target, y, 0);
            if (m_placed.samples == 0)
                copyRow(y, span, row);
            else if (m_placed.samples == 1)
                sampleRow(y, span, row);
            else
                for (int x = span.begin; x < span.end; ++x)
                    row[x] = kOpaque | average(x, y);
            for (const cv::Rect2d& missing : m_missing) {
                const Span hole = spanOf(missing, y);
                for (int x = hole.begin; x < hole.end; ++x)
                    row[x] = hatchColor(x, y);
            }
        }
    }

private:
    cv::Point2d texelAt(double x, double y) const
    {
        const cv::Matx23d& m = m_placed.toTexel;
        x -= m_corner.x();
        y -= m_corner.y();
        return {m(0, 0) * x + m(0, 1) * y + m(0, 2), m(1, 0) * x + m(1, 1) * y + m(1, 2)};
    }

    /// The pixels of a row whose centers lie in a rectangle of texels.
    Span spanOf(const cv::Rect2d& texels, int y) const
    {
        const cv::Point2d start = texelAt(m_rect.left() + 0.5, y + 0.5);
        double begin = 0;
        double end = m_rect.width();
        cutTo(texels.x, texels.x + texels.width, start.x, m_placed.toTexel(0, 0), begin, end);
        cutTo(texels.y, texels.y + texels.height, start.y, m_placed.toTexel(1, 0), begin, end);
        if (!(begin < end))
            return {};
        return {m_rect.left() + int(std::ceil(begin)), m_rect.left() + int(std::ceil(end))};
    }

    /// Keeps the steps t in [begin, end) for which low <= position + t * step < high.
    static void cutTo(double low, double high, double position, double step, double& begin, double& end)
    {
        constexpr double kStill = 1e-12;
        if (std::abs(step) < kStill) {
            if (position < low || position >= high)
                end = begin;
            return;
        }
        const double a = (low - position) / step;
        const double b = (high - position) / step;
        begin = std::max(begin, std::min(a, b));
        end = std::min(end, std::max(a, b));
    }

    std::uint32_t sample(double x, double y) const
    {
        const cv::Point2d texel = texelAt(x, y);
        return blend(inSteps(texel.x), inSteps(texel.y));
    }

    void copyRow(int y, Span span, std::uint32_t* row) const
    {
        for (int x = span.begin; x < span.end; ++x) {
            const cv::Point2d texel = texelAt(x + 0.5, y + 0.5);
            const int column = std::clamp(int(std::floor(texel.x)), 0, m_texels.width() - 1);
            row[x] = kOpaque | m_texels.row(std::clamp(int(std::floor(texel.y)), 0, m_texels.height() - 1))[column];
        }
    }

    void sampleRow(int y, Span span, std::uint32_t* row) const
    {
        cv::Point2d texel = texelAt(span.begin + 0.5, y + 0.5);
        for (int x = span.begin; x < span.end; ++x) {
            row[x] = kOpaque | blend(inSteps(texel.x), inSteps(texel.y));
            texel.x += m_placed.toTexel(0, 0);
            texel.y += m_placed.toTexel(1, 0);
        }
    }

    /// In steps of 1/256 texel from the middle of the first one, which is where blending counts from.
    static int inSteps(double texel) { return int(texel * 256 + 0.5) - 128; }

    std::uint32_t blend(int u, int v) const
    {
        u = std::clamp(u, 0, (m_texels.width() - 1) * 256);
        v = std::clamp(v, 0, (m_texels.height() - 1) * 256);
        const int left = u >> 8, top = v >> 8;
        const int right = std::min(left + 1, m_texels.width() - 1);
        const std::uint32_t* upper = m_texels.row(top);
        const std::uint32_t* lower = m_texels.row(std::min(top + 1, m_texels.height() - 1));
        const auto across = std::uint32_t(u & 255);
        return mixed(mixed(upper[left], upper[right], across), mixed(lower[left], lower[right], across),
                     std::uint32_t(v & 255));
    }

    std::uint32_t average(int x, int y) const
    {
        const int samples = m_placed.samples;
        std::uint32_t sums[3] = {};
        for (int i = 0; i < samples * samples; ++i) {
            const std::uint32_t color = sample(x + (i % samples + 0.5) / samples, y + (double(i / samples) + 0.5) / samples);
            for (int channel = 0; channel < 3; ++channel)
                sums[channel] += color >> 8 * channel & 255;
        }
        const auto count = std::uint32_t(samples * samples);
        const auto mean = [&](int channel) {
            return (sums[channel] + count / 2) / count;
        };
        return mean(2) << 16 | mean(1) << 8 | mean(0);
    }

    QRect m_rect;
    QPoint m_corner;
    const TexelImage& m_texels;
    PlacedGeometry m_placed;
    std::vector<cv::Rect2d> m_missing; ///< texels
};

}

std::unique_ptr<RasterPane> makeRasterPane(const RasterPaneInput& input)
{
    if (input.layer.placement)
        return std::make_unique<PlacedPane>(input);
    if (input.view.magnification > 0)
        return std::make_unique<CopiedPane>(input);
    return std::make_unique<AveragedPane>(input);
}

void fillCanvas(const QRect& rect, QImage& target)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        fillAround(rect, y, {}, target);
}

}
