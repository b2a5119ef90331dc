#pragma once

#include <cstdint>
#include <optional>

#include "base/Error.h"
#include "base/Progress.h"
#include "color/ColorCounts.h"
#include "image/Image.h"
#include "slide/Slide.h"

namespace isostain {

/// The colors of a slide, a region or an image that a fit works on.
struct ColorSample {
    ColorCounts all;                       ///< of the whole: every pixel of an image, the overview of a slide
    ColorCounts tissue;                    ///< tissue without glass, pen marks and folds; of a slide at about 0.5 µm/px
    std::uint32_t glass = 0xFFFFFF;        ///< color of empty glass, 0xRRGGBB
    std::optional<double> mpp;             ///< µm/px of the slide or image
    std::optional<SlideInfo::Demo> demo;   ///< what a generated slide says of itself

    double tissueShare = 0;                ///< of `all`, 0..1
};

/// Samples every pixel of an image; µm/px where it is known.
ColorSample sampleImage(const RgbImage& image, std::optional<double> mpp = std::nullopt);

/// The seed of every fit: a slide is fitted to the same pixels by whatever program and on whatever day.
inline constexpr std::uint32_t kSampleSeed = 1;

/// Samples a slide. Up to 16 megapixels every pixel is taken; of a larger one its overview, and up to 64 tiles drawn at
/// random (by `seed`; the same on every machine) from where the overview shows tissue. Reads a few MB; under a second for an ordinary slide. Tiles that cannot be read are passed
/// over. Blocks; any thread. Errors: Cancelled, and SlideUnreadable when nothing could be read.
Result<ColorSample> sampleSlide(const Slide& slide, std::uint32_t seed = kSampleSeed, const JobControl& control = {});

/// Samples a rectangle of level-0 pixels, at the level that keeps it under 16 megapixels. Errors: as above, and
/// InvalidArgument for a rectangle outside the slide.
Result<ColorSample> sampleRegion(const Slide& slide, const PixelRect& level0, const JobControl& control = {});

/// µm/px of a slide: the mean of both directions, or the one that is known.
std::optional<double> meanMpp(const SlideInfo& info);

/// µm/px of a level, for telling cells from pen strokes: where a slide does not say, it is taken for a scan at 20x.
double likelyMpp(std::optional<double> mpp, double downsample);

/// What a slide says of itself, without a look at its pixels.
ColorSample unsampled(const Slide& slide);

/// Both together; where only one states µm/px or glass has no tissue, the other's counts.
ColorSample merged(const ColorSample& a, const ColorSample& b);

}
