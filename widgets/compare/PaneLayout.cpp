#include "compare/PaneLayout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QtGlobal>

namespace isostain {

namespace {

constexpr PaneArrangementEntry kArrangements[] = {
    {PaneArrangement::Automatic, "automatic", QT_TRANSLATE_NOOP("PaneArrangement", "Automatic")},
    {PaneArrangement::Row, "row", QT_TRANSLATE_NOOP("PaneArrangement", "One Row")},
    {PaneArrangement::Column, "column", QT_TRANSLATE_NOOP("PaneArrangement", "One Column")},
    {PaneArrangement::Grid, "grid", QT_TRANSLATE_NOOP("PaneArrangement", "Grid")},
};

/// What an empty cell takes from an arrangement's worth.
constexpr double kFilled = 0.9;

/// One direction of a grid: where its cells begin.
struct Track {
    int cell = 1;
    std::vector<int> starts;
    int margin = 0;
};

Track trackOf(int length, int count, int gap, int margin)
{
    const int taken = (count - 1) * gap + 2 * margin;
    const int cell = std::max(1, (length - taken) / count);
    const int spare = std::max(0, length - taken - cell * count);
    Track track{cell, {}, margin};
    for (int i = 0; i < count; ++i)
        track.starts.push_back(margin + i * (cell + gap) + std::min(i, spare));
    return track;
}

int rowsFor(int count, int columns)
{
    return (count + columns - 1) / columns;
}

double worthOf(const PaneLayoutInput& input, int columns)
{
    const int rows = rowsFor(input.paneCount, columns);
    const double width = double(input.viewSize.width()) / columns;
    const double height = double(input.viewSize.height()) / rows;
    return std::min(width, height) * std::pow(kFilled, rows * columns - input.paneCount);
}

int bestColumns(const PaneLayoutInput& input)
{
    int best = input.paneCount;
    for (int columns = input.paneCount - 1; columns >= 1; --columns)
        if (worthOf(input, columns) > worthOf(input, best))
            best = columns;
    return best;
}

int columnsOf(const PaneLayoutInput& input)
{
    switch (input.arrangement) {
    case PaneArrangement::Automatic:
        return bestColumns(input);
    case PaneArrangement::Column:
        return 1;
    case PaneArrangement::Grid:
        return int(std::ceil(std::sqrt(input.paneCount)));
    case PaneArrangement::Row:
        break;
    }
    return input.paneCount;
}

void addGaps(const Track& x, const Track& y, QSize size, std::vector<QRect>& gaps)
{
    const auto add = [&](const QRect& gap) {
        if (!gap.isEmpty())
            gaps.push_back(gap);
    };
    int end = 0;
    for (const int start : x.starts) {
        add(QRect(end, 0, start - end, size.height()));
        end = start + x.cell;
    }
    if (x.margin > 0)
        add(QRect(end, 0, size.width() - end, size.height()));
    end = 0;
    for (const int start : y.starts) {
        add(QRect(0, end, size.width(), start - end));
        end = start + y.cell;
    }
    if (y.margin > 0)
        add(QRect(0, end, size.width(), size.height() - end));
}

PaneLayout layoutSideBySide(PaneLayoutInput input)
{
    input.paneCount = std::max(1, input.paneCount);
    const int columns = columnsOf(input);
    const int rows = rowsFor(input.paneCount, columns);
    const Track x = trackOf(input.viewSize.width(), columns, input.gap, input.margin);
    const int marginY = input.arrangement == PaneArrangement::Row ? 0 : input.margin;
    const Track y = trackOf(input.viewSize.height(), rows, input.gap, marginY);

    PaneLayout layout;
    layout.paneSize = QSize(x.cell, y.cell);
    for (int cell = 0; cell < rows * columns; ++cell) {
        const QPoint corner(x.starts[std::size_t(cell % columns)], y.starts[std::size_t(cell / columns)]);
        if (cell < input.paneCount)
            layout.places.push_back({cell, QRect(corner, layout.paneSize), corner.x(), corner.y()});
        else
            layout.emptyCells.push_back(QRect(corner, layout.paneSize));
    }
    addGaps(x, y, input.viewSize, layout.gaps);
    return layout;
}

PaneLayout layoutCurtain(const PaneLayoutInput& input)
{
    const QSize size = input.viewSize;
    const int divider = std::clamp(input.dividerX, 0, size.width());
    PaneLayout layout;
    layout.paneSize = size;
    layout.places = {{input.sourcePane, QRect(0, 0, divider, size.height()), 0},
                     {input.mainPane, QRect(divider, 0, size.width() - divider, size.height()), 0}};
    return layout;
}

int distanceTo(const QRect& rect, const QPoint& point)
{
    const int x = std::max({rect.left() - point.x(), point.x() - rect.right(), 0});
    const int y = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0});
    return std::max(x, y);
}

}

std::span<const PaneArrangementEntry> paneArrangements()
{
    return kArrangements;
}

const PanePlace* PaneLayout::placeAt(const QPoint& point) const
{
    const PanePlace* nearest = nullptr;
    int nearestDistance = std::numeric_limits<int>::max();
    for (const PanePlace& place : places) {
        const int distance = distanceTo(place.rect, point);
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
    PaneLayout layout;
    layout.paneSize = input.viewSize;
    layout.places = {{input.mainPane, QRect(QPoint(), input.viewSize), 0}};
    return layout;
}

}
