#include "compare/LineTool.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace isostain {

namespace {

bool isFinite(const ProfileLine& line)
{
    return std::isfinite(line.start.x) && std::isfinite(line.start.y) && std::isfinite(line.end.x) && std::isfinite(line.end.y);
}

double distanceBetween(const cv::Point2d& a, const cv::Point2d& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

double distanceToSegment(const cv::Point2d& point, const ProfileLine& line)
{
    const cv::Point2d along = line.end - line.start;
    const double squared = along.dot(along);
    const double part = squared > 0 ? std::clamp((point - line.start).dot(along) / squared, 0.0, 1.0) : 0.0;
    return distanceBetween(point, line.start + along * part);
}

/// The vector's part along the nearest multiple of 45 degrees.
cv::Point2d constrained(const cv::Point2d& vector, LineTool::Constraint constraint)
{
    if (constraint == LineTool::Constraint::Free)
        return vector;
    constexpr double kDiagonal = std::numbers::sqrt2 / 2;
    // As numbers, not by sine and cosine: a line along a row is to stay in it exactly.
    static const cv::Point2d directions[] = {{1, 0}, {kDiagonal, kDiagonal}, {0, 1}, {-kDiagonal, kDiagonal}};
    const auto nearest = std::max_element(std::begin(directions), std::end(directions), [&](const auto& a, const auto& b) {
        return std::abs(vector.dot(a)) < std::abs(vector.dot(b));
    });
    return *nearest * vector.dot(*nearest);
}

}

void LineTool::setLine(const std::optional<ProfileLine>& line)
{
    m_drag = Drag::None;
    m_line = line && isFinite(*line) ? line : std::nullopt;
    if (m_line)
        m_width = m_line->width = std::clamp(m_line->width, 1, ProfileLine::kMaxWidth);
}

void LineTool::setWidth(int width)
{
    m_width = std::clamp(width, 1, ProfileLine::kMaxWidth);
    m_pressed.width = m_width;
    if (m_line)
        m_line->width = m_width;
}

LineTool::Part LineTool::partAt(const cv::Point2d& point, double reach) const
{
    if (!m_line)
        return Part::None;
    const double toStart = distanceBetween(point, m_line->start);
    const double toEnd = distanceBetween(point, m_line->end);
    if (std::min(toStart, toEnd) <= reach)
        return toStart < toEnd ? Part::Start : Part::End;
    return distanceToSegment(point, *m_line) <= reach ? Part::Body : Part::None;
}

void LineTool::press(const cv::Point2d& point, double reach)
{
    m_pressPoint = point;
    m_reach = reach;
    switch (partAt(point, reach)) {
    case Part::Start:
        m_drag = Drag::Start;
        break;
    case Part::End:
        m_drag = Drag::End;
        break;
    case Part::Body:
        m_drag = Drag::Body;
        break;
    case Part::None:
        m_drag = Drag::Pending;
        break;
    }
    m_pressed = m_line.value_or(ProfileLine{point, point, m_width});
}

void LineTool::moveTo(const cv::Point2d& point, Constraint constraint)
{
    const cv::Point2d moved = point - m_pressPoint;
    if (m_drag == Drag::Pending && distanceBetween(point, m_pressPoint) >= m_reach) {
        m_pressed = {m_pressPoint, m_pressPoint, m_width};
        m_drag = Drag::End;
    }
    switch (m_drag) {
    case Drag::None:
    case Drag::Pending:
        return;
    case Drag::Start:
        m_line->start = m_pressed.end + constrained(m_pressed.start + moved - m_pressed.end, constraint);
        break;
    case Drag::End:
        m_line = ProfileLine{m_pressed.start,
                             m_pressed.start + constrained(m_pressed.end + moved - m_pressed.start, constraint), m_width};
        break;
    case Drag::Body: {
        const cv::Point2d by = constrained(moved, constraint);
        m_line = ProfileLine{m_pressed.start + by, m_pressed.end + by, m_width};
        break;
    }
    }
}

void LineTool::release()
{
    m_drag = Drag::None;
}

}
