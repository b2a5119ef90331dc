#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "widgets/compare/PanePixels.h"
#include "widgets/compare/ViewFixture.h"

namespace isostain::test {

/// What a pixel of a pane shows between levels: texels mapped, then averaged by the area that lies under the pixel; one value
/// a channel, blue first. Nothing where the pixel reaches over the slide's border.
inline std::optional<std::array<double, 3>> averagedPixel(const CompareView& view, const PanePlace& place, int x, int y)
{
    const PyramidGeometry& geometry = view.slide()->geometry();
    const Viewport& viewport = view.viewport();
    const int index = geometry.levelForZoom(viewport.zoom);
    const PyramidLevel& level = geometry.level(index);
    const ColorTablePtr& table = view.panes()[std::size_t(place.pane)].table;
    const double width = 1 / viewport.zoom / level.downsampleX;
    const double height = 1 / viewport.zoom / level.downsampleY;
    const double left = (viewport.rasterOrigin().x + x - place.viewportX) * width;
    const double top = (viewport.rasterOrigin().y + y) * height;
    if (left < 0 || top < 0 || left + width > double(level.width) || top + height > double(level.height))
        return std::nullopt;
    std::array<double, 3> sums{};
    for (auto ty = std::int64_t(top); ty < top + height; ++ty)
        for (auto tx = std::int64_t(left); tx < left + width; ++tx) {
            const double area = (std::min(left + width, tx + 1.0) - std::max(left, double(tx)))
                                * (std::min(top + height, ty + 1.0) - std::max(top, double(ty)));
            std::uint32_t color = paintedPixel(geometry, index, std::min(tx, level.width - 1), std::min(ty, level.height - 1));
            color = table ? table->entry(color) : color;
            for (std::size_t channel = 0; channel < 3; ++channel)
                sums[channel] += area * (color >> 8 * channel & 255) / (width * height);
        }
    return sums;
}

/// The largest difference of a channel between a frame and averagedPixel(), over every third column.
inline double worstDistanceFromAverage(const CompareView& view, const QImage& frame)
{
    double worst = 0;
    for (const PanePlace& place : view.paneLayout().places)
        for (int y = 0; y < frame.height(); ++y)
            for (int x = place.rect.left(); x <= place.rect.right(); x += 3)
                if (const auto expected = averagedPixel(view, place, x, y))
                    for (std::size_t channel = 0; channel < 3; ++channel)
                        worst = std::max(worst, std::abs((*expected)[channel] - (pixelOf(frame, x, y) >> 8 * channel & 255)));
    return worst;
}

}

/// Settles the fixture's view and compares every pixel of its frame.
#define VERIFY_EXACT(fixture)                                                                                              \
    do {                                                                                                                   \
        const QString difference = firstWrongPixel((fixture).view, (fixture).settledFrame());                              \
        QVERIFY2(difference.isEmpty(), qPrintable(difference));                                                            \
    } while (false)
