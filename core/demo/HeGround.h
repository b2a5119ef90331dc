#pragma once

#include "demo/HeArchitecture.h"

namespace isostain::demo {

/// Concentrations of the two stains at a point.
struct HeStain {
    float hematoxylin = 0;
    float eosin = 0;
};

/// How far a point lies inside the lumen of its gland (negative: in the epithelium or outside).
inline float lumenDepth(const HeSite& site)
{
    return site.gland - site.epithelium;
}

/// How far a point lies from the membranes between fat cells, about twice the distance in pixels, if there is fat: cellular
/// noise, the second nearest cell's distance less the nearest one's (Worley 1996).
float fatMembraneDistance(Point p, const HeArchitecture& architecture);

/// The ground that cells lie in: collagen, epithelial cytoplasm, mucus, vessel walls, fat. `site` is that of `p`, tissue.
HeStain groundAt(Point p, const HeSite& site, const HeArchitecture& architecture);

}
