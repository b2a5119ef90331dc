#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "base/Progress.h"
#include "normalize/StainProfile.h"
#include "training/Distillation.h"
#include "training/DistillationQuality.h"

namespace isostain {

/// What a StainNet is trained from and where it goes.
struct StainNetTrainingPlan {
    DistillationRecipe recipe = DistillationRecipe::Fast;
    DistillationConfig config;
    std::vector<ImagePair> train;   ///< sources and teacher outputs (or aligned targets)
    std::vector<ImagePair> aligned; ///< Mixed: aligned pairs beside them
    std::vector<ImagePair> test;    ///< measured on; the published recipe chooses its weights by them
    /// Mixed: this many characters of a file's name say which case it belongs to; 0: those before the first '_'.
    std::size_t caseLength = 0;
    StainProfile profile; ///< names, scanners, provenance; the rest is filled in
    std::filesystem::path run;
    Overwrite overwrite = Overwrite::No;
};

struct StainNetOutcome {
    DistilledStainNet trained;
    DistillationQuality quality; ///< of the test images
    std::filesystem::path checkpoint;
    std::filesystem::path profile;
};

/// The case of a file name, see StainNetTrainingPlan::caseLength.
std::string caseOf(const std::string& name, std::size_t caseLength);

/// Trains and leaves in the run folder: stainnet.pth (a PyTorch state dict with the published keys), profile.json (a stain
/// profile with the colors of the training images), quality.json, and what RunFolder says; its state.json says why the
/// training failed where it did. A published training that was killed or stopped goes on after its last whole epoch when it is
/// started again with the same settings and images, with the same result; the other recipes take seconds and start anew.
/// Blocks; progress in steps or epochs. Errors: those of the recipes, measureQuality() and RunFolder, InvalidArgument
/// (an unfinished run of other settings), OutputExists (a finished run), DiskFull.
Result<StainNetOutcome> trainStainNet(const StainNetTrainingPlan& plan, const JobControl& control);

}
