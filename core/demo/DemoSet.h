#pragma once

#include <filesystem>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "base/Progress.h"
#include "demo/Tissue.h"

namespace isostain::demo {

/// What writeDemoSet() makes.
struct DemoSetOptions {
    TissueOptions tissue;
    std::vector<ScannerId> slides{ScannerId::A, ScannerId::B}; ///< whole slides to write; each at most once
    int tiles = 24;      ///< aligned pairs of 256x256 tiles, cut where there is something to see
    double misalign = 0; ///< pixels by which scanner B is shifted against A: the slide as a whole, tiles each on its own
    int quality = 90;    ///< JPEG, of the slides
    Overwrite overwrite = Overwrite::No;
};

constexpr int kDemoTileSize = 256;

/// Writes FOLDER/demo-<stain>-scanner-a.tif and -b.tif (pyramidal, the same tissue) and FOLDER/tiles/a/0001.png ... with
/// their partners in tiles/b. The result depends on the options alone, not on threads. Progress in tiles.
/// Returns the slides' paths. Blocks; any thread. Errors: InvalidArgument, OutputExists, OutputUnwritable, DiskFull, Cancelled
/// and others of writePyramidTiff().
Result<std::vector<std::filesystem::path>> writeDemoSet(const std::filesystem::path& folder, const DemoSetOptions& options,
                                                        const JobControl& control);

}
