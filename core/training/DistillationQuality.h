#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "nn/StainNetWeights.h"
#include "training/TrainingImages.h"

namespace isostain {

/// How one image comes out.
struct ImageQuality {
    std::string name;
    double loss = 0;          ///< mean L1 in the [-1, 1] scale, of the network's answers before they are made 8 bits
    double psnr = 0;          ///< dB, 8-bit result against target; infinite where they are identical
    double ssim = 0;          ///< result against target
    double ssimSource = 0;    ///< result against source
    double psnrUntouched = 0; ///< source against target: what doing nothing gives
    double ssimUntouched = 0;
};

/// The means over images; PSNR over those where it is finite (infinity where none is).
struct DistillationQuality {
    std::vector<ImageQuality> images;
    ImageQuality mean;
};

/// Measures a StainNet of any shape. Progress in images. All zeros without images. Errors: as readTrainingImage(),
/// CheckpointMismatch (layers that do not fit together), InvalidArgument (an image with a side under 11 pixels), Cancelled.
Result<DistillationQuality> measureQuality(const StainNetWeights& weights, const TrainingImages& images,
                                           const JobControl& control);

}
