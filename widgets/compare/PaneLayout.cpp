#include "compare/PaneLayout.h"

#include <algorithm>
#include <limits>

namespace isostain {

namespace {

PaneLayout layoutSideBySide(const PaneLayoutInput& input)
{
    const int count = std::max(1, input.paneCount);
    const int gaps = count - 1;
    const int width = std::max(1, (input.viewSize.width() - gaps) / count);
    const int spare = std::max(0, input.viewSize.width() - gaps - width * count);

    PaneLayout layout{QSize(width, input.viewSize.height()), {}};
    for (int pane = 0; pane < count; ++pane) {
        const int x = pane * (width + 1) + std::min(pane, spare);
        layout.places.push_back({pane, QRect(x, 0, width, input.viewSize.height()), x});
    }
    return layout;
}

PaneLayout layoutCurtain(const PaneLayoutInput& input)
{
    const QSize size = input.viewSize;
    const int divider = std::clamp(input.dividerX, 0, size.width());
    return {size,
            {{input.sourcePane, QRect(0, 0, divider, size.height()), 0},
             {input.mainPane, QRect(divider, 0, size.width() - divider, size.height()), 0}}};
}

}

const PanePlace* PaneLayout::placeAt(const QPoint& point) const
{
    const PanePlace* nearest = nullptr;
    int nearestDistance = std::numeric_limits<int>::max();
    for (const PanePlace& place : places) {
        const int distance = std::max({place.rect.left() - point.x(), point.x() - place.rect.right(), 0});
        if (!place.rect.isEmpty() && distance < nearestDistance) {
            nearest = &place;
            nearestDistance = distance;
        }
    }
    return nearest;
}

PaneLayout layoutPanes(const PaneLayoutInput& input)
{
    switch (input.mode) {
    case CompareMode::SideBySide:
        return layoutSideBySide(input);
    case CompareMode::Curtain:
        return layoutCurtain(input);
    case CompareMode::Single:
        break;
    }
    return {input.viewSize, {{input.mainPane, QRect(QPoint(), input.viewSize), 0}}};
}

}
