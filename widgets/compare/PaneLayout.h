#pragma once

#include <span>
#include <vector>

#include <QPoint>
#include <QRect>
#include <QSize>

namespace isostain {

enum class CompareMode { SideBySide, Curtain, Single };

/// How panes that lie side by side are arranged.
enum class PaneArrangement {
    Automatic, ///< in the rows and columns that make their shorter sides longest: depends on their number and the view
    Row,
    Column,
    Grid, ///< as many columns as rows, or one more
};

/// One row of the table that menus and settings derive from.
struct PaneArrangementEntry {
    PaneArrangement arrangement;
    const char* key;   ///< stable name, kebab-case
    const char* title; ///< English, marked for translation in the context "PaneArrangement"
};
std::span<const PaneArrangementEntry> paneArrangements();

/// Most panes of a view: more would be too small to see anything in.
inline constexpr int kMaxPanes = 9;

/// What is shown of one pane: device pixels from the view's top left corner.
struct PanePlace {
    /// The source where no pane of its own shows it.
    static constexpr int kSource = -1;

    int pane = 0;      ///< index, or kSource
    QRect rect;        ///< the part of the view it covers
    int viewportX = 0; ///< where the top left corner of the viewport lies
    int viewportY = 0;

    QPoint viewportCorner() const { return {viewportX, viewportY}; }
    bool operator==(const PanePlace&) const = default;
};

/// Where the panes lie. All of them have the size of the one viewport.
struct PaneLayout {
    QSize paneSize;
    std::vector<PanePlace> places;
    std::vector<QRect> gaps;       ///< between the panes and around them; they do not overlap panes
    std::vector<QRect> emptyCells; ///< of a grid that the panes do not fill

    /// The place under a point of the view, or the nearest one.
    const PanePlace* placeAt(const QPoint& point) const;
    bool operator==(const PaneLayout&) const = default;
};

struct PaneLayoutInput {
    CompareMode mode = CompareMode::SideBySide;
    int paneCount = 1;
    int mainPane = 0;                    ///< what single mode shows and what is on the right in curtain mode
    int sourcePane = PanePlace::kSource; ///< on the left in curtain mode
    QSize viewSize;                      ///< device pixels
    int dividerX = 0;                    ///< curtain mode: device pixels
    PaneArrangement arrangement = PaneArrangement::Row;
    int gap = 1;    ///< device pixels between panes
    int margin = 0; ///< device pixels around all panes; PaneArrangement::Row keeps the view's full height
};

/// Side by side, panes are of equal size with gaps; what does not divide evenly widens gaps by one pixel.
PaneLayout layoutPanes(const PaneLayoutInput& input);

}
