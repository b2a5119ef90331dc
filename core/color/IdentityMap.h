#pragma once

#include <cstddef>
#include <cstdint>

#include "color/ColorMap.h"

namespace isostain {

/// Every color to itself.
class IdentityMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = source[i] & 0xFFFFFFu;
    }
};

}
