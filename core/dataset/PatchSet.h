#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Progress.h"
#include "dataset/PatchPlan.h"

namespace isostain {

/// What writePatchSet() has done.
struct PatchSetResult {
    std::size_t written = 0;
    std::size_t wereThere = 0;        ///< by a run of the same recipe before
    std::vector<SkippedItem> skipped; ///< patches that could not be read, and why
};

inline constexpr const char* kPatchRecipeFile = "recipe.json";
inline constexpr const char* kPatchManifestFile = "manifest.tsv";

/// PART/CLASS/SLIDE_X_Y.png or unlabelled/PART/SLIDE_X_Y.png; X and Y are the level-0 pixel of its top left corner.
std::filesystem::path patchPath(const PatchPlan& plan, const PlannedPatch& patch);

/// The recipe as JSON: format, program version, seed, options, slides with their parts and hashes, counts, what was passed
/// over. It follows from the plan alone: no dates, no folders.
std::string recipeJson(const PatchPlan& plan);

/// Writes FOLDER/recipe.json, the patches (lossless PNG) and, when all of them are there, FOLDER/manifest.tsv with one line per
/// patch: patch, slide, x, y, width, height (level-0 pixels), mpp, class, split. Every file appears under its name only when it
/// is complete, and has the same bytes whenever the inputs are the same.
///
/// A folder that holds a set of the same recipe is completed: a killed run is resumed by running it again. Any other folder
/// that is not empty is refused; with Overwrite::Yes a set of another recipe in it is removed first (its folders of patches,
/// its manifest and its recipe, nothing else). Patches that cannot be read are passed over and are not in the manifest. Reads
/// and resamples on several threads. Progress in patches. Blocks; any thread. Errors: OutputExists, OutputUnwritable, DiskFull,
/// DeletionFailed, Cancelled (what is written stays, to be resumed), SlideUnreadable and others of openSlide(), OutOfMemory.
Result<PatchSetResult> writePatchSet(const PatchPlan& plan, const std::filesystem::path& folder, Overwrite overwrite,
                                     const JobControl& control = {});

}
