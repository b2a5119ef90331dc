#pragma once

#include <cstdint>
#include <optional>

#include <opencv2/core/mat.hpp>

#include "image/Image.h"

namespace isostain {

/// What lies at a pixel of a slide.
enum class Ground : std::uint8_t {
    Glass, ///< and whatever is too pale to tell from it, and specks smaller than a cell
    Tissue,
    Ink,     ///< pen marks of any color, and large areas that are gray: nothing a stain colors
    Fold,    ///< tissue that lies double, or is otherwise far denser than the rest of it
    Outside, ///< the black around a scan
};

/// Tells tissue from what must not take part in a fit. For a whole slide at 8 to 16 micrometers per pixel or a part of it at
/// any finer size: `mpp` (micrometers per pixel) is what sizes are judged by; out of range or not finite it is taken for 8.
/// `glass` is the color 0xRRGGBB of the slide's glass; by default it is found in the image.
///
/// Glass: density (GlassDistance) below 0.15, and specks smaller than a nucleus. Ink and black: a hue and density that no
/// stained tissue has over 40 micrometers in every direction, 60 for blue and green, so that nuclei, blood and the blue-green
/// cells of a Pap smear stay; besides, blue-green specks where they are too rare to be a stain of this slide. Folds: mean
/// density, or the excess of green over red density that eosin makes, over 24 micrometers far above that of the image's own
/// tissue (Bautista and Yagi 2009 and Kothari et al. 2013 find folds in a similar plane, saturation against intensity); where
/// more than a tenth of the tissue is like that, it is tissue.
///
/// The result is CV_8U, values of Ground, of the image's size; empty for an empty image. Any thread.
cv::Mat groundOf(const BgrxImage& image, double mpp, std::optional<std::uint32_t> glass = {});

/// CV_8U, 255 where groundOf() is Tissue: what to fit on, 0 elsewhere.
cv::Mat tissueMask(const BgrxImage& image, double mpp, std::optional<std::uint32_t> glass = {});

}
