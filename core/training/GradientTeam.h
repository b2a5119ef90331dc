#pragma once

#include <memory>
#include <span>
#include <vector>

#include "training/StainNetPass.h"

namespace isostain {

/// Gradients over many patches on several threads. Patches are dealt out in fixed parts that are summed up in order, so the
/// result does not depend on the number of threads. One caller at a time.
class GradientTeam {
public:
    /// `threads` 0: one per core.
    GradientTeam(const StainNetShape& shape, unsigned threads, stainnet_kernels::Form form = stainnet_kernels::bestForm());
    ~GradientTeam();

    /// Each patch's loss, as StainNetPass::accumulate() gives it, until the next call; `gradient` becomes the sum of their
    /// gradients.
    std::span<const double> accumulate(std::span<const float> parameters, std::span<const ColorPatch> patches,
                                       const LossTerms& terms, std::span<float> gradient);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
