#pragma once

#include <cstdint>

#include "demo/Noise.h"

namespace isostain::demo {

/// What lies at a point of a section: distances in pixels (positive inside), amounts 0..1. Floats only (see SiteGrid).
struct HeSite {
    float tissue = 0;     ///< distance to the tissue's edge
    float gland = 0;      ///< distance to the nearest gland's base
    float epithelium = 0; ///< thickness of that gland's epithelium
    float goblet = 0;     ///< how much mucus its cells hold
    float atypia = 0;     ///< how large, dark and stratified its nuclei are
    float rimX = 0;       ///< the point straight outwards on a circle around that gland's center
    float rimY = 0;
    float vessel = 0;     ///< distance to the nearest vessel's lumen
    float vesselWall = 0; ///< thickness of that vessel's wall
    float across = 0;     ///< coordinate across the collagen fibers
    float along = 0;      ///< and along them
    float fat = 0;
    float inflammation = 0;
    float looseness = 0; ///< of the stroma
    float thickness = 0; ///< of the section, about 1
    float fold = 0;      ///< 1 on the crest of the fold, 0 and below beside it
    float pen = 0;       ///< distance to the edge of the pen mark
};

/// Where glands, vessels, fat, fibers and artifacts of a generated section lie. Immutable; any thread.
class HeArchitecture {
public:
    /// Size of the slide in pixels of 0.25 um.
    HeArchitecture(int width, int height, std::uint32_t seed);

    HeSite siteAt(Point p) const;
    const Noise& noise() const { return m_noise; }
    std::uint32_t seed() const { return m_seed; }

private:
    void addGland(Point p, HeSite& site) const;
    struct VesselSizes;
    void addVessels(Point p, const VesselSizes& sizes, HeSite& site) const;
    void addArtifacts(Point p, HeSite& site) const;
    float tissueDistance(Point p) const;

    float m_width;
    float m_height;
    std::uint32_t m_seed;
    Noise m_noise;
};

}
