#pragma once

#include "base/Progress.h"
#include "registration/FineRegistration.h"
#include "tiles/AlignmentFile.h"

namespace isostain {

/// Two scans of one glass, registered.
struct ScanAlignment {
    FineAlignment fine;
    double unit = 1; ///< level-0 pixels of the target per pixel of the grid that pairs are cut on
    int matches = 0; ///< features of the overviews that agreed
    double correlation = 0; ///< of the overviews' structures, -1 to 1
};

/// OpenCV held to one thread in this process while it exists: what its optical flow finds depends on their number.
/// One at a time.
class OneOpenCvThread {
public:
    OneOpenCvThread();
    ~OneOpenCvThread();
    OneOpenCvThread(const OneOpenCvThread&) = delete;
    OneOpenCvThread& operator=(const OneOpenCvThread&) = delete;

private:
    int m_before;
};

/// Registers a source to a target: overviews first (alignOverviews()), then region by region (refineAlignment()), on a grid of
/// `mpp` micrometers per pixel (0: the target's own pixels). Same input, same answer. Blocks; one call at a time.
/// Errors: AlignmentNotFound; InvalidArgument (an `mpp` finer than the target, or the target's pixel size is not known);
/// Cancelled; those of reading.
Result<ScanAlignment> alignScans(const Slide& source, const Slide& target, double mpp, const JobControl& control);

/// The alignment as the viewer loads it, the target being its first scan, with the displacement besides, which the viewer does
/// not need: "displacement" holds "spacing", "columns", "rows" and "shifts" ([x, y] a node, row by row, level-0 pixels of the
/// second scan, to a hundredth).
std::string toJson(const ScanAlignment& alignment, const Slide& source, const Slide& target);

}
