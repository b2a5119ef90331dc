#include "annotation/AnnotationMeasures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace isostain {

namespace {

bool isClosed(const Annotation& annotation)
{
    return annotation.kind == AnnotationKind::Areas;
}

/// Calls `visit` with both ends of every stretch of a ring.
template <typename Visit>
void eachStretch(const Ring& ring, bool closed, Visit visit)
{
    for (std::size_t i = 1; i < ring.size(); ++i)
        visit(ring[i - 1], ring[i]);
    if (closed && ring.size() > 2)
        visit(ring.back(), ring.front());
}

double lengthOf(const Ring& ring, bool closed, double scaleX, double scaleY)
{
    double length = 0;
    eachStretch(ring, closed, [&](const cv::Point2d& a, const cv::Point2d& b) {
        length += std::hypot((b.x - a.x) * scaleX, (b.y - a.y) * scaleY);
    });
    return length;
}

double areaOf(const Ring& ring)
{
    // About a corner of its own: exact far from the origin too.
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        twice += (ring[i] - ring[0]).cross(ring[i + 1] - ring[0]);
    return std::abs(twice) / 2;
}

double distanceToStretch(const cv::Point2d& place, const cv::Point2d& a, const cv::Point2d& b)
{
    const cv::Point2d along = b - a;
    const double square = along.dot(along);
    const double at = square > 0 ? std::clamp((place - a).dot(along) / square, 0.0, 1.0) : 0.0;
    return cv::norm(place - (a + at * along));
}

bool isInside(const Ring& ring, const cv::Point2d& place)
{
    bool inside = false;
    eachStretch(ring, true, [&](const cv::Point2d& a, const cv::Point2d& b) {
        if ((a.y > place.y) != (b.y > place.y) && place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    });
    return inside;
}

}

AnnotationMeasures measured(const Annotation& annotation, std::optional<double> mppX, std::optional<double> mppY)
{
    AnnotationMeasures measures;
    measures.isInMicrometers = mppX && mppY;
    const double scaleX = measures.isInMicrometers ? *mppX : 1;
    const double scaleY = measures.isInMicrometers ? *mppY : 1;
    for (const Annotation::Part& part : annotation.parts)
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (annotation.kind == AnnotationKind::Points) {
                measures.points += part[i].size();
                continue;
            }
            measures.length += lengthOf(part[i], isClosed(annotation), scaleX, scaleY);
            if (isClosed(annotation))
                measures.area += (i == 0 ? 1 : -1) * areaOf(part[i]) * scaleX * scaleY;
        }
    return measures;
}

cv::Rect2d boundsOf(const Annotation& annotation)
{
    constexpr double kFar = std::numeric_limits<double>::infinity();
    cv::Point2d low(kFar, kFar);
    cv::Point2d high(-kFar, -kFar);
    for (const Annotation::Part& part : annotation.parts)
        for (const Ring& ring : part)
            for (const cv::Point2d& point : ring) {
                low = {std::min(low.x, point.x), std::min(low.y, point.y)};
                high = {std::max(high.x, point.x), std::max(high.y, point.y)};
            }
    return low.x <= high.x ? cv::Rect2d(low, high) : cv::Rect2d();
}

bool contains(const Annotation& annotation, const cv::Point2d& place)
{
    if (!isClosed(annotation))
        return false;
    return std::any_of(annotation.parts.begin(), annotation.parts.end(), [&](const Annotation::Part& part) {
        bool inside = false;
        for (const Ring& ring : part)
            inside = inside != isInside(ring, place);
        return inside;
    });
}

double distanceTo(const Annotation& annotation, const cv::Point2d& place)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (const Annotation::Part& part : annotation.parts)
        for (const Ring& ring : part) {
            for (const cv::Point2d& point : ring)
                nearest = std::min(nearest, cv::norm(place - point));
            if (annotation.kind != AnnotationKind::Points)
                eachStretch(ring, isClosed(annotation), [&](const cv::Point2d& a, const cv::Point2d& b) {
                    nearest = std::min(nearest, distanceToStretch(place, a, b));
                });
        }
    return nearest;
}

Ring simplified(const Ring& ring, double tolerance)
{
    if (ring.size() < 4 || !(tolerance > 0))
        return ring;
    std::vector<bool> kept(ring.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, ring.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        std::size_t farthest = first;
        double most = tolerance;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double distance = distanceToStretch(ring[i], ring[first], ring[last]); distance > most) {
                most = distance;
                farthest = i;
            }
        if (farthest == first)
            continue;
        kept[farthest] = true;
        open.push_back({first, farthest});
        open.push_back({farthest, last});
    }
    if (std::count(kept.begin(), kept.end(), true) < 3)
        kept[ring.size() / 2] = true;
    Ring result;
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (kept[i])
            result.push_back(ring[i]);
    return result;
}

}
