#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/Progress.h"
#include "dataset/PatchCandidates.h"
#include "dataset/Splits.h"

namespace isostain {

/// Whether the classes of each part are cut to the size of the smaller one.
enum class Balance { No, Yes };

/// What slides are dealt to the parts by: none of it is ever in two.
enum class SplitBy { Slide, Case, Center };

/// How patches are drawn. Zero limits nothing.
struct PatchDraw {
    PatchOptions patches;
    Labelling labelling = Labelling::ByAnnotations;
    std::uint64_t seed = 1;
    Balance balance = Balance::No;
    std::size_t perClass = 0;   ///< most patches of a class in a part
    std::size_t perSlide = 0;   ///< most patches of a class from a slide
    std::size_t unlabelled = 0; ///< patches without class drawn for each part (zero: none)
    std::vector<SplitPart> parts = {{"train", 1}};
    SplitBy splitBy = SplitBy::Slide;
    std::map<std::string, std::string> assigned; ///< groups whose part is given; the others are dealt by the shares
};

/// A slide that patches are taken from.
struct PlannedSlide {
    DatasetSlide slide;
    std::string part;
    PatchCanvas canvas;
    std::string sha256;            ///< quickSha256OfFile() of its files, see filesOfSlide()
    std::string annotationsSha256; ///< empty without annotations
};

struct PlannedPatch {
    std::size_t slide = 0; ///< index into PatchPlan::slides
    PatchClass patchClass = PatchClass::Unlabelled;
    PatchCandidate cell;
};

/// What a set of patches is going to be.
struct PatchPlan {
    PatchDraw draw;
    std::vector<PlannedSlide> slides;  ///< by name
    std::vector<PlannedPatch> patches; ///< by slide, class, row and column
    std::vector<SkippedItem> skipped;  ///< slides that give nothing, and why
};

/// Opens every slide, tells its cells apart and draws patches: tumor and normal ones, and the unlabelled sample from all
/// tissue. What is drawn is ranked by seed, slide and place alone: the same whatever the order of the slides, the threads and
/// the machine; a normal patch is thus drawn at random from all normal tissue of its part. Slides that cannot be used, and
/// those whose center is unknown where that decides, are passed over. Progress in slides. Blocks; any thread. Errors:
/// Cancelled, InvalidArgument (options), TrainingDataInvalid (nothing to draw from), those of splitGroups(); what failed on the
/// only slide.
Result<PatchPlan> planPatches(const DatasetSlides& slides, const PatchDraw& draw, const JobControl& control = {});

/// How many patches of a class a part has.
std::size_t countOf(const PatchPlan& plan, const std::string& part, PatchClass patchClass);

}
