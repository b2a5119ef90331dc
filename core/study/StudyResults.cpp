#include "study/StudyResults.h"

#include <algorithm>
#include <system_error>

#include <nlohmann/json.hpp>

#include "base/InputFile.h"
#include "base/Sha256.h"
#include "demo/Tissue.h"
#include "runs/RunFolder.h"
#include "study/CsvText.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kIndexFile = "pictures.json";

/// Fields of a table's rows below its header; nothing where there is no such table.
std::vector<std::vector<std::string>> rowsOf(const fs::path& file, std::size_t fields)
{
    const auto text = readTextFile(file);
    if (!text)
        return {};
    auto rows = csvRows(*text);
    if (!rows.empty())
        rows.erase(rows.begin());
    std::erase_if(rows, [fields](const auto& row) { return row.size() != fields; });
    return rows;
}

json readJson(const fs::path& file)
{
    const auto text = readTextFile(file);
    return text ? json::parse(*text, nullptr, false) : json();
}

/// image,method,ssim_target,psnr_target,ssim_source
std::vector<EvaluationRow> evaluationRows(const fs::path& file)
{
    std::vector<EvaluationRow> rows;
    std::vector<std::string> images;
    for (const auto& fields : rowsOf(file, 5)) {
        const auto ssimTarget = csvNumber(fields[2]), psnrTarget = csvNumber(fields[3]), ssimSource = csvNumber(fields[4]);
        if (!ssimTarget || !psnrTarget || !ssimSource)
            continue;
        // Patches are NAME#x,y of one image.
        const std::string image = fields[0].substr(0, fields[0].rfind('#'));
        auto found = std::find(images.begin(), images.end(), image);
        if (found == images.end())
            found = images.insert(images.end(), image);
        rows.push_back(
            {static_cast<std::size_t>(found - images.begin()), fields[0], fields[1], *ssimTarget, *psnrTarget, *ssimSource});
    }
    return rows;
}

std::vector<SlideEvaluationRow> slideRows(const fs::path& file)
{
    std::vector<SlideEvaluationRow> rows;
    for (const auto& fields : rowsOf(file, 7)) {
        SlideSimilarity similarity;
        similarity.all = csvNumber(fields[2]).value_or(0);
        similarity.tissue = csvNumber(fields[3]);
        similarity.windows = static_cast<std::int64_t>(csvNumber(fields[4]).value_or(0));
        similarity.tissueWindows = static_cast<std::int64_t>(csvNumber(fields[5]).value_or(0));
        similarity.unreadableTiles = static_cast<std::size_t>(csvNumber(fields[6]).value_or(0));
        rows.push_back({fields[0], fields[1], similarity});
    }
    return rows;
}

/// test_set,repeat,threshold,false_positive_rate,true_positive_rate
std::vector<ClassifierCurve> rocCurves(const fs::path& file)
{
    std::vector<ClassifierCurve> curves;
    for (const auto& fields : rowsOf(file, 5)) {
        const auto repeat = csvNumber(fields[1]), falseRate = csvNumber(fields[3]), trueRate = csvNumber(fields[4]);
        if (!repeat || !falseRate || !trueRate)
            continue;
        const int number = static_cast<int>(*repeat);
        if (curves.empty() || curves.back().testSet != fields[0] || curves.back().repeat != number)
            curves.push_back({fields[0], number, {}, {}});
        curves.back().falsePositiveRate.push_back(*falseRate);
        curves.back().truePositiveRate.push_back(*trueRate);
    }
    return curves;
}

std::vector<double> valuesOf(const json& test, const char* key)
{
    const auto found = test.find(key);
    return found == test.end() ? std::vector<double>() : found->at("values").get<std::vector<double>>();
}

std::vector<ClassifierTestSummary> classifierTests(const fs::path& file)
{
    std::vector<ClassifierTestSummary> tests;
    const json summary = readJson(file);
    if (!summary.is_object())
        return tests;
    try {
        for (const json& test : summary.at("tests"))
            tests.push_back({test.at("name").get<std::string>(), valuesOf(test, "auc"),
                             valuesOf(test, "auc_published_hard_labels"), valuesOf(test, "accuracy"),
                             valuesOf(test, "auc_gain_over_raw"), valuesOf(test, "auc_published_gain_over_raw"),
                             test.value("collapsed_repeats", std::size_t(0))});
    } catch (const json::exception&) {
        tests.clear();
    }
    return tests;
}

/// A path in a folder's index: relative, and never out of the folder.
fs::path below(const fs::path& folder, const std::string& name)
{
    const fs::path path = fs::path(name).lexically_normal();
    if (name.empty() || path.is_absolute() || *path.begin() == "..")
        return {};
    return folder / path;
}

std::vector<fs::path> pathsIn(const json& list, const fs::path& folder)
{
    std::vector<fs::path> paths;
    for (const json& name : list)
        paths.push_back(below(folder, name.get<std::string>()));
    return paths;
}

StudyPictures picturesIn(const fs::path& folder)
{
    StudyPictures pictures;
    const json index = readJson(folder / kIndexFile);
    if (!index.is_object())
        return pictures;
    try {
        pictures.methods = index.at("methods").get<std::vector<std::string>>();
        for (const json& image : index.at("images"))
            pictures.images.push_back(
                {image.at("name").get<std::string>(), below(folder, image.at("source").get<std::string>()),
                 below(folder, image.at("target").get<std::string>()), pathsIn(image.at("files"), folder)});
    } catch (const json::exception&) {
        return {};
    }
    std::erase_if(pictures.images, [&](const StudyPicture& image) { return image.files.size() != pictures.methods.size(); });
    return pictures;
}

StudySlidePictures slidePicturesIn(const fs::path& folder)
{
    StudySlidePictures pictures;
    const json index = readJson(folder / kIndexFile);
    if (!index.is_object())
        return pictures;
    try {
        pictures.methods = index.at("methods").get<std::vector<std::string>>();
        for (const json& slide : index.at("slides"))
            pictures.slides.push_back({slide.at("name").get<std::string>(), pathsIn(slide.at("overviews"), folder),
                                       pathsIn(slide.at("details"), folder), slide.at("detail").get<std::array<double, 4>>()});
    } catch (const json::exception&) {
        return {};
    }
    std::erase_if(pictures.slides, [&](const StudySlidePicture& slide) {
        return slide.overviews.size() != pictures.methods.size() || slide.details.size() != pictures.methods.size();
    });
    return pictures;
}

}

Result<StudyResults> readStudyResults(const fs::path& path)
{
    auto entry = readStudyEntry(path);
    if (!entry)
        return tl::unexpected(entry.error());
    auto config = readStudyConfig(path);
    if (!config)
        return tl::unexpected(config.error());
    StudyResults results;
    results.entry = std::move(*entry);
    results.config = std::move(*config);
    for (const StudyStep step : {StudyStep::StainGan, StudyStep::StainNet, StudyStep::Classifier}) {
        const fs::path run = studyStepPath(path, step);
        if (auto info = readRunInfo(run))
            results.runs[step] = std::move(*info);
        if (auto metrics = readMetrics(run))
            results.metrics[step] = std::move(*metrics);
    }
    const fs::path evaluation = studyStepPath(path, StudyStep::Evaluation);
    results.evaluation = evaluationRows(evaluation / "metrics.csv");
    if (const json summary = readJson(evaluation / "summary.json"); summary.is_object())
        if (const json reference = summary.value("reference", json()); reference.is_object())
            results.reference = reference.value("file", std::string());
    const fs::path slides = studyStepPath(path, StudyStep::Slides);
    results.slides = slideRows(slides / "slides.csv");
    results.slidePictures = slidePicturesIn(slides);
    const fs::path ablation = studyStepPath(path, StudyStep::Ablation);
    results.ablation = evaluationRows(ablation / "metrics.csv");
    results.ablationPictures = picturesIn(ablation / "pictures");
    const fs::path classifier = studyStepPath(path, StudyStep::Classifier);
    results.classifier = classifierTests(classifier / "summary.json");
    results.rocCurves = rocCurves(classifier / "roc.csv");
    results.pictures = picturesIn(studyStepPath(path, StudyStep::Pictures));
    if (results.config.data.source == StudySource::Generated)
        results.mpp = demo::kDemoMpp;
    const fs::path profile = studyStepPath(path, StudyStep::StainNet) / "profile.json";
    if (const auto hash = sha256OfFile(profile)) {
        results.profile = profile;
        results.profileSha256 = *hash;
    }
    return results;
}

}
