#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "evaluation/Evaluation.h"
#include "evaluation/SlideEvaluation.h"
#include "runs/MetricsFile.h"
#include "runs/RunInfo.h"
#include "study/StudyFolder.h"
#include "training/ClassifierReport.h"

namespace isostain {

/// Images that figures are made of: one test pair, and its source by every method, on disk.
struct StudyPicture {
    std::string name;
    std::filesystem::path source;
    std::filesystem::path target;
    std::vector<std::filesystem::path> files; ///< one a method; empty: it could not
};

struct StudyPictures {
    std::vector<std::string> methods;
    std::vector<StudyPicture> images;
};

/// A whole slide by every method.
struct StudySlidePicture {
    std::string slide;
    std::vector<std::filesystem::path> overviews; ///< one a method; empty: it could not
    std::vector<std::filesystem::path> details;   ///< the same region of each, at full resolution
    std::array<double, 4> detail{};               ///< it: x, y, width, height as shares of the overview
};

struct StudySlidePictures {
    std::vector<std::string> methods;
    std::vector<StudySlidePicture> slides;
};

/// A ROC curve of one classifier on one test set.
struct ClassifierCurve {
    std::string testSet;
    int repeat = 0;
    std::vector<double> falsePositiveRate;
    std::vector<double> truePositiveRate;
};

/// All that a study found, read from its folder alone; parts that do not exist are empty.
struct StudyResults {
    StudyEntry entry;
    StudyConfig config;
    std::map<StudyStep, RunInfo> runs;
    std::map<StudyStep, MetricsTable> metrics; ///< of the trainings
    std::vector<EvaluationRow> evaluation;     ///< EvaluationRow::pair counts the images as they come
    std::string reference;                     ///< of the fitted methods; empty: none
    std::vector<SlideEvaluationRow> slides;
    std::vector<EvaluationRow> ablation; ///< methods are layers: "3+0" is three of 1x1 and none of 3x3
    std::vector<ClassifierTestSummary> classifier;
    std::vector<ClassifierCurve> rocCurves;
    StudyPictures pictures;
    StudyPictures ablationPictures; ///< by layers instead of methods
    StudySlidePictures slidePictures;
    std::optional<double> mpp;     ///< of the pictures
    std::filesystem::path profile; ///< of the trained StainNet; empty: none
    std::string profileSha256;
};

/// Blocks; any thread, also while the study runs. Errors: FileNotFound, RunInvalid, CorruptFile.
Result<StudyResults> readStudyResults(const std::filesystem::path& path);

}
