#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "training/Distillation.h"
#include "training/DistillationQuality.h"

namespace isostain {

/// One row of the paper's Table 4.
struct AblationRow {
    std::string name; ///< layers of 1x1 + layers of 3x3, as "2+1"
    StainNetShape shape;
    DistilledStainNet trained;
    DistillationQuality quality; ///< of the test images
};

/// The networks of Table 4 (Kang et al. 2021): three layers, of which none to all are 3x3. The paper does not say which ones
/// become 3x3: here the first ones.
std::vector<AblationRow> ablationRows(int channels);

/// Trains every network of Table 4 and measures it on the test images; `onRow` is told each as it is done, and its error ends
/// the ablation. Fast or Paper. Blocks; progress over all trainings. Errors: those of the recipe, measureQuality() and `onRow`,
/// InvalidArgument (another recipe).
Result<std::vector<AblationRow>> ablate(DistillationRecipe recipe, const DistillationConfig& config,
                                        const std::vector<ImagePair>& train, const std::vector<ImagePair>& test,
                                        const std::function<Result<void>(const AblationRow&)>& onRow,
                                        const JobControl& control);

}
