#pragma once

#include <cstddef>
#include <cstdint>

namespace isostain {

/// One RGB triple to another: every pointwise normalizer, once fitted, is one. Immutable; any thread.
class ColorMap {
public:
    virtual ~ColorMap() = default;

    /// Maps `count` words 0x??RRGGBB (byte 3 ignored) to words 0x00RRGGBB. `source` and `target` may be the same memory.
    /// Deterministic: the answer for a color depends on nothing else, not on `count` or alignment.
    virtual void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const = 0;
};

}
