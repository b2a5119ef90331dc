#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/Error.h"
#include "evaluation/Roc.h"

namespace isostain {

/// The scores of one test set by the classifiers of all repeats.
struct ClassifierTestScores {
    std::string name;                        ///< "raw", or that of a normalizer
    std::vector<std::string> images;         ///< "tumor/0001.png"
    std::vector<std::uint8_t> labels;        ///< one an image
    std::vector<std::vector<double>> scores; ///< [repeat][image], 0..1
};

/// What a test set comes to, one value a repeat.
struct ClassifierTestSummary {
    std::string name;
    std::vector<double> auc;          ///< from scores
    std::vector<double> publishedAuc; ///< from hard labels, as in the published code
    std::vector<double> accuracy;
    std::vector<double> gain;          ///< AUC less that of the raw images by the same classifier; empty for them
    std::vector<double> publishedGain; ///< the same of publishedAuc
    std::size_t collapsed = 0;         ///< repeats whose scores are all the same
};

/// Errors: those of rocCurve().
Result<std::vector<ClassifierTestSummary>> summarize(const std::vector<ClassifierTestScores>& tests, std::uint8_t positive);

/// What stands at the head of a summary.
struct ClassifierFacts {
    std::array<std::string, 2> classes;
    std::uint8_t positive = 1;
    std::size_t trainingImages = 0;
    std::size_t skipped = 0; ///< images that could not be read
    std::string config;      ///< JSON
};

/// Writes scores.csv (test_set,repeat,image,class,score), roc.csv (test_set,repeat,threshold,false_positive_rate,
/// true_positive_rate), summary.json and summary.md, replacing what is there. Errors: those of summarize() and of AtomicFile.
Result<void> writeClassifierReport(const std::filesystem::path& folder, const std::vector<ClassifierTestScores>& tests,
                                   const ClassifierFacts& facts);

}
