#pragma once

#include <span>
#include <vector>

#include "image/Image.h"
#include "training/StainNetPass.h"
#include "training/TrainingImages.h"

namespace isostain {

/// A StainNet of any shape on a whole image, on one core: [3][height][width] in the [-1, 1] scale, no clamp; zero padding at
/// the image's borders alone. For measuring what a training gives, without LibTorch. One thread at a time.
class StainNetApply {
public:
    explicit StainNetApply(const StainNetShape& shape) : m_pass(shape), m_shape(shape) {}

    std::vector<float> evaluate(std::span<const float> parameters, const TrainingImage& image);
    /// The 8-bit result as published: clamp(y*0.5 + 0.5, 0, 1)*255, truncated.
    RgbImage apply(std::span<const float> parameters, const TrainingImage& image);
    /// The mean of |y - target| over all values.
    double meanAbsoluteError(std::span<const float> parameters, const TrainingImage& image);

private:
    StainNetPass m_pass;
    StainNetShape m_shape;
    std::vector<float> m_part;
};

/// The mean over images of their mean absolute errors: the test L1 of the published code. Progress in images.
/// Errors: as readTrainingImage(), Cancelled.
Result<double> meanAbsoluteError(const StainNetShape& shape, std::span<const float> parameters, const TrainingImages& images,
                                 const JobControl& control);

}
