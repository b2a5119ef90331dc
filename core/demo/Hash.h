#pragma once

#include <cstdint>

namespace isostain::demo {

/// Mixes one word so that every input bit reaches every output bit (the finalizer of MurmurHash3).
inline std::uint32_t mixBits(std::uint32_t value)
{
    value ^= value >> 16;
    value *= 0x85ebca6bu;
    value ^= value >> 13;
    value *= 0xc2b2ae35u;
    value ^= value >> 16;
    return value;
}

/// A hash of a lattice point. Everything random in generated tissue comes from here, so that it depends on seed and
/// position alone and never on the order in which tiles are made.
inline std::uint32_t hashAt(std::int32_t x, std::int32_t y, std::uint32_t seed)
{
    return mixBits(static_cast<std::uint32_t>(x) * 0x9e3779b1u ^ mixBits(static_cast<std::uint32_t>(y) * 0x85ebca77u ^ seed));
}

/// The draws that belong to one object, begun from the hash of its place.
class Draws {
public:
    explicit Draws(std::uint32_t hash) : m_state(hash) {}

    /// The next hash, e.g. to seed a part of the object.
    std::uint32_t bits()
    {
        m_state += 0x9e3779b9u;
        return mixBits(m_state);
    }
    /// Uniform in [0, 1).
    float unit() { return static_cast<float>(bits() >> 8) * (1.0f / 16777216.0f); }
    float between(float low, float high) { return low + (high - low) * unit(); }
    bool happens(float probability) { return unit() < probability; }

private:
    std::uint32_t m_state;
};

}
