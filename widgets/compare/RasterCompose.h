#pragma once

#include <vector>

#include "compare/FrameComposition.h"
#include "compare/TexelImage.h"

namespace isostain {

/// Paints a layer's region from tiles, one texel per level pixel, in parallel. `tiles` has one entry for each tile of the
/// composition; null ones are left out. What no tile covers gets `background`, 0xRRGGBB.
void composeTexels(const Composition& composition, const std::vector<TilePtr>& tiles, std::uint32_t background,
                   TexelImage& texels);

/// How a source color looks where it stands in for another slide: grayed and darkened. Same arithmetic, to a level, as
/// marked.glsl.
std::uint32_t markedColor(std::uint32_t color);

}
