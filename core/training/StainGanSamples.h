#pragma once

#include <cstddef>
#include <span>
#include <stop_token>

#include "base/Error.h"
#include "dataset/ImagePairs.h"
#include "image/Image.h"
#include "training/StainGanModel.h"
#include "training/UnpairedImages.h"

namespace isostain {

/// How close the generator to the target comes to the target's images: means over pairs, on 8-bit images; each image with the
/// statistics of its own, as published. Images are cut to multiples of 4.
struct StainGanQuality {
    std::size_t images = 0;
    double psnr = 0; ///< dB, over those that are not identical
    double psnrUntouched = 0;
    double ssim = 0;
    double ssimUntouched = 0;
};

/// Pixels that a side of an image must have to be measured.
constexpr int kSmallestStainGanTest = 16;

/// Measures the generator to the target. One thread at a time per model. Errors: those of readImage() and of the model,
/// TrainingDataInvalid (an image with a smaller side than kSmallestStainGanTest), InvalidArgument (sizes of a pair differ),
/// Cancelled between two pairs.
Result<StainGanQuality> stainGanQuality(StainGanModel& model, std::span<const ImagePair> pairs, const std::stop_token& stop);

/// Parts of crop x crop pixels from the middle of the first images, at most 4 side by side, above what a generator makes of
/// them. Errors: those of readImage() and of the model. Throws where memory runs out, see guarded().
Result<RgbImage> stainGanPreview(StainGanModel& model, StainGanDirection direction, const UnpairedImages& images, int crop);

}
