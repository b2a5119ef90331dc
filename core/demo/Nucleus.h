#pragma once

#include <cstdint>

#include "demo/DyeField.h"
#include "demo/Noise.h"

namespace isostain::demo {

/// One nucleus as it is drawn.
struct Nucleus {
    Point center;
    Point axis{1, 0};      ///< unit vector along the long axis
    float halfLength = 16; ///< pixels
    float halfWidth = 12;  ///< pixels
    float bend = 0;        ///< pixels that the ends lie off the axis
    float density = 0.8f;  ///< mean hematoxylin
    float membrane = 0.3f; ///< extra hematoxylin of the nuclear membrane
    float clumps = 0.3f;   ///< contrast of the chromatin
    float grainSize = 5;   ///< pixels
    int nucleoli = 0;
    float softness = 1.6f;  ///< width of the edge, pixels
    std::uint32_t hash = 0; ///< of its place: shape and texture
};

/// Adds the nucleus to plane `hematoxylin`, and thins the cytoplasm in plane `displaced` (-1: none) where it lies.
void drawNucleus(DyeField& field, const Noise& noise, const Nucleus& nucleus, int hematoxylin, int displaced);

}
