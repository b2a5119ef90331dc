#pragma once

#include "demo/DyeField.h"
#include "demo/HeArchitecture.h"
#include "demo/SiteGrid.h"

namespace isostain::demo {

using HeSites = SiteGrid<HeSite>;

/// The dyes of a section, in the order of its planes: two stains, and what absorbs light without being stained.
enum HeDye { kHematoxylin, kEosin, kHemoglobin, kPenInk, kDirt, kHeDyeCount };

/// A paraffin section stained with hematoxylin and eosin at 0.25 um per pixel: glands with lumen and columnar epithelium in
/// a collagenous, partly inflamed stroma with vessels and fat; glass with dust, one fold, one pen mark.
class HeSection : public Specimen {
public:
    HeSection(int width, int height, std::uint32_t seed) : m_architecture(width, height, seed) {}

    int dyes() const override { return kHeDyeCount; }
    void stain(DyeField& field) const override;

private:
    void stainGround(DyeField& field, const HeSites& sites) const;
    void foldOver(DyeField& field, const HeSites& sites) const;
    void drawPen(DyeField& field, const HeSites& sites) const;

    HeArchitecture m_architecture;
};

}
