#pragma once

#include <algorithm>
#include <optional>

#include <QLineF>
#include <QRectF>

namespace isostain {

/// The part of a segment within a rectangle (Liang and Barsky, 1984). Painters that do not clip need it, and those whose
/// coordinates end at 32,767.
inline std::optional<QLineF> clipped(const QLineF& line, const QRectF& rect)
{
    double first = 0;
    double last = 1;
    const auto cut = [&](double direction, double distance) {
        if (direction == 0)
            return distance >= 0;
        const double part = distance / direction;
        (direction < 0 ? first : last) = direction < 0 ? std::max(first, part) : std::min(last, part);
        return first <= last;
    };
    const bool isVisible = cut(-line.dx(), line.x1() - rect.left()) && cut(line.dx(), rect.right() - line.x1()) &&
                           cut(-line.dy(), line.y1() - rect.top()) && cut(line.dy(), rect.bottom() - line.y1());
    if (!isVisible)
        return std::nullopt;
    return QLineF(line.pointAt(first), line.pointAt(last));
}

}
