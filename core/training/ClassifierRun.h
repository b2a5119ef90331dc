#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "base/Progress.h"
#include "training/ClassifierConfig.h"
#include "training/ClassifierNetwork.h"
#include "training/ClassifierReport.h"
#include "training/ClassifierTests.h"

namespace isostain {

/// What a classifier is trained and tested on. Folders as of readLabelledImages().
struct ClassifierInputs {
    std::filesystem::path train;       ///< patches that look like the target
    std::filesystem::path test;        ///< patches of the source, tested raw and through each normalizer
    std::filesystem::path sameScanner; ///< patches that look like the training's, tested as they are; may be empty
    std::filesystem::path weights;     ///< SqueezeNet 1.1 of any number of classes to begin with; empty: an untrained one
    std::string positive;              ///< the class that scores stand for; empty: "tumor", "abnormal", or the second by name
    std::vector<NamedNormalizer> normalizers;
};

/// Told while it works, on the thread that it works on. May be empty.
struct ClassifierObserver {
    std::function<void(const Error&)> onLeftOut; ///< an image that cannot be read
};

struct ClassifierOutcome {
    enum class End { Finished, Stopped } end = End::Finished;
    std::size_t repeatsDone = 0;
    std::vector<ClassifierTestSummary> tests; ///< the first is "raw"; of the repeats that are done
    ClassifierFacts facts;
};

/// Trains `config.repeats` classifiers that differ by their seeds, and tests each (Kang et al. 2021, section 2.2). The run
/// folder (see RunFolder) gets classifier-NN.pth with torchvision's keys and scores-NN.csv after each repeat, and the files of
/// writeClassifierReport(). A stop request saves a checkpoint. Progress over all repeats. Blocks; any thread.
/// Errors: those of readLabelledImages(), normalizerOf(), readSqueezeNet(), RunFolder::create() and trainClassifier();
/// InvalidArgument (a name that is taken, an unknown class), TrainingDataInvalid (test folders that do not fit the training's).
Result<ClassifierOutcome> runClassifier(const ClassifierInputs& inputs, const ClassifierConfig& config,
                                        const std::filesystem::path& run, Overwrite overwrite, const ClassifierModule& module,
                                        const ClassifierObserver& observer, const JobControl& control);

/// Goes on with a run that was stopped or killed, with its own inputs and configuration. Threads 0: those of the run.
/// Errors: as above, RunInvalid, RunBusy; TrainingDataInvalid where the training folder has changed.
Result<ClassifierOutcome> resumeClassifier(const std::filesystem::path& run, const ClassifierModule& module,
                                           const ClassifierObserver& observer, const JobControl& control);

}
