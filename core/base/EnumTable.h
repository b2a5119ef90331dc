#pragma once

#include <array>
#include <cstddef>

namespace isostain {

/// Whether a table has one row per value of an enum, in its order, up to `last`: then a value is the index of its row.
/// For static_assert.
template <typename Row, std::size_t size, typename Enum>
constexpr bool inEnumOrder(const std::array<Row, size>& rows, Enum Row::*value, Enum last)
{
    for (std::size_t i = 0; i < size; ++i)
        if (static_cast<std::size_t>(rows[i].*value) != i)
            return false;
    return size == static_cast<std::size_t>(last) + 1;
}

}
