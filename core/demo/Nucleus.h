#pragma once

#include <cstdint>

#include "demo/DyeField.h"
#include "demo/Noise.h"

namespace isostain::demo {

/// One nucleus as it is drawn.
struct Nucleus {
    Point center;
    Point axis{1, 0};          ///< unit vector along the long axis
    float halfLength = 16;     ///< pixels
    float halfWidth = 12;      ///< pixels
    float bend = 0;            ///< pixels that the ends lie off the axis
    float density = 0.8f;      ///< mean hematoxylin
    float membrane = 0.3f;     ///< extra hematoxylin of the nuclear membrane
    float clumps = 0.3f;       ///< contrast of the chromatin
    float grainSize = 5;       ///< pixels
    int nucleoli = 0;
    float softness = 1.6f;     ///< width of the edge, pixels
    std::uint32_t hash = 0;    ///< of its place: shape and texture
};

/// Adds the nucleus to plane `hematoxylin`, and thins the cytoplasm in plane `displaced` (-1: none) where it lies.
void drawNucleus(DyeField& field, const Noise& noise, const Nucleus& nucleus, int hematoxylin, int displaced);

/// The rectangle of a field that an object can touch.
struct Extent {
    int left;
    int top;
    int right;    ///< one past
    int bottom;   ///< one past
    bool isEmpty() const { return left >= right || top >= bottom; }
};
/// Pixels of the field within `reach` of a point, in field coordinates.
Extent extentAround(const DyeField& field, Point center, float reach);

/// Calls visit(cellColumn, cellRow, hash) for every lattice cell that has a point within `reach` pixels of the field, row by row.
template <typename Visit>
void forEachLatticeCell(const DyeField& field, int spacing, int reach, std::uint32_t seed, const Visit& visit)
{
    const auto index = [spacing](int value) { return value >= 0 ? value / spacing : -((spacing - 1 - value) / spacing); };
    const int right = index(field.x() + field.width() + reach);
    const int bottom = index(field.y() + field.height() + reach);
    for (int row = index(field.y() - reach); row <= bottom; ++row)
        for (int column = index(field.x() - reach); column <= right; ++column)
            visit(column, row, hashAt(column, row, seed));
}

}
