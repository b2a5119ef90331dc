#pragma once

#include <cstdint>

#include "demo/DyeField.h"
#include "demo/Noise.h"

namespace isostain::demo {

/// The dyes of a Papanicolaou stain in the order of the planes, and what absorbs or refracts light without being stained.
enum PapDye { kPapHematoxylin, kOrangeG, kEosinY, kLightGreen, kBismarckBrown, kPapShade, kPapDyeCount };

/// A cervical smear stained after Papanicolaou at 0.25 um per pixel: scattered squamous cells with folded cytoplasm,
/// crowded overlapping clusters, neutrophils and debris on mostly blank glass; air bubbles; partly out of focus.
class PapSmear : public Specimen {
public:
    explicit PapSmear(std::uint32_t seed) : m_seed(mixBits(seed ^ 0x5061u)), m_noise(m_seed) {}

    int dyes() const override { return kPapDyeCount; }
    void stain(DyeField& field) const override;

private:
    void drawScatteredCells(DyeField& field) const;
    void drawClusters(DyeField& field) const;
    void drawNeutrophils(DyeField& field) const;
    void drawDebris(DyeField& field) const;
    void drawBubbles(DyeField& field) const;
    void drawBackground(DyeField& field) const;

    std::uint32_t m_seed;
    Noise m_noise;
};

}
