#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "demo/DyeField.h"
#include "demo/Noise.h"

namespace isostain::demo {

/// The pixels of a field that an object can touch, in the field's own coordinates.
struct Extent {
    int left;
    int top;
    int right;  ///< one past
    int bottom; ///< one past
    bool isEmpty() const { return left >= right || top >= bottom; }
};

/// The pixels within `reach` of a point.
inline Extent extentAround(const DyeField& field, Point center, float reach)
{
    const auto pixel = [](float value) {
        return static_cast<int>(std::floor(value));
    };
    return {std::max(0, pixel(center.x - reach) - field.x()), std::max(0, pixel(center.y - reach) - field.y()),
            std::min(field.width(), pixel(center.x + reach) + 2 - field.x()),
            std::min(field.height(), pixel(center.y + reach) + 2 - field.y())};
}

/// Calls visit(cellColumn, cellRow, hash) for every lattice cell that has a point within `reach` pixels of the field, row by
/// row. The order of any two cells is the same for every field, so overlapping objects are too.
template <typename Visit>
void forEachLatticeCell(const DyeField& field, int spacing, int reach, std::uint32_t seed, const Visit& visit)
{
    const auto index = [spacing](int value) {
        return value >= 0 ? value / spacing : -((spacing - 1 - value) / spacing);
    };
    const int right = index(field.x() + field.width() + reach);
    const int bottom = index(field.y() + field.height() + reach);
    for (int row = index(field.y() - reach); row <= bottom; ++row)
        for (int column = index(field.x() - reach); column <= right; ++column)
            visit(column, row, hashAt(column, row, seed));
}

}
