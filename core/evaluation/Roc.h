#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// What a classifier says of one image of known class: the higher the score, the more it is taken for the positive class.
struct ScoredCase {
    double score = 0;
    bool isPositive = false;
};

/// What is found when every case with a score of at least `threshold` is called positive.
struct RocPoint {
    double threshold = 0;         ///< infinity at the first point, where nothing is called positive
    double falsePositiveRate = 0; ///< 0..1, of the negative cases
    double truePositiveRate = 0;  ///< 0..1, of the positive cases
};

/// Receiver operating characteristic.
struct RocCurve {
    std::vector<RocPoint> points; ///< from (0, 0) to (1, 1), one per distinct score; neither rate ever falls
    double auc = 0;               ///< area under the curve, 0..1
};

/// The curve of a set of scores (Fawcett 2006, An introduction to ROC analysis, algorithms 1 and 2): cases of equal score
/// enter together, so that the area is the Mann-Whitney statistic, ties counted half, whatever the order of the cases.
/// Any thread. Errors: InvalidArgument (a score that is not a number, cases of one class alone, no cases).
Result<RocCurve> rocCurve(std::span<const ScoredCase> cases);

/// What one threshold gives: a case is called positive when its score is above it.
struct HardLabelScores {
    std::size_t truePositives = 0;
    std::size_t falsePositives = 0;
    std::size_t trueNegatives = 0;
    std::size_t falseNegatives = 0;

    double accuracy() const;
    /// Mean of sensitivity and specificity: the area under the curve that hard labels make, which is one corner. The code
    /// published with StainNet calls this the AUC; it depends on the threshold, so the area from scores is the sounder one.
    double publishedAuc() const;
};

/// Counts at a threshold (0.5: the likelier of two classes). Any thread. Errors: as rocCurve().
Result<HardLabelScores> hardLabelScores(std::span<const ScoredCase> cases, double threshold = 0.5);

/// Mean and sample standard deviation (divisor n - 1; 0 for a single value).
struct MeanAndDeviation {
    double mean = 0;
    double deviation = 0;
};

/// Of repeats of one measurement; zeros without values. Any thread.
MeanAndDeviation meanAndDeviation(std::span<const double> values);

}
