#pragma once

#include <cstdint>
#include <vector>

#include "demo/Hash.h"

namespace isostain::demo {

/// A point or vector on the slide, in level-0 pixels.
struct Point {
    float x = 0;
    float y = 0;
};

inline Point operator+(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b)
{
    return {a.x - b.x, a.y - b.y};
}
inline Point operator*(Point a, float factor)
{
    return {a.x * factor, a.y * factor};
}
inline float dot(Point a, Point b)
{
    return a.x * b.x + a.y * b.y;
}

inline float clampUnit(float value)
{
    return value < 0 ? 0.0f : value > 1 ? 1.0f : value;
}
inline float mix(float a, float b, float t)
{
    return a + (b - a) * t;
}
/// 0 below `low`, 1 above `high`, smooth between.
inline float smoothStep(float low, float high, float value)
{
    const float t = clampUnit((value - low) / (high - low));
    return t * t * (3 - 2 * t);
}
/// A bell of height 1 and half width `width` around 0, without the cost of an exponential.
inline float bell(float value, float width)
{
    const float t = value / width;
    const float s = 1 / (1 + t * t);
    return s * s;
}

/// Gradient noise (Perlin 1985, 2002 interpolant) on a table that repeats after 256 lattice cells. Immutable; any thread.
class Noise {
public:
    explicit Noise(std::uint32_t seed);

    /// About -1..1, one feature per unit of x and y, mean 0.
    float operator()(float x, float y) const
    {
        const int column = floorToInt(x);
        const int row = floorToInt(y);
        const float fx = x - static_cast<float>(column);
        const float fy = y - static_cast<float>(row);
        const int c0 = column & kMask;
        const int c1 = (column + 1) & kMask;
        const Point* top = &m_gradients[static_cast<std::size_t>((row & kMask) << kBits)];
        const Point* bottom = &m_gradients[static_cast<std::size_t>(((row + 1) & kMask) << kBits)];
        const float u = fade(fx);
        const float upper = mix(dot(top[c0], {fx, fy}), dot(top[c1], {fx - 1, fy}), u);
        const float lower = mix(dot(bottom[c0], {fx, fy - 1}), dot(bottom[c1], {fx - 1, fy - 1}), u);
        return mix(upper, lower, fade(fy));
    }
    /// Features of `size` pixels around p; `layer` picks an independent part of the table.
    float at(Point p, float size, int layer) const
    {
        const float offset = static_cast<float>(layer) * 17.37f;
        return (*this)(p.x / size + offset, p.y / size - offset * 1.618f);
    }
    /// Octaves added, each half the size and half the strength of the one before.
    float octaves(Point p, float size, int layer, int count) const;

private:
    static constexpr int kBits = 8;
    static constexpr int kMask = (1 << kBits) - 1;

    static int floorToInt(float value)
    {
        const int truncated = static_cast<int>(value);
        return truncated - (value < static_cast<float>(truncated) ? 1 : 0);
    }
    static float fade(float t) { return t * t * t * (t * (t * 6 - 15) + 10); }

    std::vector<Point> m_gradients;
};

}
