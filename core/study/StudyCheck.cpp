#include "study/StudyCheck.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>
#include <span>

#include <opencv2/imgproc.hpp>

#include "dataset/ImageFolder.h"
#include "dataset/ImagePairs.h"
#include "dataset/PatchCandidates.h"
#include "demo/Tissue.h"
#include "export/ExportPlan.h"
#include "image/ImageFile.h"
#include "slide/Slide.h"
#include "training/StainNetTraining.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kThumbnails = 12;
constexpr int kThumbnailSide = 160;
constexpr std::size_t kLookedAt = 48; ///< images whose colors are looked at
constexpr std::size_t kColors = 2000; ///< of the a*b* scatter
constexpr std::size_t kFew = 20;
constexpr double kAlike = 3;     ///< CIE 1976
constexpr double kSameMpp = 0.1; ///< share
constexpr int kOverviewSide = 1024;

RgbImage thumbnailOf(const RgbImage& image)
{
    const double scale = std::min(1.0, double(kThumbnailSide) / std::max(image.width(), image.height()));
    RgbImage small;
    cv::resize(
        image.pixels, small.pixels,
        cv::Size(std::max(1, int(std::lround(image.width() * scale))), std::max(1, int(std::lround(image.height() * scale)))),
        0, 0, cv::INTER_AREA);
    return small;
}

std::vector<std::size_t> evenly(std::size_t count, std::size_t most)
{
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < std::min(count, most); ++i)
        chosen.push_back(i * count / std::min(count, most));
    return chosen;
}

std::set<std::string> casesOf(const std::vector<fs::path>& images)
{
    std::set<std::string> cases;
    for (const fs::path& image : images)
        cases.insert(caseOf(image.stem().string(), 0));
    return cases;
}

Result<StudySideCheck> lookAtFolder(const fs::path& folder, const JobControl& control)
{
    StudySideCheck side;
    auto summary = datasetSummary(folder, SummaryDepth::Pixels, JobControl{control.stop, {}, control.threads});
    if (!summary)
        return tl::unexpected(summary.error());
    side.summary = std::move(*summary);
    const auto images = imagesIn(folder);
    if (!images)
        return tl::unexpected(images.error());
    side.groups = casesOf(*images).size();
    const std::vector<std::size_t> looked = evenly(images->size(), kLookedAt);
    const std::size_t everyThumbnail = std::max<std::size_t>(1, (looked.size() + kThumbnails - 1) / kThumbnails);
    ColorLook colors(looked.size(), kColors);
    for (std::size_t i = 0; i < looked.size(); ++i) {
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled, folder.string());
        // Damaged ones are in the summary.
        if (const auto image = readImage((*images)[looked[i]])) {
            colors.add(*image);
            if (i % everyThumbnail == 0 && side.thumbnails.size() < kThumbnails)
                side.thumbnails.push_back(thumbnailOf(*image));
        }
    }
    side.colors = colors.summary();
    return side;
}

RgbImage overviewOf(const Slide& slide, const std::stop_token& stop)
{
    const PyramidGeometry& geometry = slide.geometry();
    int level = geometry.coarsestLevel();
    while (level > 0 && std::max(geometry.level(level).width, geometry.level(level).height) < kOverviewSide)
        --level;
    const auto image = readRegion(slide, level, {0, 0, geometry.level(level).width, geometry.level(level).height}, stop);
    return image ? toRgb(*image) : RgbImage();
}

Result<StudySideCheck> lookAtScan(const fs::path& path, const JobControl& control)
{
    const auto slide = openSlide(path);
    if (!slide)
        return tl::unexpected(slide.error());
    const PyramidGeometry& geometry = (*slide)->geometry();
    const RgbImage image = overviewOf(**slide, control.stop);
    if (image.pixels.empty())
        return fail(ErrorCode::SlideUnreadable, path.string());
    StudySideCheck side;
    side.isSlides = true;
    side.summary.images = 1;
    side.summary.sizes[{geometry.width(), geometry.height()}] = 1;
    side.groups = 1;
    if ((*slide)->info().mppX)
        side.mpp.push_back(*(*slide)->info().mppX);
    ColorLook colors(1, kColors);
    colors.add(image);
    side.thumbnails.push_back(thumbnailOf(image));
    side.colors = colors.summary();
    return side;
}

/// Of the patches that will be cut only their number is known.
Result<StudySideCheck> lookAtSlides(const StudyConfig& config, const fs::path& path, const JobControl& control)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return fail(ErrorCode::FileNotFound, path.string());
    const auto found = findSlides({path});
    if (!found)
        return tl::unexpected(found.error());
    StudySideCheck side;
    const std::vector<std::size_t> looked = evenly(found->size(), kThumbnails);
    ColorLook colors(looked.size(), kColors);
    for (const std::size_t index : looked) {
        if (control.stopRequested())
            return fail(ErrorCode::Cancelled, path.string());
        const auto refuse = [&](const Error& reason) {
            side.summary.unreadable.push_back({(*found)[index].filename(), reason});
        };
        const auto slide = openSlide((*found)[index]);
        if (!slide) {
            refuse(slide.error());
            continue;
        }
        PatchOptions patches;
        patches.mpp = config.data.mpp;
        if (const auto canvas = patchCanvas((*slide)->geometry(), (*slide)->info(), patches); !canvas) {
            refuse(canvas.error());
            continue;
        }
        const RgbImage overview = overviewOf(**slide, control.stop);
        if (overview.pixels.empty()) {
            refuse({ErrorCode::SlideUnreadable, (*found)[index].string(), "its overview cannot be read"});
            continue;
        }
        side.mpp.push_back(*(*slide)->info().mppX);
        colors.add(overview);
        side.thumbnails.push_back(thumbnailOf(overview));
        ++side.groups;
    }
    side.colors = colors.summary();
    if (side.groups > 0) {
        side.summary.images = static_cast<std::size_t>(config.data.tiles);
        side.summary.sizes[{PatchOptions().size, PatchOptions().size}] = side.summary.images;
    }
    return side;
}

/// Some tiles of the demo tissue, in memory.
StudySideCheck lookAtGenerated(const StudyConfig& config, demo::ScannerId scanner)
{
    constexpr int kTile = 256;
    constexpr int kSide = 8192;
    StudySideCheck side;
    side.summary.images = static_cast<std::size_t>(config.data.tiles);
    side.summary.sizes[{kTile, kTile}] = side.summary.images;
    side.groups = 1;
    side.mpp.push_back(demo::kDemoMpp);
    demo::TissueOptions options;
    options.stain = config.data.stain;
    options.width = options.height = kSide;
    options.seed = config.seed + (scanner == demo::ScannerId::A ? 0u : 1u);
    const demo::TissueGenerator generator(options);
    ColorLook colors(kThumbnails, kColors);
    for (int i = 0; i < static_cast<int>(kThumbnails); ++i) {
        const int x = 1536 + i % 4 * 1400;
        const int y = 1536 + i / 4 * 1900;
        const RgbImage tile = toRgb(generator.render({x, y, kTile, kTile}, scanner));
        colors.add(tile);
        side.thumbnails.push_back(thumbnailOf(tile));
    }
    side.colors = colors.summary();
    return side;
}

/// Finds what may be wrong.
class Remarks {
public:
    Remarks(const StudyConfig& config, StudyCheck& check) : m_config(config), m_check(check) {}

    void find()
    {
        for (const auto& [side, name] : {std::pair(&m_check.source, "source"), std::pair(&m_check.target, "target")}) {
            findInSide(*side, name);
        }
        findAlike();
        findMagnification();
        findTests();
        std::stable_sort(m_check.remarks.begin(), m_check.remarks.end(), [](const StudyRemark& a, const StudyRemark& b) {
            return a.blocks > b.blocks || (a.blocks == b.blocks && a.warning < b.warning);
        });
    }

private:
    void add(StudyWarning warning, std::string text, bool blocks = false)
    {
        m_check.remarks.push_back({warning, std::move(text), blocks});
    }

    static std::string firstReason(const DatasetSummary& summary)
    {
        return summary.unreadable.empty() ? "" : " (" + describe(summary.unreadable.front().reason) + ")";
    }

    void findInSide(const StudySideCheck& side, const std::string& name)
    {
        const DatasetSummary& summary = side.summary;
        if (summary.images == 0)
            add(StudyWarning::TooFewImages,
                m_config.data.source == StudySource::Slides
                    ? "No slide of the " + name + " can be used" + firstReason(summary) +
                          ". Choose a folder of slides, or another size of a pixel."
                    : "No image of the " + name + " can be read. Choose a folder of PNG, JPEG or TIFF images.",
                true);
        else if (!side.isSlides && summary.images < kFew)
            add(StudyWarning::TooFewImages,
                "The " + name + " has " + std::to_string(summary.images) +
                    " images only. Networks learn the looks of these few; a hundred or more are better.");
        if (!summary.unreadable.empty())
            add(StudyWarning::UnreadableFiles,
                std::to_string(summary.unreadable.size()) + " files of the " + name +
                    " cannot be read and are left out, the first: " + summary.unreadable.front().name + ".");
        if (!side.isSlides && summary.hasMixedSizes())
            add(StudyWarning::MixedSizes, "Images of the " + name + " have " + std::to_string(summary.sizes.size()) +
                                              " different sizes. That is fine as long as their magnification is the same.");
        if (!side.isSlides)
            findSmall(summary, name);
    }

    void findSmall(const DatasetSummary& summary, const std::string& name)
    {
        if (!m_config.has(StudyStep::StainGan) || summary.images == 0)
            return;
        std::size_t small = 0;
        for (const auto& [size, count] : summary.sizes)
            if (std::min(size.first, size.second) < m_config.stainGan.crop)
                small += count;
        if (small == 0)
            return;
        const std::string crop = std::to_string(m_config.stainGan.crop);
        add(StudyWarning::SmallerThanCrop,
            std::to_string(small) + " images of the " + name + " are smaller than the training's crops of " + crop + "x" +
                crop + " pixels and are left out. Choose smaller crops.",
            small == summary.images);
    }

    void findAlike()
    {
        if (m_check.source.summary.images == 0 || m_check.target.summary.images == 0)
            return;
        double square = 0;
        for (std::size_t i = 0; i < 3; ++i)
            square += std::pow(m_check.source.colors.meanLab[i] - m_check.target.colors.meanLab[i], 2);
        const double difference = std::sqrt(square);
        const StudyData& data = m_config.data;
        std::error_code error;
        if (data.source != StudySource::Generated &&
            (m_check.source.colors.histogram == m_check.target.colors.histogram || fs::equivalent(data.sourcePath, data.targetPath, error))) {
            // A study that only compares takes pairs of one folder by their list.
            if (m_config.has(StudyStep::StainGan) || m_config.has(StudyStep::StainNet))
                add(StudyWarning::SameImages,
                    "Source and target are the same images. Choose images of the other scanner or stain.", true);
        } else if (difference < kAlike) {
            char text[160];
            std::snprintf(text, sizeof text,
                          "Source and target look much alike: their mean colors differ by %.1f (CIE 1976). There may be "
                          "nothing to learn.",
                          difference);
            add(StudyWarning::TooAlike, text);
        }
    }

    void findMagnification()
    {
        if (m_check.source.mpp.empty() || m_check.target.mpp.empty())
            return;
        const double ratio = m_check.source.mpp.front() / m_check.target.mpp.front();
        if (std::abs(ratio - 1) <= kSameMpp)
            return;
        char text[160];
        if (m_config.data.source == StudySource::Slides)
            std::snprintf(text, sizeof text, "The slides have %.3f and %.3f µm per pixel. Patches of both are resampled to %.3f.",
                          m_check.source.mpp.front(), m_check.target.mpp.front(), m_config.data.mpp);
        else
            std::snprintf(text, sizeof text,
                          "The scans have %.3f and %.3f µm per pixel. The source is resampled to the target's pixels.",
                          m_check.source.mpp.front(), m_check.target.mpp.front());
        add(StudyWarning::DifferentMagnification, text);
    }

    void findTests()
    {
        if (hasOwnTestPairs(m_config.data.source))
            return;
        if (m_config.data.testSourcePath.empty())
            add(StudyWarning::NoTestPairs,
                "There are no aligned test pairs: SSIM and PSNR against the target cannot be measured.");
        else if (m_check.testPairs == 0)
            add(StudyWarning::NoTestPairs, "No test image has a partner of the same name. Check the two folders or the list.",
                true);
        if (!m_check.testOrphans.empty())
            add(StudyWarning::Orphans,
                std::to_string(m_check.testOrphans.size()) +
                    " test images have no partner and are left out, the first: " + m_check.testOrphans.front() + ".");
        findLeaks();
    }

    /// Where names tell cases: those that train must not test.
    void findLeaks()
    {
        const auto train = imagesIn(m_config.data.sourcePath);
        const auto test = imagesIn(m_config.data.testSourcePath);
        if (!train || !test || (!m_config.has(StudyStep::StainGan) && !m_config.has(StudyStep::StainNet)))
            return;
        const std::set<std::string> trainCases = casesOf(*train);
        const std::set<std::string> testCases = casesOf(*test);
        std::vector<std::string> shared;
        std::set_intersection(trainCases.begin(), trainCases.end(), testCases.begin(), testCases.end(),
                              std::back_inserter(shared));
        const bool namesTellCases = trainCases.size() < train->size() || testCases.size() < test->size();
        std::error_code error;
        if ((namesTellCases && !shared.empty()) ||
            fs::equivalent(m_config.data.sourcePath, m_config.data.testSourcePath, error))
            add(StudyWarning::SplitLeaks, std::to_string(shared.size()) + " cases train and test" +
                                              (shared.empty() ? std::string() : ", the first: " + shared.front()) +
                                              ". Figures on images that were trained on flatter the networks.");
    }

    const StudyConfig& m_config;
    StudyCheck& m_check;
};

Result<void> lookAtTests(const StudyConfig& config, StudyCheck& check)
{
    check.source.split["train"] = check.source.summary.images;
    check.target.split["train"] = check.target.summary.images;
    if (config.data.source == StudySource::Generated)
        check.testPairs = static_cast<std::size_t>(std::max(2, config.data.tiles / 4));
    if (!hasOwnTestPairs(config.data.source) && !config.data.testSourcePath.empty()) {
        const auto pairs = pairImages(config.data.testSourcePath, config.data.testTargetPath, config.data.pairsFile);
        if (!pairs && pairs.error().code != ErrorCode::TrainingDataInvalid)
            return tl::unexpected(pairs.error());
        if (pairs) {
            check.testPairs = pairs->pairs.size();
            // A list says which images count.
            if (config.data.pairsFile.empty()) {
                check.testOrphans = pairs->sourceOrphans;
                check.testOrphans.insert(check.testOrphans.end(), pairs->targetOrphans.begin(), pairs->targetOrphans.end());
            }
        }
    }
    check.source.split["test"] = check.target.split["test"] = check.testPairs;
    return {};
}

}

Result<StudyCheck> checkStudyData(const StudyConfig& config, const JobControl& control)
{
    const StudyData& data = config.data;
    StudyCheck check;
    if (data.source == StudySource::Generated) {
        check.source = lookAtGenerated(config, demo::ScannerId::A);
        check.target = lookAtGenerated(config, demo::ScannerId::B);
        control.report(1, 1);
    } else {
        if (data.sourcePath.empty() || data.targetPath.empty())
            return fail(ErrorCode::InvalidArgument, "The data", "source and target have to be chosen");
        const auto look = [&](const fs::path& path) {
            return data.source == StudySource::TwoScans ? lookAtScan(path, control)
                   : data.source == StudySource::Slides ? lookAtSlides(config, path, control)
                                                        : lookAtFolder(path, control);
        };
        auto source = look(data.sourcePath);
        if (!source)
            return tl::unexpected(source.error());
        control.report(1, 2);
        auto target = look(data.targetPath);
        if (!target)
            return tl::unexpected(target.error());
        control.report(2, 2);
        check.source = std::move(*source);
        check.target = std::move(*target);
    }
    if (auto looked = lookAtTests(config, check); !looked)
        return tl::unexpected(looked.error());
    if (control.stopRequested())
        return fail(ErrorCode::Cancelled, "The data");
    Remarks(config, check).find();
    return check;
}

}
