#pragma once

#include <cstdint>

namespace isostain {

/// The distance of SplitMix64's states: the golden ratio of 2^64.
constexpr std::uint64_t kSplitMixStep = 0x9E3779B97F4A7C15u;

/// What SplitMix64 (Steele, Lea and Flood 2014) gives at a state: well mixed bits of a counter or key, the same on every
/// machine.
constexpr std::uint64_t splitMix(std::uint64_t state)
{
    state += kSplitMixStep;
    state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9u;
    state = (state ^ state >> 27) * 0x94D049BB133111EBu;
    return state ^ state >> 31;
}

}
