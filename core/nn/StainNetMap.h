#pragma once

#include <cstdint>
#include <memory>

#include "base/Error.h"
#include "color/ColorMap.h"
#include "nn/StainNetWeights.h"

namespace isostain {

/// A pointwise StainNet as a ColorMap, float32, published truncation. AVX2 and FMA where the processor has them, portable
/// code elsewhere, chosen at run time.
class StainNetMap : public ColorMap {
public:
    /// Errors: SpatialUnsupported when a kernel is larger than 1x1, CheckpointMismatch when the layers do not fit together.
    static Result<std::shared_ptr<const StainNetMap>> create(const StainNetWeights& weights, const std::string& subject);
    ~StainNetMap() override;

    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override;

private:
    struct Layers;
    explicit StainNetMap(std::unique_ptr<const Layers> layers);
    std::unique_ptr<const Layers> m_layers;
};

}
