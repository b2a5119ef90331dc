#include "study/StudyDataFolders.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include "base/AtomicFile.h"
#include "dataset/DatasetSlides.h"
#include "dataset/ImageFolder.h"
#include "dataset/PatchSet.h"
#include "dataset/Splits.h"
#include "demo/DemoSet.h"
#include "demo/LabelledTiles.h"
#include "export/ExportPlan.h"
#include "registration/PairCutting.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

using LogFunction = std::function<void(const std::string&)>;

constexpr int kSlideWidth = 2048;
constexpr int kSlideHeight = 1536;
constexpr int kLabelledSections = 12;
/// Pixels of a section's side per tile, squared: there is room for each on tissue.
constexpr double kSidePerTile = 1300;

/// Different sections for different uses, the same every time.
std::uint32_t seedFor(const StudyConfig& config, std::string_view use)
{
    return static_cast<std::uint32_t>(stableKey(config.seed, use));
}

int testTiles(const StudyConfig& config)
{
    return std::max(2, config.data.tiles / 4);
}

/// One part of a task's progress.
JobControl part(const JobControl& control, std::uint64_t index, std::uint64_t parts)
{
    JobControl result = control;
    constexpr std::uint64_t kResolution = 1000;
    result.onProgress = [&control, index, parts](const Progress& progress) {
        control.report(index * kResolution + static_cast<std::uint64_t>(progress.fraction() * kResolution),
                       parts * kResolution);
    };
    return result;
}

demo::DemoSetOptions tilesOf(const StudyConfig& config, std::string_view use, int tiles)
{
    demo::DemoSetOptions options;
    options.tissue.stain = config.data.stain;
    options.tissue.seed = seedFor(config, use);
    const int side = std::max(1536, static_cast<int>(kSidePerTile * std::ceil(std::sqrt(tiles))));
    options.tissue.width = options.tissue.height = side;
    options.slides.clear();
    options.tiles = tiles;
    options.overwrite = Overwrite::Yes;
    return options;
}

Result<void> writeTiles(const fs::path& folder, const demo::DemoSetOptions& options, const JobControl& control)
{
    const auto written = writeDemoSet(folder, options, control);
    if (!written)
        return tl::unexpected(written.error());
    return {};
}

Result<void> generate(const StudyConfig& config, const fs::path& data, const LogFunction& onLog, const JobControl& control)
{
    constexpr std::uint64_t kParts = 5;
    const auto write = [&](const char* use, int tiles, std::uint64_t index) {
        return writeTiles(data / use, tilesOf(config, use, tiles), part(control, index, kParts));
    };
    return write("source", config.data.tiles, 0)
        .and_then([&] { return write("target", config.data.tiles, 1); })
        .and_then([&] { return write("test", testTiles(config), 2); })
        .and_then([&]() -> Result<void> {
            if (!config.has(StudyStep::Slides))
                return {};
            demo::DemoSetOptions slide = tilesOf(config, "slide", 1);
            slide.tissue.width = kSlideWidth;
            slide.tissue.height = kSlideHeight;
            slide.slides = {demo::ScannerId::A};
            return writeTiles(data / "slide", slide, part(control, 3, kParts));
        })
        .and_then([&]() -> Result<void> {
            if (!config.has(StudyStep::Classifier))
                return {};
            demo::LabelledTilesOptions labelled;
            labelled.perClass = std::max(4, config.data.tiles / 2);
            labelled.sections = std::min(kLabelledSections, labelled.perClass);
            labelled.seed = seedFor(config, "classifier");
            labelled.overwrite = Overwrite::Yes;
            return writeLabelledTiles(data / "classifier", labelled, part(control, 4, kParts));
        })
        .map([&] {
            if (onLog)
                onLog("Generated " + std::to_string(config.data.tiles) + " tiles of each scanner and " +
                      std::to_string(testTiles(config)) + " test pairs.");
        });
}

/// The x of NAME_x_y.png.
std::optional<std::int64_t> columnOf(const fs::path& file)
{
    const std::string stem = file.stem().string();
    const std::size_t last = stem.rfind('_');
    const std::size_t before = last == std::string::npos || last == 0 ? std::string::npos : stem.rfind('_', last - 1);
    if (before == std::string::npos)
        return std::nullopt;
    std::int64_t x = 0;
    const char* end = stem.data() + last;
    const auto [stop, error] = std::from_chars(stem.data() + before + 1, end, x);
    return error == std::errc() && stop == end ? std::optional(x) : std::nullopt;
}

Result<void> copyPair(const fs::path& pairs, const fs::path& to, const fs::path& name)
{
    for (const char* side : {"source", "target"}) {
        std::error_code error;
        fs::create_directories(to / side, error);
        if (!error)
            fs::copy_file(pairs / side / name, to / side / name, fs::copy_options::overwrite_existing, error);
        if (error)
            return tl::unexpected(writeError(to / side / name, error.value()));
    }
    return {};
}

/// A line through the glass: what lies right of it tests, so that no place is on both sides.
Result<void> splitByPlace(const StudyConfig& config, const fs::path& data, const LogFunction& onLog)
{
    const auto images = imagesIn(data / "pairs" / "source");
    if (!images)
        return tl::unexpected(images.error());
    std::vector<std::int64_t> columns;
    for (const fs::path& image : *images)
        columns.push_back(columnOf(image).value_or(0));
    std::vector<std::int64_t> sorted = columns;
    std::sort(sorted.begin(), sorted.end());
    const auto border = static_cast<std::size_t>(static_cast<double>(sorted.size()) * (1 - config.data.holdOut));
    const std::int64_t line = sorted[std::min(border, sorted.size() - 1)];
    std::size_t tests = 0;
    for (std::size_t i = 0; i < images->size(); ++i) {
        const bool isTest = columns[i] >= line && columns[i] > sorted.front();
        tests += isTest;
        if (auto copied = copyPair(data / "pairs", data / (isTest ? "test" : "train"), (*images)[i].filename()); !copied)
            return copied;
    }
    if (tests == 0 || tests == images->size())
        return fail(ErrorCode::TrainingDataInvalid, config.data.targetPath.string(),
                    "too few pairs fit to train on some and test on others");
    if (onLog)
        onLog(std::to_string(images->size() - tests) + " pairs train, " + std::to_string(tests) +
              " test: those from x = " + std::to_string(line) + " on.");
    return {};
}

Result<void> cutScans(const StudyConfig& config, const fs::path& data, const LogFunction& onLog, const JobControl& control)
{
    const auto source = openSlide(config.data.sourcePath);
    if (!source)
        return tl::unexpected(source.error());
    const auto target = openSlide(config.data.targetPath);
    if (!target)
        return tl::unexpected(target.error());
    PairOptions options;
    options.overwrite = Overwrite::Yes;
    const auto cut = cutPairs(**source, **target, data / "pairs", options, control);
    if (!cut)
        return tl::unexpected(cut.error());
    if (onLog)
        onLog(std::to_string(cut->kept()) + " of " + std::to_string(cut->patches.size()) + " patches fit as pairs.");
    return splitByPlace(config, data, onLog);
}

/// Patches of tissue of all slides in a folder, or of one.
Result<void> cutSlides(const StudyConfig& config, const fs::path& slides, const fs::path& folder, const LogFunction& onLog,
                       const JobControl& control)
{
    const auto found = findSlides({slides});
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return fail(ErrorCode::TrainingDataInvalid, slides.string(), "no slide is in it");
    const auto named = namedSlides(*found, std::nullopt, {});
    if (!named)
        return tl::unexpected(named.error());
    PatchDraw draw;
    draw.labelling = Labelling::None;
    draw.unlabelled = static_cast<std::size_t>(config.data.tiles);
    draw.seed = seedFor(config, "patches");
    draw.patches.mpp = config.data.mpp;
    const auto plan = planPatches(*named, draw, part(control, 0, 2));
    if (!plan)
        return tl::unexpected(plan.error());
    const auto written = writePatchSet(*plan, folder, Overwrite::Yes, part(control, 1, 2));
    if (!written)
        return tl::unexpected(written.error());
    if (onLog) {
        for (const auto* skipped : {&plan->skipped, &written->skipped})
            for (const SkippedItem& item : *skipped)
                onLog(item.name + " is left out: " + item.reason);
        onLog(std::to_string(plan->patches.size()) + " patches cut from " + std::to_string(plan->slides.size()) + " slides in " +
              slides.filename().string() + ".");
    }
    return {};
}

Result<void> lookAt(const StudyDataFolders& folders)
{
    for (const fs::path& folder : {folders.trainSource, folders.trainTarget, folders.testSource, folders.testTarget}) {
        if (folder.empty())
            continue;
        const auto images = imagesIn(folder);
        if (!images)
            return tl::unexpected(images.error());
        if (images->empty())
            return fail(ErrorCode::TrainingDataInvalid, folder.string(), "no image is in it");
    }
    for (const fs::path& slide : folders.slides) {
        std::error_code error;
        if (!fs::exists(slide, error))
            return fail(ErrorCode::FileNotFound, slide.string());
    }
    return {};
}

}

StudyDataFolders studyDataFolders(const StudyConfig& config, const fs::path& study)
{
    const StudyData& given = config.data;
    const fs::path data = studyStepPath(study, StudyStep::Data);
    StudyDataFolders folders;
    folders.slides = given.slides;
    folders.classifierTrain = given.classifierTrain;
    folders.classifierTest = given.classifierTest;
    switch (given.source) {
    case StudySource::Folders:
        folders.trainSource = given.sourcePath;
        folders.trainTarget = given.targetPath;
        folders.testSource = given.testSourcePath;
        folders.testTarget = given.testTargetPath;
        folders.pairsFile = given.pairsFile;
        break;
    case StudySource::Slides:
        folders.trainSource = data / "source" / "unlabelled" / "train";
        folders.trainTarget = data / "target" / "unlabelled" / "train";
        folders.testSource = given.testSourcePath;
        folders.testTarget = given.testTargetPath;
        folders.pairsFile = given.pairsFile;
        break;
    case StudySource::TwoScans:
        folders.trainSource = data / "train" / "source";
        folders.trainTarget = folders.pairedTarget = data / "train" / "target";
        folders.testSource = data / "test" / "source";
        folders.testTarget = data / "test" / "target";
        break;
    case StudySource::Generated: {
        const char* name = given.stain == Stain::Papanicolaou ? "demo-pap-scanner-a.tif" : "demo-he-scanner-a.tif";
        folders.trainSource = data / "source" / "tiles" / "a";
        folders.pairedTarget = data / "source" / "tiles" / "b";
        folders.trainTarget = data / "target" / "tiles" / "b";
        folders.testSource = data / "test" / "tiles" / "a";
        folders.testTarget = data / "test" / "tiles" / "b";
        if (config.has(StudyStep::Slides))
            folders.slides = {data / "slide" / name};
        folders.classifierTrain = data / "classifier" / "b" / "train";
        folders.classifierSame = data / "classifier" / "b" / "test";
        folders.classifierTest = data / "classifier" / "a" / "test";
        break;
    }
    }
    return folders;
}

Result<void> prepareStudyData(const StudyConfig& config, const fs::path& study, const LogFunction& onLog,
                              const JobControl& control)
{
    const fs::path data = studyStepPath(study, StudyStep::Data);
    if (config.data.source == StudySource::Generated) {
        if (auto made = generate(config, data, onLog, control); !made)
            return made;
    } else if (config.data.source == StudySource::Slides) {
        auto cut = cutSlides(config, config.data.sourcePath, data / "source", onLog, part(control, 0, 2)).and_then([&] {
            return cutSlides(config, config.data.targetPath, data / "target", onLog, part(control, 1, 2));
        });
        if (!cut)
            return cut;
    } else if (config.data.source == StudySource::TwoScans) {
        if (auto made = cutScans(config, data, onLog, control); !made)
            return made;
    }
    return lookAt(studyDataFolders(config, study));
}

}
