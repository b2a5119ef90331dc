#pragma once

#include <array>
#include <optional>

#include "color/ColorCounts.h"
#include "color/ColorMap.h"
#include "color/MonotoneSpline.h"
#include "color/StainSeparation.h"

namespace isostain {

/// What Khan's method knows of an image: its own stain matrix, and per stain what its spline goes through.
struct KhanStatistics {
    StainMatrix stains{};
    OpticalDensity glass{}; ///< density of empty glass, >= 0; stain amounts are what lies above it
    /// Mean and 99th percentile of a stain's amount, each color weighted by its pixels and by the share of that stain in what
    /// it absorbs: thus of the places where the stain is at home, however many of them an image shows.
    StainAmounts mean{};
    StainAmounts maximum{};
};

/// Khan, Rajpoot, Treanor and Magee 2014, "A nonlinear mapping approach to stain normalization in digital histopathology images
/// using image-specific color deconvolution": a classifier tells from a color and from the image's stain color descriptor which
/// stain it shows (StainClassifier); the stain matrix follows from the classified colors. The classifier's answer being shares
/// of the two stains, the matrix is the one whose mixtures come closest to the colors: a robust least-squares fit (Cauchy
/// weights) in place of the mean over each class, so that impure nuclei and stroma do not draw the stains together.
///
/// `tissue`: the colors of an image or sample, best with some of the glass and the palest tissue; a fit without them
/// (publishedTissue()) has to assume the glass and is less certain of eosin.
/// The stains are those that the image shows: what a scanner's crosstalk and tone curve make of the dyes' own densities, up to
/// some four degrees away from them.
/// Nothing where there is no H&E to be found: blank, of one color, gray, one stain alone, foreign colors. Any thread.
std::optional<KhanStatistics> khanStatistics(const ColorCounts& tissue);

/// The nonlinear mapping: a color's density above the source's glass is separated into the source's stains (StainSolver); each
/// stain's amount goes through a monotone C1 spline (MonotoneSpline in place of the paper's) that takes 0 to 0 and the source's
/// mean and maximum to the target's, and goes on as a straight line; the target's stains and glass give the color:
/// 255 exp(-(C B_target + glass_target)), clipped and truncated. A stain that the source lacks (maximum 0) keeps its amounts.
/// Defined for every color and for any finite statistics.
class KhanMap : public ColorMap {
public:
    KhanMap(const KhanStatistics& source, const KhanStatistics& target);
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override;

private:
    StainSolver m_solver;
    OpticalDensity m_sourceGlass;
    std::array<MonotoneSpline, 2> m_curves;
    StainMatrix m_target;
    OpticalDensity m_targetGlass;
};

}
