#include "color/MonotoneSpline.h"

#include <algorithm>
#include <cmath>

namespace isostain {

namespace {

constexpr double kClosest = 1e-6;

std::vector<MonotoneSpline::Knot> cleaned(std::span<const MonotoneSpline::Knot> knots)
{
    std::vector<MonotoneSpline::Knot> sorted;
    for (const MonotoneSpline::Knot& knot : knots)
        if (std::isfinite(knot.x) && std::isfinite(knot.y))
            sorted.push_back(knot);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    std::vector<MonotoneSpline::Knot> result;
    for (const MonotoneSpline::Knot& knot : sorted) {
        if (result.empty() || knot.x - result.back().x > kClosest)
            result.push_back({knot.x, result.empty() ? knot.y : std::max(knot.y, result.back().y)});
    }
    return result;
}

}

MonotoneSpline::MonotoneSpline(std::span<const Knot> knots) : m_knots(cleaned(knots)), m_slopes(m_knots.size(), 0.0)
{
    const auto width = [&](std::size_t i) {
        return m_knots[i + 1].x - m_knots[i].x;
    };
    const auto secant = [&](std::size_t i) {
        return (m_knots[i + 1].y - m_knots[i].y) / width(i);
    };
    const std::size_t count = m_knots.size();
    if (count < 2)
        return;
    m_slopes.front() = secant(0);
    m_slopes.back() = secant(count - 2);
    for (std::size_t i = 1; i + 1 < count; ++i) {
        const double before = secant(i - 1);
        const double after = secant(i);
        if (before <= 0 || after <= 0)
            continue;
        const double weightBefore = 2 * width(i) + width(i - 1);
        const double weightAfter = width(i) + 2 * width(i - 1);
        m_slopes[i] = (weightBefore + weightAfter) / (weightBefore / before + weightAfter / after);
    }
}

double MonotoneSpline::operator()(double x) const
{
    if (m_knots.empty())
        return x;
    if (x <= m_knots.front().x)
        return m_knots.front().y + m_slopes.front() * (x - m_knots.front().x);
    if (x >= m_knots.back().x)
        return m_knots.back().y + m_slopes.back() * (x - m_knots.back().x);
    const auto above =
        std::upper_bound(m_knots.begin(), m_knots.end(), x, [](double value, const Knot& knot) { return value < knot.x; });
    const auto i = static_cast<std::size_t>(above - m_knots.begin()) - 1;
    const double width = m_knots[i + 1].x - m_knots[i].x;
    const double t = (x - m_knots[i].x) / width;
    const double rest = 1 - t;
    return (1 + 2 * t) * rest * rest * m_knots[i].y + t * rest * rest * width * m_slopes[i] +
           t * t * (3 - 2 * t) * m_knots[i + 1].y - t * t * rest * width * m_slopes[i + 1];
}

}
