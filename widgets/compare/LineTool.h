#pragma once

#include <optional>

#include "evaluation/GrayProfile.h"

namespace isostain {

/// One line across the tissue and how the mouse draws and moves it: a drag on an end moves that end, on the line the whole of
/// it, elsewhere it draws a new one. Positions and distances are level-0 pixels. Knows nothing of widgets; GUI thread only.
class LineTool {
public:
    enum class Part { None, Start, End, Body };
    enum class Constraint { Free, Angles }; ///< Angles: directions at multiples of 45 degrees

    const std::optional<ProfileLine>& line() const { return m_line; }
    /// Ends a drag. Coordinates that are no numbers make no line.
    void setLine(const std::optional<ProfileLine>& line);
    /// Of the line that is there and of those to come; within [1, ProfileLine::kMaxWidth].
    void setWidth(int width);
    int width() const { return m_width; }

    /// What a press would take hold of; `reach` is how far off it still does. Ends come before the line between them.
    Part partAt(const cv::Point2d& point, double reach) const;
    bool isDragging() const { return m_drag != Drag::None; }

    /// A new line begins only when the mouse has moved by `reach`, so that a click does no harm to the one that is there.
    void press(const cv::Point2d& point, double reach);
    void moveTo(const cv::Point2d& point, Constraint constraint);
    void release();

private:
    enum class Drag { None, Pending, Start, End, Body };

    std::optional<ProfileLine> m_line;
    int m_width = 1;
    Drag m_drag = Drag::None;
    ProfileLine m_pressed; ///< the line when the button went down
    cv::Point2d m_pressPoint;
    double m_reach = 0;
};

}
