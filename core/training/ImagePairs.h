#pragma once

#include <cstdint>
#include <span>

#include "base/Error.h"
#include "base/Progress.h"
#include "dataset/ImagePairs.h"
#include "nn/StainNetWeights.h"
#include "training/Distillation.h"

namespace isostain {

/// Colors from all images, at most `mostPixels` in all (but one at least from each): the same share from each, chosen by the
/// seed. Progress in images. Blocks; any thread, as the function below. Errors: those of readPair(), Cancelled.
Result<PixelPairs> readPixels(std::span<const ImagePair> pairs, std::size_t mostPixels, std::uint32_t seed,
                              const JobControl& control);

/// How close a StainNet comes to its teacher on whole images, means over images; PSNR over those that are not identical to
/// the teacher's, where it is infinite (and infinity where all are).
struct DistillationQuality {
    std::size_t images = 0;
    double loss = 0;          ///< mean L1 in the [-1, 1] scale, on the 8-bit results
    double psnr = 0;          ///< dB, result against teacher
    double psnrUntouched = 0; ///< dB, source against teacher: what doing nothing gives
    double ssim = 0;          ///< result against teacher
    double ssimUntouched = 0;
};

/// Measures a pointwise StainNet. All zeros without pairs. Errors: as readPixels(), SpatialUnsupported, CheckpointMismatch,
/// InvalidArgument (an image with a side under 11 pixels).
Result<DistillationQuality> measureQuality(const StainNetWeights& weights, std::span<const ImagePair> pairs,
                                           const JobControl& control);

}
