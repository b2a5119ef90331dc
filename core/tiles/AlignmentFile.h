#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "slide/Slide.h"
#include "tiles/SlideAlignment.h"

namespace isostain {

/// What an alignment says of a scan, so that it can be told whether it belongs to an open slide.
struct ScanDescription {
    std::string fileName;       ///< without its folder, UTF-8
    std::int64_t width = 0;     ///< level-0 pixels, as of Slide::geometry()
    std::int64_t height = 0;
    std::optional<double> mppX; ///< micrometers per level-0 pixel
    std::optional<double> mppY;

    bool operator==(const ScanDescription&) const = default;
};
ScanDescription describeScan(const Slide& slide);

/// Where a second scan lies, and what that was found from.
struct ScanPlacement {
    SlideAlignment alignment;
    std::vector<PointPair> pairs = {}; ///< that it goes through or was fitted to, where there are any
    /// How far the pairs are from it, or, where it goes through all of them, from a mere rotation, uniform scale and shift:
    /// root mean square, level-0 pixels of the second scan. Nothing: not known, or too few pairs to tell.
    std::optional<double> residual = {};

    bool operator==(const ScanPlacement&) const = default;
};
/// Of two or three pairs; see SlideAlignment::fromPointPairs() and similarityResidual(), which two pairs always satisfy.
Result<ScanPlacement> placementThrough(std::vector<PointPair> pairs);
/// The first scan in the second.
ScanPlacement inverse(const ScanPlacement& placement);

/// The alignment of two scans of one glass as a file: what the viewer and registration save. Level-0 pixels throughout.
struct SavedAlignment {
    ScanDescription first;
    ScanDescription second;
    ScanPlacement placement;
    std::string programVersion; ///< that wrote it

    bool operator==(const SavedAlignment&) const = default;
};

/// Version 1 of the format: a JSON object with "format", "version", "programVersion", "first" and "second" ("file", "width",
/// "height", "mpp": [x, y] where known), "affine" (two rows of three: second = affine * (x, y, 1) of the first), and, where
/// there are any, "pairs" ({"first": [x, y], "second": [x, y]}) and "residual". The same alignment gives the same bytes.
std::string toJson(const SavedAlignment& alignment);
/// Unknown fields are ignored. `subject` names the text in errors.
/// Errors: AlignmentInvalid (also for what SlideAlignment::fromMatrix() refuses), AlignmentTooNew, OutOfMemory.
Result<SavedAlignment> parseAlignment(std::string_view json, const std::string& subject);

/// Text of at most 4 MiB is read. Blocks on the file; any thread.
/// Errors: FileNotFound, FileUnreadable and those of parseAlignment().
Result<SavedAlignment> readAlignment(const std::filesystem::path& path);
/// Through a temporary file. Blocks; any thread. Errors: AlignmentInvalid (it could not be read back), OutputExists,
/// OutputUnwritable, DiskFull.
Result<void> writeAlignment(const SavedAlignment& alignment, const std::filesystem::path& path,
                            Overwrite overwrite = Overwrite::No);

/// The saved placement of `second` in `first`, also where the file was made with the two the other way round. Scans are told
/// by their sizes, which copies and new names keep; names decide where sizes do not. `subject` names the file in errors.
/// Errors: AlignmentMismatch (the sizes of all four scans in the detail).
Result<ScanPlacement> placementFor(const SavedAlignment& saved, const ScanDescription& first, const ScanDescription& second,
                                   const std::string& subject);

}
