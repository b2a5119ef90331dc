#include "training/ClassifierReport.h"

#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "base/AtomicFile.h"
#include "evaluation/EvaluationFiles.h"
#include "export/NumberText.h"

namespace isostain {

namespace {

using nlohmann::json;

std::vector<ScoredCase> casesOf(const ClassifierTestScores& test, std::size_t repeat, std::uint8_t positive)
{
    std::vector<ScoredCase> cases;
    for (std::size_t i = 0; i < test.labels.size(); ++i)
        cases.push_back({test.scores[repeat][i], test.labels[i] == positive});
    return cases;
}

json spread(const std::vector<double>& values)
{
    const MeanAndDeviation spread = meanAndDeviation(values);
    return {{"mean", spread.mean}, {"std", spread.deviation}, {"values", values}};
}

std::string spreadText(const std::vector<double>& values)
{
    if (values.empty())
        return "";
    const MeanAndDeviation spread = meanAndDeviation(values);
    char text[64];
    std::snprintf(text, sizeof text, "%.3f ± %.3f", spread.mean, spread.deviation);
    return text;
}

std::string jsonOf(const std::vector<ClassifierTestSummary>& summaries, const ClassifierFacts& facts)
{
    json tests = json::array();
    for (const ClassifierTestSummary& summary : summaries) {
        json test{{"name", summary.name},
                  {"auc", spread(summary.auc)},
                  {"auc_published_hard_labels", spread(summary.publishedAuc)},
                  {"accuracy", spread(summary.accuracy)},
                  {"collapsed_repeats", summary.collapsed}};
        if (!summary.gain.empty()) {
            test["auc_gain_over_raw"] = spread(summary.gain);
            test["auc_published_gain_over_raw"] = spread(summary.publishedGain);
        }
        tests.push_back(std::move(test));
    }
    const json object{{"classes", facts.classes},
                      {"positive_class", facts.classes[facts.positive]},
                      {"training_images", facts.trainingImages},
                      {"unreadable_images_left_out", facts.skipped},
                      {"configuration", json::parse(facts.config)},
                      {"tests", std::move(tests)}};
    return object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

/// A name inside a cell of a table.
std::string cell(std::string text)
{
    std::replace(text.begin(), text.end(), '|', '/');
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string markdownOf(const std::vector<ClassifierTestSummary>& summaries, const ClassifierFacts& facts)
{
    const std::size_t repeats = summaries.empty() ? 0 : summaries.front().auc.size();
    std::string text = "# Classifier\n\n" + cell(facts.classes[facts.positive]) + " against " +
                       cell(facts.classes[1 - facts.positive]) + ", " + std::to_string(facts.trainingImages) +
                       " training images; mean ± standard deviation over " + std::to_string(repeats) +
                       " repeats.\n\n| test images | AUC | AUC from hard labels (published form) | accuracy | gain in AUC over "
                       "raw | gain in the published form |\n"
                       "|---|---|---|---|---|---|\n";
    for (const ClassifierTestSummary& summary : summaries)
        text += "| " + cell(summary.name) + " | " + spreadText(summary.auc) + " | " + spreadText(summary.publishedAuc) + " | " +
                spreadText(summary.accuracy) + " | " + spreadText(summary.gain) + " | " + spreadText(summary.publishedGain) +
                " |\n";
    for (const ClassifierTestSummary& summary : summaries)
        if (summary.collapsed > 0)
            text += "\nOn " + cell(summary.name) + ", " + std::to_string(summary.collapsed) +
                    " of the classifiers give every image the same score: their training has collapsed.\n";
    return text;
}

std::string scoresOf(const std::vector<ClassifierTestScores>& tests, const ClassifierFacts& facts)
{
    std::string text = "test_set,repeat,image,class,score\n";
    for (const ClassifierTestScores& test : tests)
        for (std::size_t repeat = 0; repeat < test.scores.size(); ++repeat)
            for (std::size_t i = 0; i < test.images.size(); ++i)
                text += csvField(test.name) + "," + std::to_string(repeat + 1) + "," + csvField(test.images[i]) + "," +
                        csvField(facts.classes[test.labels[i]]) + "," + numberText(test.scores[repeat][i]) + "\n";
    return text;
}

Result<std::string> curvesOf(const std::vector<ClassifierTestScores>& tests, const ClassifierFacts& facts)
{
    std::string text = "test_set,repeat,threshold,false_positive_rate,true_positive_rate\n";
    for (const ClassifierTestScores& test : tests)
        for (std::size_t repeat = 0; repeat < test.scores.size(); ++repeat) {
            const auto curve = rocCurve(casesOf(test, repeat, facts.positive));
            if (!curve)
                return tl::unexpected(curve.error());
            for (const RocPoint& point : curve->points)
                text += csvField(test.name) + "," + std::to_string(repeat + 1) + "," + numberText(point.threshold) + "," +
                        numberText(point.falsePositiveRate) + "," + numberText(point.truePositiveRate) + "\n";
        }
    return text;
}

}

Result<std::vector<ClassifierTestSummary>> summarize(const std::vector<ClassifierTestScores>& tests, std::uint8_t positive)
{
    std::vector<ClassifierTestSummary> summaries;
    for (const ClassifierTestScores& test : tests) {
        ClassifierTestSummary summary;
        summary.name = test.name;
        for (std::size_t repeat = 0; repeat < test.scores.size(); ++repeat) {
            const auto cases = casesOf(test, repeat, positive);
            const auto curve = rocCurve(cases);
            const auto labels = hardLabelScores(cases);
            if (!curve || !labels)
                return tl::unexpected(curve ? labels.error() : curve.error());
            summary.auc.push_back(curve->auc);
            summary.publishedAuc.push_back(labels->publishedAuc());
            summary.accuracy.push_back(labels->accuracy());
            summary.collapsed += curve->points.size() == 2 ? 1 : 0;
            if (!summaries.empty()) {
                summary.gain.push_back(curve->auc - summaries.front().auc[repeat]);
                summary.publishedGain.push_back(labels->publishedAuc() - summaries.front().publishedAuc[repeat]);
            }
        }
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

Result<void> writeClassifierReport(const std::filesystem::path& folder, const std::vector<ClassifierTestScores>& tests,
                                   const ClassifierFacts& facts)
{
    const auto summaries = summarize(tests, facts.positive);
    if (!summaries)
        return tl::unexpected(summaries.error());
    const auto curves = curvesOf(tests, facts);
    if (!curves)
        return tl::unexpected(curves.error());
    const std::pair<const char*, std::string> files[] = {{"scores.csv", scoresOf(tests, facts)},
                                                         {"roc.csv", *curves},
                                                         {"summary.json", jsonOf(*summaries, facts)},
                                                         {"summary.md", markdownOf(*summaries, facts)}};
    for (const auto& [name, content] : files)
        if (auto written = writeFileAtomically(folder / name, content, Overwrite::Yes); !written)
            return written;
    return {};
}

}
