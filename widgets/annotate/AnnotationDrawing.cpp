#include "annotate/AnnotationDrawing.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "annotation/AnnotationMeasures.h"

namespace isostain {

namespace {

constexpr std::size_t kMostFreehand = 20'000;
/// Of what a hand draws, in the reach of the mouse: an eighth is about one screen pixel.
constexpr double kTrembling = 0.125;

}

void AnnotationDrawing::setTool(DrawingTool tool)
{
    cancel();
    m_tool = tool;
}

std::optional<Annotation> AnnotationDrawing::preview() const
{
    if (m_points.empty())
        return std::nullopt;
    switch (m_tool) {
    case DrawingTool::Line:
        return shape(AnnotationKind::Lines, {m_points.front(), m_last});
    case DrawingTool::Rectangle:
        return shape(AnnotationKind::Areas, rectangle());
    case DrawingTool::Polygon: {
        Ring ring = m_points;
        ring.push_back(m_last);
        return shape(AnnotationKind::Lines, std::move(ring));
    }
    case DrawingTool::Freehand:
        return shape(AnnotationKind::Lines, m_points);
    case DrawingTool::Select:
    case DrawingTool::Point:
        break;
    }
    return std::nullopt;
}

std::optional<Annotation> AnnotationDrawing::press(const cv::Point2d& point, double reach, Constraint constraint)
{
    if (!std::isfinite(point.x) || !std::isfinite(point.y))
        return std::nullopt;
    if (m_tool == DrawingTool::Select)
        return std::nullopt;
    if (m_tool == DrawingTool::Point)
        return shape(AnnotationKind::Points, {point});
    if (m_tool == DrawingTool::Polygon && !m_points.empty()) {
        if (m_points.size() >= 3 && cv::norm(point - m_points.front()) <= reach)
            return finish();
        const cv::Point2d corner = constrained(point, constraint);
        if (cv::norm(corner - m_points.back()) > reach / 4)
            m_points.push_back(corner);
        m_last = corner;
        return std::nullopt;
    }
    m_points = {point};
    m_last = point;
    return std::nullopt;
}

void AnnotationDrawing::moveTo(const cv::Point2d& point, Constraint constraint)
{
    if (m_points.empty() || !std::isfinite(point.x) || !std::isfinite(point.y))
        return;
    m_last = constrained(point, constraint);
    if (m_tool == DrawingTool::Freehand && m_points.size() < kMostFreehand && m_last != m_points.back())
        m_points.push_back(m_last);
}

std::optional<Annotation> AnnotationDrawing::release(const cv::Point2d& point, double reach, Constraint constraint)
{
    if (m_points.empty() || m_tool == DrawingTool::Polygon)
        return std::nullopt;
    moveTo(point, constraint);
    std::optional<Annotation> done;
    const cv::Point2d moved = m_last - m_points.front();
    if (m_tool == DrawingTool::Line && cv::norm(moved) > reach / 2)
        done = shape(AnnotationKind::Lines, {m_points.front(), m_last});
    else if (m_tool == DrawingTool::Rectangle && std::min(std::abs(moved.x), std::abs(moved.y)) > reach / 2)
        done = shape(AnnotationKind::Areas, rectangle());
    else if (m_tool == DrawingTool::Freehand) {
        Ring ring = simplified(m_points, reach * kTrembling);
        Annotation area = shape(AnnotationKind::Areas, ring);
        const cv::Rect2d bounds = boundsOf(area);
        if (ring.size() >= 3 && std::max(bounds.width, bounds.height) > reach)
            done = std::move(area);
    }
    cancel();
    return done;
}

std::optional<Annotation> AnnotationDrawing::finish()
{
    if (m_tool != DrawingTool::Polygon || m_points.size() < 3)
        return std::nullopt;
    Annotation area = shape(AnnotationKind::Areas, std::exchange(m_points, {}));
    return area;
}

void AnnotationDrawing::takeBack()
{
    if (m_tool == DrawingTool::Polygon && !m_points.empty())
        m_points.pop_back();
}

void AnnotationDrawing::cancel()
{
    m_points.clear();
}

Annotation AnnotationDrawing::shape(AnnotationKind kind, Ring ring) const
{
    Annotation annotation;
    annotation.kind = kind;
    annotation.objectType = "annotation";
    annotation.parts.push_back({std::move(ring)});
    return annotation;
}

cv::Point2d AnnotationDrawing::constrained(const cv::Point2d& point, Constraint constraint) const
{
    if (constraint == Constraint::Free || m_points.empty() || m_tool == DrawingTool::Freehand)
        return point;
    const cv::Point2d from = m_tool == DrawingTool::Polygon ? m_points.back() : m_points.front();
    const cv::Point2d moved = point - from;
    if (m_tool == DrawingTool::Rectangle) {
        const double side = std::max(std::abs(moved.x), std::abs(moved.y));
        return from + cv::Point2d(std::copysign(side, moved.x), std::copysign(side, moved.y));
    }
    const double angle = std::round(std::atan2(moved.y, moved.x) / (std::numbers::pi / 4)) * (std::numbers::pi / 4);
    const cv::Point2d direction(std::cos(angle), std::sin(angle));
    return from + direction * moved.dot(direction);
}

Ring AnnotationDrawing::rectangle() const
{
    const cv::Point2d a = m_points.front();
    return {{std::min(a.x, m_last.x), std::min(a.y, m_last.y)},
            {std::max(a.x, m_last.x), std::min(a.y, m_last.y)},
            {std::max(a.x, m_last.x), std::max(a.y, m_last.y)},
            {std::min(a.x, m_last.x), std::max(a.y, m_last.y)}};
}

}
