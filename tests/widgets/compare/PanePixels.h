#pragma once

#include <cmath>

#include "compare/Frame.h"
#include "widgets/compare/ViewFixture.h"

namespace isostain::test {

inline constexpr std::uint32_t kRgb = 0xFFFFFF;

inline std::uint32_t pixelOf(const QImage& image, int x, int y)
{
    return reinterpret_cast<const std::uint32_t*>(image.constScanLine(y))[x] & kRgb;
}

/// What the view's slide shows at a pixel of a place where the drawn level is copied; nothing beside the slide.
inline std::optional<std::uint32_t> copiedPixel(const CompareView& view, const PanePlace& place, int x, int y)
{
    const PyramidGeometry& geometry = view.slide()->geometry();
    const Viewport& viewport = view.viewport();
    const int index = geometry.levelForZoom(viewport.zoom);
    const PyramidLevel& level = geometry.level(index);
    const auto magnification = std::int64_t(std::lround(viewport.zoom * level.downsampleX));
    const auto rasterX = std::int64_t(viewport.rasterOrigin().x) + x - place.viewportX;
    const auto rasterY = std::int64_t(viewport.rasterOrigin().y) + y - place.viewportY;
    if (rasterX < 0 || rasterY < 0 || rasterX >= std::lround(double(geometry.width()) * viewport.zoom) ||
        rasterY >= std::lround(double(geometry.height()) * viewport.zoom))
        return std::nullopt;
    return paintedPixel(geometry, index, std::min(rasterX / magnification, level.width - 1),
                        std::min(rasterY / magnification, level.height - 1));
}

/// The table that a place shows the slide through; null: none.
inline ColorTablePtr tableOf(const CompareView& view, const PanePlace& place)
{
    const bool isSource = place.pane == PanePlace::kSource || view.isSourceHeld();
    return isSource ? nullptr : view.panes()[std::size_t(place.pane)].table;
}

/// The first pixel of a place that is not what `colorOf` makes of the slide's, in words, or nothing.
template <typename ColorOf>
QString firstWrongPixel(const CompareView& view, const QImage& image, const PanePlace& place, ColorOf colorOf,
                        const QRect& without = {})
{
    if (image.isNull())
        return "the view did not settle";
    for (int y = place.rect.top(); y <= place.rect.bottom(); ++y)
        for (int x = place.rect.left(); x <= place.rect.right(); ++x) {
            const auto source = copiedPixel(view, place, x, y);
            const std::uint32_t expected = source ? colorOf(*source) & kRgb : canvas::kBackground & kRgb;
            if (pixelOf(image, x, y) != expected && !without.contains(x, y))
                return QString("pane %1 at %2,%3: %4 instead of %5")
                    .arg(place.pane)
                    .arg(x)
                    .arg(y)
                    .arg(pixelOf(image, x, y), 6, 16, QChar('0'))
                    .arg(expected, 6, 16, QChar('0'));
        }
    return {};
}

/// The same for all panes and their tables, save for the pixels of `without`.
inline QString firstWrongPixel(const CompareView& view, const QImage& image, const QRect& without = {})
{
    for (const PanePlace& place : view.paneLayout().places) {
        const ColorTablePtr table = tableOf(view, place);
        const auto colorOf = [&](std::uint32_t color) {
            return table ? table->entry(color) : color;
        };
        const QString wrong = firstWrongPixel(view, image, place, colorOf, without);
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

inline Viewport viewportAt(const CompareView& view, double x, double y, double zoom)
{
    return {{x, y}, zoom, view.viewport().width, view.viewport().height};
}

/// Logical position of the middle of a pane.
inline QPoint middleOf(const CompareView& view, int pane)
{
    for (const PanePlace& place : view.paneLayout().places)
        if (place.pane == pane)
            return (QPointF(place.rect.center()) / view.devicePixelRatioF()).toPoint();
    return {};
}

}
