#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "color/ColorCounts.h"
#include "color/ColorMap.h"

namespace isostain {

/// Optical density of a color in R, G, B: max(-ln(max(I, 1)/255), 1e-6) per channel.
using OpticalDensity = std::array<double, 3>;

OpticalDensity opticalDensityOf(std::uint32_t color);

/// The angle between two densities that are not zero, degrees [0, 180]: how far apart two stains are.
double degreesBetween(const OpticalDensity& a, const OpticalDensity& b);

/// The densities of two stains as rows of unit length, R, G, B. Hematoxylin (the larger red) first.
using StainMatrix = std::array<OpticalDensity, 2>;
/// Amounts of the two stains, >= 0.
using StainAmounts = std::array<double, 2>;

/// Ruifrok and Johnston 2001: the published vectors for hematoxylin and eosin.
StainMatrix ruifrokStainMatrix();

/// The color is tissue: OpenCV's 8-bit Lab L/255 < 0.8. The mask of the published Macenko and Vahadane.
ColorCounts publishedTissue(const ColorCounts& pixels);

/// Macenko et al. 2009: the plane of the two leading eigenvectors of the densities' covariance; the directions at the 1st
/// and 99th percentile of the angle in it. Nothing for fewer than two distinct colors or when no plane can be found.
std::optional<StainMatrix> macenkoStainMatrix(const ColorCounts& tissue);

/// Vahadane et al. 2016: sparse non-negative dictionary of two atoms, min 1/2|x - aB|^2 + 0.1|a|_1 with a >= 0, B >= 0 and
/// unit rows, by alternating exact coding and block coordinate descent from the Ruifrok vectors. Deterministic.
std::optional<StainMatrix> vahadaneStainMatrix(const ColorCounts& tissue);

/// Amounts by the exact solution of the two-stain non-negative lasso min 1/2|x - aB|^2 + lambda sum(a), a >= 0.
class StainSolver {
public:
    explicit StainSolver(const StainMatrix& stains, double lambda = 0.01);
    StainAmounts solve(const OpticalDensity& density) const;

private:
    StainMatrix m_stains;
    double m_lambda;
    double m_g00, m_g01, m_g11, m_determinant;
};

/// 99th percentile of each stain's amount over all pixels; zeros when there are none.
StainAmounts maximumAmounts(const ColorCounts& pixels, const StainMatrix& stains);

/// A slide's or image's stains: their densities and how strong they get.
struct StainStatistics {
    StainMatrix stains;
    StainAmounts maximum;
};

/// Widely used H&E reference that needs no image (published with Macenko's method; densities against 240).
StainStatistics publishedHematoxylinEosinReference();

/// The normalization all stain-separating methods share: amounts by StainSolver with the source's stains, scaled by the ratio
/// of the maxima (target/source; 1 where the source's is zero), recomposed with the target's: 255 exp(-C B_target), truncated.
class StainScalingMap : public ColorMap {
public:
    StainScalingMap(const StainStatistics& source, const StainStatistics& target);
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override;

private:
    /// One channel at one level: what its density adds to the projections onto the two source stains.
    using Projections = std::array<StainAmounts, 256>;

    StainMatrix m_source;
    StainMatrix m_target;
    StainAmounts m_scale;
    std::array<Projections, 3> m_projections;
};

}
