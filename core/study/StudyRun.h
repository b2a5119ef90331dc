#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string>

#include "base/Error.h"
#include "base/Progress.h"
#include "study/StudyFolder.h"

namespace isostain {

/// What a study tells while it runs, on the thread that runs it (progress: any thread, serialized). All may be empty; none may
/// block.
struct StudyObserver {
    std::function<void(StudyStep, const StudyStepStatus&)> onStatus;
    std::function<void(StudyStep, const Progress&)> onProgress;
    /// Of the StainGAN, as in its metrics.csv; previews lie in its run folder. The other trainings' curves are in theirs.
    std::function<void(std::uint64_t step, std::span<const double> row)> onRow;
    std::function<void(StudyStep, const std::string& sentence)> onLog; ///< left out files, warnings, what was written
};

enum class StudyEnd { Finished, Stopped };

/// Does the steps of a study that are not done, in order; goes on within a training from its last checkpoint. A step that fails
/// ends the study where later steps need it; others run on, and the first error is returned at the end. A stop saves and ends
/// within a training step or a tile. `control.pause` is honoured between steps of a training and between images.
/// Blocks. The torch module is opened by the first step that needs it. Errors: those of the steps.
Result<StudyEnd> runStudy(StudyFolder& folder, const StudyObserver& observer, const JobControl& control);

/// The steps whose results a step takes. Any thread.
std::set<StudyStep> stepsNeededBy(StudyStep step);

}
