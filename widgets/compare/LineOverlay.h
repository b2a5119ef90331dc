#pragma once

#include <optional>
#include <vector>

#include <QPointF>
#include <QSize>

#include "compare/Frame.h"

namespace isostain {

/// A line as a pane shows it: device pixels from the pane's top left corner; may reach far beyond the pane.
struct LineMarks {
    QPointF start;
    QPointF end;
    double halfWidth = 0;          ///< of the band that is averaged
    std::optional<QPointF> marker; ///< a place on the line that is being read off

    bool operator==(const LineMarks&) const = default;
};

/// Paints a line that stands out on any tissue: light with a dark edge, its start filled and its end hollow, the borders of
/// its band where they can be told apart, and the marker. In small pieces, so that a long line does not cost a picture of the
/// whole pane; pieces do not overlap. `devicePixelRatio` scales the strokes.
std::vector<Decoration> paintLine(const LineMarks& marks, QSize paneSize, double devicePixelRatio);

/// Remembers what it painted last.
class LineOverlay {
public:
    const std::vector<Decoration>& paint(const LineMarks& marks, QSize paneSize, double devicePixelRatio);

private:
    LineMarks m_marks;
    QSize m_paneSize;
    double m_ratio = 0;
    std::vector<Decoration> m_pieces;
};

}
