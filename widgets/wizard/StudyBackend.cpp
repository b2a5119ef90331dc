#include "wizard/StudyBackend.h"

#include <algorithm>
#include <system_error>

#include "export/ExportEstimate.h"
#include "image/ImageFile.h"
#include "nn/StainNetMap.h"
#include "runs/RunFolder.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr const char* kToTarget = "-to-target.png";
constexpr const char* kToSource = "-to-source.png";

Result<StudyEnd> run(const StudyOrder& order, const StudyObserver& observer, const JobControl& control)
{
    auto folder = order.config ? StudyFolder::create(order.folder, *order.config) : StudyFolder::open(order.folder);
    if (!folder)
        return tl::unexpected(folder.error());
    return runStudy(*folder, observer, control);
}

/// The newest of the previews, whose names begin with their step; empty: there is none.
fs::path newestPreview(const fs::path& folder)
{
    fs::path newest;
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        if (entry->path().filename().native().ends_with(kToTarget))
            newest = std::max(newest, entry->path());
    return newest;
}

struct Sheet {
    std::vector<RgbImage> above;
    std::vector<RgbImage> below;
};

/// Squares side by side above others, as stainGanPreview() makes them.
Sheet cutSheet(const RgbImage& image)
{
    Sheet sheet;
    const int side = image.height() / 2;
    for (int x = 0; side > 0 && x + side <= image.width(); x += side) {
        sheet.above.push_back({image.pixels(cv::Rect(x, 0, side, side)).clone()});
        sheet.below.push_back({image.pixels(cv::Rect(x, side, side, side)).clone()});
    }
    return sheet;
}

/// Nothing for a network that looks at neighboring pixels.
std::vector<RgbImage> byStainNet(const fs::path& profileFile, const std::vector<RgbImage>& sources)
{
    const auto profile = readStainProfile(profileFile);
    if (!profile)
        return {};
    const auto map = StainNetMap::create(profile->weights, profileFile.string());
    if (!map)
        return {};
    std::vector<RgbImage> results;
    for (const RgbImage& source : sources) {
        BgrxImage image = toBgrx(source);
        for (int y = 0; y < image.height(); ++y)
            (*map)->map(image.row(y), image.row(y), std::size_t(image.width()));
        results.push_back(toRgb(image));
    }
    return results;
}

void addRow(StudyGlimpse& glimpse, const char* method, std::vector<RgbImage> images)
{
    if (!images.empty())
        glimpse.previews.push_back({method, std::move(images)});
}

void readPreviews(const fs::path& study, StudyGlimpse& glimpse)
{
    const auto toTarget = readImage(glimpse.previewFile);
    if (!toTarget)
        return;
    const Sheet sheet = cutSheet(*toTarget);
    addRow(glimpse, "source", sheet.above);
    addRow(glimpse, "staingan", sheet.below);
    if (glimpse.hasStainNet)
        addRow(glimpse, "stainnet", byStainNet(studyStepPath(study, StudyStep::StainNet) / "profile.json", sheet.above));
    std::string other = glimpse.previewFile.string();
    other.replace(other.size() - std::string_view(kToTarget).size(), std::string::npos, kToSource);
    if (const auto toSource = readImage(other))
        addRow(glimpse, "target", cutSheet(*toSource).above);
}

StudyGlimpse glimpse(const fs::path& study, const StudyGlimpse& last)
{
    StudyGlimpse now;
    for (const StudyStep step : {StudyStep::StainGan, StudyStep::StainNet, StudyStep::Classifier})
        if (auto metrics = readMetrics(studyStepPath(study, step)))
            now.metrics.emplace(step, std::move(*metrics));
    std::error_code error;
    now.previewFile = newestPreview(studyStepPath(study, StudyStep::StainGan) / "previews");
    now.hasStainNet = fs::exists(studyStepPath(study, StudyStep::StainNet) / "profile.json", error);
    if (now.previewFile == last.previewFile && now.hasStainNet == last.hasStainNet)
        now.previews = last.previews;
    else if (!now.previewFile.empty())
        readPreviews(study, now);
    return now;
}

}

StudyBackend studyBackend()
{
    StudyBackend backend;
    backend.check = checkStudyData;
    backend.forecast = forecastStudy;
    backend.freeBytes = [](const fs::path& folder) -> std::optional<std::uint64_t> {
        const auto free = freeBytes(folder);
        return free ? std::optional(*free) : std::nullopt;
    };
    backend.run = run;
    backend.glimpse = glimpse;
    backend.results = readStudyResults;
    backend.profile = readStainProfile;
    backend.list = listStudies;
    backend.entry = readStudyEntry;
    backend.remove = deleteStudy;
    return backend;
}

}
