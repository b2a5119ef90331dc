#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/Progress.h"
#include "dataset/Annotations.h"
#include "dataset/AreaCoverage.h"
#include "dataset/DatasetSlides.h"
#include "normalize/NetworkCanvas.h"
#include "slide/Slide.h"

namespace isostain {

/// Where patches lie on slides and what counts as what.
struct PatchOptions {
    double mpp = 0.4862;             ///< micrometers per pixel of the patches (the paper's: 0.4862 for cytology)
    int size = 256;                  ///< pixels; 16..4096
    std::optional<double> sourceMpp; ///< of slides that do not state theirs
    AreaNames names;
    std::optional<double> tumorShare; ///< a tumor patch is tumor in at least this share (0..1]; nothing: at its center
    double tissueShare = 0.5;         ///< every patch shows at least this much tissue, 0..1
};

/// A slide's picture at the patches' pixel size and the grid of patches on it.
struct PatchCanvas {
    NetworkCanvas canvas;
    CellGrid cells; ///< one patch each, in level-0 pixels
    double mpp = 0; ///< micrometers per pixel really met: within 2 % of what was asked where a level is taken as it is
};

/// The canvas for patches: a level of the slide where one lies within 2 %, else the next finer one resampled.
/// Errors: PixelSizeUnknown, InvalidArgument (the slide's pixels are more than 1.25 times as large as asked, the slide is
/// smaller than a patch, or it has more than kMostCells of them).
Result<PatchCanvas> patchCanvas(const PyramidGeometry& geometry, const SlideInfo& info, const PatchOptions& options);

/// What a cell of the grid can be a patch of.
enum class PatchClass : std::uint8_t { Tumor, Normal, Unlabelled };

/// Folder name and name in tables: "tumor", "normal", "unlabelled".
const char* nameOf(PatchClass patchClass);

struct PatchCandidate {
    std::int32_t column = 0;
    std::int32_t row = 0;
};

/// The cells of a slide that may become patches, row by row.
struct PatchCandidates {
    PatchCanvas canvas;
    std::vector<PatchCandidate> tumor;
    std::vector<PatchCandidate> normal; ///< without a trace of tumor or of what is excluded
    std::vector<PatchCandidate> tissue; ///< of all classes and none
};

/// Whether a slide's cells are told apart by its annotations.
enum class Labelling { None, ByAnnotations };

/// Looks for tissue in an overview of the slide (TissueMask) and lays its annotations over the grid of patches. Slides on which
/// not all tumor was annotated give no normal cells. Blocks; any thread.
/// Errors: those of patchCanvas(), readAnnotations() and Slide::read(); AnnotationsInvalid also where areas have names but none
/// stands for tumor or for what is excluded, or where no area lies on the slide.
Result<PatchCandidates> patchCandidates(const Slide& slide, const DatasetSlide& about, Labelling labelling,
                                        const PatchOptions& options, const JobControl& control = {});

}
