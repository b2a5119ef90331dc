#pragma once

#include <filesystem>
#include <vector>

#include "base/AtomicFile.h"
#include "registration/PatchQuality.h"
#include "registration/ScanAlignment.h"

namespace isostain {

struct PairOptions {
    int patch = 256; ///< pixels, 32 to 4096
    double mpp = 0;  ///< micrometers per pixel of the pairs; 0: the target's own
    QualityLimits limits;
    Overwrite overwrite = Overwrite::No;
};

/// A place that a pair could be cut from.
struct CutPatch {
    std::string name; ///< TARGET_x_y.png, x and y in pixels of the pairs' grid
    PixelRect rect;
    PatchQuality quality;
    std::string reason; ///< why it was dropped; empty: it was kept
};

struct CutPairs {
    ScanAlignment alignment;
    std::vector<CutPatch> patches; ///< row by row

    std::size_t kept() const;
};

/// Registers two scans of one glass and writes what fits as pairs: `folder`/source/NAME_x_y.png and `folder`/target of the same
/// names, on the target's grid from (0, 0) without overlap; patches.tsv (every place, its quality, why it was dropped),
/// alignment.json (what the viewer loads) and summary.json. The folder appears when it is complete. Same input, same files.
/// Patches are read, judged and let go of one by one. Progress counts regions and patches in turn. Blocks; one call at a time.
/// Errors: InvalidArgument (the target is smaller than a patch); AlignmentNotFound (also where no patch fits); Cancelled;
/// OutputExists, OutputUnwritable, DiskFull; those of alignScans().
Result<CutPairs> cutPairs(const Slide& source, const Slide& target, const std::filesystem::path& folder, const PairOptions& options,
                          const JobControl& control);

}
