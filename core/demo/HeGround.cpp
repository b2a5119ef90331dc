#include "demo/HeGround.h"

#include <algorithm>
#include <cmath>

namespace isostain::demo {

namespace {

constexpr float kFatCellSpacing = 250;

HeStain blend(HeStain a, HeStain b, float t)
{
    return {mix(a.hematoxylin, b.hematoxylin, t), mix(a.eosin, b.eosin, t)};
}

/// Wavy bundles of collagen with clefts between them.
HeStain stromaAt(Point p, const HeSite& site, const Noise& noise)
{
    const float across = site.across + 5 * noise.at(p, 44, 47) + 2.6f * noise.at(p, 17, 48);
    const float bundles = noise(across / 46, site.along / 380);
    const float fibers = noise(across / 15 + 3.1f, site.along / 130);
    const float fibrils = noise(across / 5.2f, site.along / 44);
    const float speckle = noise.at(p, 3.1f, 50);
    const float patches = noise.at(p, 75, 51);
    const float body = 0.50f + 0.15f * bundles + 0.13f * fibers + 0.09f * fibrils + 0.09f * speckle + 0.12f * patches;
    // Where the fibers are thin the section is torn open between them.
    const float density = 0.52f * fibers + 0.50f * bundles + 0.22f * fibrils + 0.55f * patches + 0.10f * speckle;
    const float edge = mix(-0.80f, -0.12f, site.looseness);
    const float filled = smoothStep(edge - 0.16f, edge + 0.12f, density);
    HeStain stain;
    stain.eosin = std::max(0.03f, body) * mix(0.06f, mix(1.12f, 0.80f, site.looseness), filled);
    stain.hematoxylin =
        (0.08f + 0.06f * speckle + 0.05f * fibrils + 0.04f * patches + 0.16f * site.inflammation) * mix(0.25f, 1.0f, filled);
    return stain;
}

HeStain epitheliumAt(Point p, const HeSite& site, const Noise& noise)
{
    const float lumen = lumenDepth(site);
    const float grain = 0.7f * noise.at(p, 3.2f, 52) + 0.5f * noise.at(p, 6.5f, 57);
    const float cloud = noise.at(p, 15, 53);
    // Columnar cells: their borders run from the base to the lumen.
    const Point column{site.rimX + 6 * noise.at(p, 40, 45), site.rimY + 6 * noise.at(p, 40, 46)};
    const float border = bell(noise.at(column, 15, 44), 0.07f);
    const float tint = noise.at(column, 21, 43);
    const float apical = smoothStep(-0.8f, -0.1f, lumen / site.epithelium);
    const float foam = smoothStep(0.0f, 0.5f, cloud) * site.goblet * apical;
    HeStain stain;
    stain.eosin = (0.42f + 0.13f * grain + 0.12f * cloud + 0.10f * tint + 0.13f * border) * (1 - 0.5f * foam) *
                      mix(1.0f, 0.8f, site.atypia) +
                  0.22f * bell(lumen + 3, 3.5f) + 0.18f * bell(site.gland - 1, 3);
    stain.hematoxylin = (0.19f + 0.09f * grain + 0.06f * cloud + 0.06f * tint + 0.14f * site.atypia) *
                        mix(1.05f, 0.75f, apical) * (1 - 0.3f * foam);
    return stain;
}

/// Empty but for strands of mucus; some glands hold a pink secretion.
HeStain lumenAt(Point p, const HeSite& site, const Noise& noise)
{
    const float strands = bell(noise.octaves(p, 90, 54, 3), 0.12f);
    const float secretion =
        smoothStep(0.62f, 0.75f, site.goblet) * smoothStep(2, 30, lumenDepth(site) + 26 * noise.octaves(p, 46, 58, 3));
    const float grain = noise.at(p, 4, 52);
    HeStain stain;
    stain.eosin = 0.02f + 0.05f * strands + secretion * (0.16f + 0.05f * grain + 0.06f * noise.at(p, 25, 61));
    stain.hematoxylin = 0.015f + 0.05f * strands + secretion * (0.05f + 0.03f * grain);
    return stain;
}

/// Large empty cells with thin membranes.
HeStain fatAt(Point p, const HeArchitecture& architecture)
{
    const Noise& noise = architecture.noise();
    const float membrane = fatMembraneDistance(p, architecture);
    const float wall = bell(membrane, 5.5f + 3 * noise.at(p, 70, 62)) +
                       0.5f * smoothStep(26, 6, membrane) * smoothStep(0.1f, 0.5f, noise.at(p, 110, 63));
    return {0.01f + 0.10f * wall, 0.01f + 0.55f * wall * (1 + 0.3f * noise.at(p, 6, 64))};
}

/// Smooth muscle around the lumen of a vessel; plasma inside.
HeStain vesselAt(Point p, const HeSite& site, const Noise& noise)
{
    if (site.vessel > 0)
        return {0.02f, 0.05f + 0.03f * noise.at(p, 20, 65) + 0.2f * bell(site.vessel, 4)};
    const float layers = noise(site.vessel / 6, site.along / 90);
    return {0.13f + 0.04f * noise.at(p, 4, 66), 0.62f + 0.14f * layers + 0.05f * noise.at(p, 3, 67)};
}

}

float fatMembraneDistance(Point p, const HeArchitecture& architecture)
{
    const Noise& noise = architecture.noise();
    const Point warped{p.x + 22 * noise.at(p, 130, 60), p.y + 22 * noise.at(p, 130, 61)};
    const int column = static_cast<int>(std::floor(warped.x / kFatCellSpacing));
    const int row = static_cast<int>(std::floor(warped.y / kFatCellSpacing));
    float nearest = 1e9f;
    float next = 1e9f;
    for (int r = row - 1; r <= row + 1; ++r) {
        for (int c = column - 1; c <= column + 1; ++c) {
            Draws draws(hashAt(c, r, architecture.seed() + 3));
            const Point center{(static_cast<float>(c) + draws.between(0.1f, 0.9f)) * kFatCellSpacing,
                               (static_cast<float>(r) + draws.between(0.1f, 0.9f)) * kFatCellSpacing};
            const Point d = warped - center;
            const float distance = std::sqrt(dot(d, d)) - draws.between(0, 45);
            next = std::min(next, std::max(nearest, distance));
            nearest = std::min(nearest, distance);
        }
    }
    return next - nearest;
}

HeStain groundAt(Point p, const HeSite& site, const HeArchitecture& architecture)
{
    const Noise& noise = architecture.noise();
    const float lumen = lumenDepth(site);
    if (lumen > 2)
        return lumenAt(p, site, noise);
    if (site.gland > 2 && lumen < -2)
        return epitheliumAt(p, site, noise);
    if (site.gland > 2)
        return blend(epitheliumAt(p, site, noise), lumenAt(p, site, noise), smoothStep(-2, 2, lumen));
    if (site.vessel > 1)
        return vesselAt(p, site, noise);

    HeStain stain = stromaAt(p, site, noise);
    if (site.vessel > -site.vesselWall - 8)
        stain = blend(stain, vesselAt(p, site, noise), smoothStep(-site.vesselWall - 8, -site.vesselWall + 4, site.vessel));
    const float fat = smoothStep(0.35f, 0.55f, site.fat + 0.18f * noise.at(p, 120, 68));
    if (fat > 0)
        stain = blend(stain, fatAt(p, architecture), fat);
    if (site.gland > -14) {
        // Here and there the section has shrunk away from the base of a gland.
        const float cleft = smoothStep(0.25f, 0.5f, noise.at(p, 150, 69)) * bell(site.gland + 6, 4.5f);
        stain.eosin *= 1 - 0.85f * cleft;
        stain.hematoxylin *= 1 - 0.85f * cleft;
    }
    if (site.gland > -2)
        stain = blend(stain, epitheliumAt(p, site, noise), smoothStep(-2, 2, site.gland));
    return stain;
}

}
