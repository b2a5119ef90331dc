#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/Error.h"
#include "color/ColorMap.h"
#include "nn/StainNetWeights.h"

namespace isostain {

/// A pointwise StainNet as a ColorMap. Everything is float32: x = (u8/255 - 0.5)*2; each output starts with its bias and
/// adds weight*input in the order of the input channels; ReLU between layers; result clamp(y*0.5 + 0.5, 0, 1)*255,
/// truncated (the published form).
///
/// AVX2 and FMA where the processor has them, chosen at run time; there each product is added without being rounded
/// first. Portable code elsewhere rounds it. The two forms, and LibTorch, sum up the same numbers with different rounding,
/// so a value close to a whole number can be truncated to either side: they differ by at most one level, for fewer than
/// one color in a thousand.
class StainNetMap : public ColorMap {
public:
    /// Any number of layers and channels, at most 2^22 weights. Errors: SpatialUnsupported when a kernel is larger than 1x1,
    /// CheckpointMismatch when the layers do not fit together or are too large.
    static Result<std::shared_ptr<const StainNetMap>> create(const StainNetWeights& weights, const std::string& subject);

    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override;

private:
    explicit StainNetMap(const StainNetWeights& weights) : m_weights(weights) {}

    StainNetWeights m_weights;
};

}
