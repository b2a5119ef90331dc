#pragma once

#include <vector>

#include <QRect>
#include <QSize>

namespace isostain {

enum class CompareMode { SideBySide, Curtain, Single };

/// What is shown of one pane: device pixels from the view's top left corner.
struct PanePlace {
    /// The source where no pane of its own shows it.
    static constexpr int kSource = -1;

    int pane = 0;        ///< index, or kSource
    QRect rect;          ///< the part of the view it covers
    int viewportX = 0;   ///< where the left border of the viewport lies
};

/// Where the panes lie. All of them have the size of the one viewport.
struct PaneLayout {
    QSize paneSize;
    std::vector<PanePlace> places;

    /// The place under a point of the view, or the nearest one.
    const PanePlace* placeAt(const QPoint& point) const;
};

struct PaneLayoutInput {
    CompareMode mode = CompareMode::SideBySide;
    int paneCount = 1;
    int mainPane = 0;               ///< what single mode shows and what is on the right in curtain mode
    int sourcePane = PanePlace::kSource;   ///< on the left in curtain mode
    QSize viewSize;                 ///< device pixels
    int dividerX = 0;               ///< curtain mode: device pixels
};

/// Side by side, panes are of equal width with a gap of one pixel; what does not divide evenly widens gaps by one pixel.
PaneLayout layoutPanes(const PaneLayoutInput& input);

}
