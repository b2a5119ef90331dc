#include "evaluation/Roc.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace isostain {

namespace {

struct ClassCounts {
    std::size_t positives = 0;
    std::size_t negatives = 0;
};

Result<ClassCounts> countClasses(std::span<const ScoredCase> cases)
{
    ClassCounts counts;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (std::isnan(cases[i].score))
            return fail(ErrorCode::InvalidArgument, "A set of scores", "score " + std::to_string(i + 1) + " is not a number");
        (cases[i].isPositive ? counts.positives : counts.negatives) += 1;
    }
    if (counts.positives == 0 || counts.negatives == 0)
        return fail(ErrorCode::InvalidArgument, "A set of scores",
                    cases.empty() ? "it is empty" : "all its cases are of one class, and a curve needs both");
    return counts;
}

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

}

Result<RocCurve> rocCurve(std::span<const ScoredCase> cases)
{
    const auto counts = countClasses(cases);
    if (!counts)
        return tl::unexpected(counts.error());
    std::vector<ScoredCase> sorted(cases.begin(), cases.end());
    std::sort(sorted.begin(), sorted.end(), [](const ScoredCase& a, const ScoredCase& b) { return a.score > b.score; });

    RocCurve curve;
    curve.points.push_back({std::numeric_limits<double>::infinity(), 0, 0});
    std::size_t truePositives = 0;
    std::size_t falsePositives = 0;
    // Twice the number of (positive, negative) pairs in the right order, ties counted half: a whole number, exact in any order.
    double twicePairs = 0;
    for (std::size_t begin = 0; begin < sorted.size();) {
        std::size_t positives = 0;
        std::size_t end = begin;
        for (; end < sorted.size() && sorted[end].score == sorted[begin].score; ++end)
            positives += sorted[end].isPositive ? 1 : 0;
        const std::size_t negatives = end - begin - positives;
        twicePairs += static_cast<double>(negatives) * static_cast<double>(2 * truePositives + positives);
        truePositives += positives;
        falsePositives += negatives;
        curve.points.push_back(
            {sorted[begin].score, share(falsePositives, counts->negatives), share(truePositives, counts->positives)});
        begin = end;
    }
    curve.auc = twicePairs / (2 * static_cast<double>(counts->positives) * static_cast<double>(counts->negatives));
    return curve;
}

double HardLabelScores::accuracy() const
{
    return share(truePositives + trueNegatives, truePositives + trueNegatives + falsePositives + falseNegatives);
}

double HardLabelScores::publishedAuc() const
{
    return 0.5 * (share(truePositives, truePositives + falseNegatives) + share(trueNegatives, trueNegatives + falsePositives));
}

Result<HardLabelScores> hardLabelScores(std::span<const ScoredCase> cases, double threshold)
{
    if (const auto counts = countClasses(cases); !counts)
        return tl::unexpected(counts.error());
    HardLabelScores scores;
    for (const ScoredCase& each : cases) {
        const bool isCalledPositive = each.score > threshold;
        if (each.isPositive)
            (isCalledPositive ? scores.truePositives : scores.falseNegatives) += 1;
        else
            (isCalledPositive ? scores.falsePositives : scores.trueNegatives) += 1;
    }
    return scores;
}

MeanAndDeviation meanAndDeviation(std::span<const double> values)
{
    MeanAndDeviation result;
    if (values.empty())
        return result;
    const auto count = static_cast<double>(values.size());
    for (const double value : values)
        result.mean += value / count;
    if (values.size() < 2)
        return result;
    double squares = 0;
    for (const double value : values)
        squares += (value - result.mean) * (value - result.mean);
    result.deviation = std::sqrt(squares / (count - 1));
    return result;
}

}
