#pragma once

#include "base/Error.h"
#include "image/Image.h"

namespace isostain {

/// Structural similarity (Wang et al. 2004) of a result and the target scanner's image, u8 RGB: per channel, then their mean.
/// Gaussian window of 11 taps, sigma 1.5; K1 0.01, K2 0.03, range 255; sample covariance (variances and covariance times
/// 121/120); 5 border pixels left out; double precision. 1 for identical images. Any thread.
/// Errors: InvalidArgument when the sizes differ or a side is under 11 pixels.
Result<double> ssimTarget(const RgbImage& result, const RgbImage& target);

/// Peak signal-to-noise ratio in dB: 10 log10(255^2 / MSE), MSE over all pixels and the three channels; infinity for
/// identical images, which means leave out. Any thread. Errors: InvalidArgument when the sizes differ or are empty.
Result<double> psnrTarget(const RgbImage& result, const RgbImage& target);

/// How much of the source's structure a result keeps (the paper's SSIM Source): both turned to gray (OpenCV's RGB2GRAY, 8 bits),
/// each stretched on its own to 0..255 by its minimum and maximum, then the SSIM above on one channel. A flat image stretches
/// to zeros; two flat images score 1. Any thread. Errors: as ssimTarget().
Result<double> ssimSource(const RgbImage& result, const RgbImage& source);

}
