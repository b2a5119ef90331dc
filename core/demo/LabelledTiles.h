#pragma once

#include <cstdint>
#include <filesystem>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "base/Progress.h"

namespace isostain::demo {

/// What writeLabelledTiles() makes.
struct LabelledTilesOptions {
    int perClass = 100;     ///< tiles of each class and split, 1..99,999
    int sections = 4;       ///< specimens that the tiles of a split come from; no section gives tiles to both; 1..1,000
    std::uint32_t seed = 1; ///< another number gives other sections
    Overwrite overwrite = Overwrite::No;
};

/// Pixels a side of a labelled tile, at 0.5 um per pixel.
constexpr int kLabelledTileSize = 128;

/// Writes FOLDER/{a,b}/{train,test}/{normal,tumor}/0001.png ...: H&E tiles in two classes as both scanners see them, the same
/// place under the same name. Both show glands. Tumor: their nuclei are large, dark and stratified; normal: less so. What the
/// labels go by is the plan of the generated section (HeSite::atypia), not its colors. The result depends on the options
/// alone, not on threads. Progress in tiles. Blocks; any thread.
/// Errors: InvalidArgument, OutputExists, OutputUnwritable, DiskFull, Cancelled, OutOfMemory.
Result<void> writeLabelledTiles(const std::filesystem::path& folder, const LabelledTilesOptions& options,
                                const JobControl& control);

}
