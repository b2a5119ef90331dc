#pragma once

#include <optional>

#include "annotation/Annotation.h"

namespace isostain {

/// What the mouse draws.
enum class DrawingTool { Select, Point, Line, Rectangle, Polygon, Freehand };

/// One shape being drawn, from the first press to the finished annotation. Level-0 pixels. Knows nothing of widgets; one
/// thread.
class AnnotationDrawing {
public:
    enum class Constraint { Free, Regular }; ///< Regular: lines at multiples of 45 degrees, squares

    /// Drops what is being drawn.
    void setTool(DrawingTool tool);
    DrawingTool tool() const { return m_tool; }

    bool isDrawing() const { return !m_points.empty(); }
    /// What has been drawn so far, as it is to be shown; nothing where nothing is.
    std::optional<Annotation> preview() const;

    // Each gives the annotation that it finishes. `reach`: what is closer counts as the same place.
    std::optional<Annotation> press(const cv::Point2d& point, double reach, Constraint constraint);
    void moveTo(const cv::Point2d& point, Constraint constraint);
    std::optional<Annotation> release(const cv::Point2d& point, double reach, Constraint constraint);
    /// Of a polygon: closes it where it has three corners.
    std::optional<Annotation> finish();
    /// Of a polygon: the last corner goes.
    void takeBack();
    void cancel();

private:
    Annotation shape(AnnotationKind kind, Ring ring) const;
    cv::Point2d constrained(const cv::Point2d& point, Constraint constraint) const;
    Ring rectangle() const;

    DrawingTool m_tool = DrawingTool::Select;
    Ring m_points;
    cv::Point2d m_last; ///< where the mouse is
};

}
