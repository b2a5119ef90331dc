#include "demo/Noise.h"

#include <cmath>
#include <numbers>

namespace isostain::demo {

Noise::Noise(std::uint32_t seed) : m_gradients(std::size_t(1) << (2 * kBits))
{
    constexpr float kScaleToUnit = 1.5f;
    Draws draws(mixBits(seed ^ 0x6e6f6973u));
    for (Point& gradient : m_gradients) {
        const float angle = draws.between(0, 2 * std::numbers::pi_v<float>);
        gradient = {kScaleToUnit * std::cos(angle), kScaleToUnit * std::sin(angle)};
    }
}

float Noise::octaves(Point p, float size, int layer, int count) const
{
    float sum = 0;
    float strength = 1;
    for (int i = 0; i < count; ++i) {
        sum += strength * at(p, size, layer + i);
        size *= 0.5f;
        strength *= 0.5f;
    }
    return sum;
}

}
