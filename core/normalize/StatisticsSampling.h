#pragma once

#include <cstdint>
#include <optional>

#include "base/Progress.h"
#include "normalize/SpatialNetwork.h"
#include "slide/Slide.h"

namespace isostain {

/// Freezes a network's statistics for a slide: 256x256 patches of its networkCanvas(), 16 of them or as many as there are,
/// drawn by the seed from all over the tissue, pen marks and folds left out (without tissue: from everywhere). The same slide,
/// network and seed give the same patches. Networks without norms need no samples. Progress in patches and layers.
/// Errors: as SpatialNetwork::freeze(); TileUnreadable when no patch can be read.
Result<FrozenStatistics> freezeStatistics(const Slide& slide, const SpatialNetwork& network, std::optional<double> trainingMpp,
                                          std::uint64_t seed, const JobControl& control = {});

}
