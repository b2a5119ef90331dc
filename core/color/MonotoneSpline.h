#pragma once

#include <span>
#include <vector>

namespace isostain {

/// A monotone, continuously differentiable curve through given points: piecewise cubic Hermite with the derivatives of Fritsch
/// and Butland 1984 (weighted harmonic mean of the neighboring secants; Fritsch and Carlson 1980 for the condition), which
/// never overshoots. Continued as a straight line on both sides. Immutable; any thread.
class MonotoneSpline {
public:
    struct Knot {
        double x = 0;
        double y = 0;
    };

    /// Knots in any order. Those not finite are left out; knots closer than 1e-6 in x become one; a y smaller than that of a
    /// knot to the left is raised to it. One knot gives a constant, none the identity.
    explicit MonotoneSpline(std::span<const Knot> knots);

    /// Never decreasing in x; finite for finite x.
    double operator()(double x) const;

private:
    std::vector<Knot> m_knots;
    std::vector<double> m_slopes;
};

}
