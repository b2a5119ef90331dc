#include "slide/DicomSlide.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "slide/DicomFrames.h"
#include "slide/DicomImage.h"
#include "slide/DicomNames.h"
#include "slide/SlideMetadata.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

using Flavor = DicomImage::Flavor;

Error about(const fs::path& path, Error error)
{
    error.subject = path.string();
    return error;
}

/// Files that cannot be read as DICOM say of no series that they belong to it, so nothing is said of them.
std::optional<DicomImage> wholeSlideImageIn(const fs::path& path)
{
    auto file = openShared(path);
    if (!file || !isDicom(**file))
        return {};
    auto image = readDicomImage(path, *std::move(file));
    return image && image->sopClass == dicom::kWholeSlideStorage ? std::optional(*std::move(image)) : std::nullopt;
}

/// In the order of their names.
std::vector<fs::path> regularFilesIn(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> paths;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            paths.push_back(entry->path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// The other DICOM files of the folder that belong to the series, in the order of their names.
std::vector<DicomImage> siblingsOf(const DicomImage& given)
{
    std::vector<DicomImage> siblings;
    for (const fs::path& path : regularFilesIn(given.path.has_parent_path() ? given.path.parent_path() : fs::path("."))) {
        std::error_code ignored;
        if (fs::equivalent(path, given.path, ignored))
            continue;
        auto image = wholeSlideImageIn(path);
        if (image && image->series == given.series)
            siblings.push_back(*std::move(image));
    }
    return siblings;
}

double sizeOf(const DicomImage& image)
{
    return static_cast<double>(image.grid.width) * static_cast<double>(image.grid.height);
}

bool isSameSize(const DicomImage& a, const DicomImage& b)
{
    return a.grid.width == b.grid.width && a.grid.height == b.grid.height;
}

/// Whether two images can be levels of one pyramid.
bool areOfOnePyramid(const DicomImage& a, const DicomImage& b)
{
    if (!a.pyramid.empty() && !b.pyramid.empty() && a.pyramid != b.pyramid)
        return false;
    return isSameSize(a, b) || isReducedSize(a.grid, b.grid) || isReducedSize(b.grid, a.grid);
}

/// The levels, finest first. Of images of one size the first stays: the given one, else that of the first name.
std::vector<const DicomImage*> levelsOf(const std::vector<DicomImage>& series)
{
    std::vector<const DicomImage*> volumes;
    for (const DicomImage& image : series)
        if (image.flavor == Flavor::Volume)
            volumes.push_back(&image);
    if (volumes.empty())
        return {};
    const auto isLarger = [](const DicomImage* a, const DicomImage* b) {
        return sizeOf(*a) > sizeOf(*b);
    };
    const DicomImage& reference =
        series.front().flavor == Flavor::Volume ? series.front() : **std::min_element(volumes.begin(), volumes.end(), isLarger);
    std::erase_if(volumes, [&](const DicomImage* image) { return !areOfOnePyramid(*image, reference); });
    std::stable_sort(volumes.begin(), volumes.end(), isLarger);
    volumes.erase(std::unique(volumes.begin(), volumes.end(),
                              [](const DicomImage* a, const DicomImage* b) { return isSameSize(*a, *b); }),
                  volumes.end());
    return volumes;
}

struct FlavorName {
    Flavor flavor;
    const char* name;
};

constexpr std::array kAssociatedNames = {
    FlavorName{Flavor::Label, "label"},
    FlavorName{Flavor::Overview, "macro"},
    FlavorName{Flavor::Thumbnail, "thumbnail"},
};

std::vector<FramedSlide::Associated> associatedImages(const std::vector<DicomImage>& series)
{
    std::vector<FramedSlide::Associated> result;
    for (const FlavorName& row : kAssociatedNames) {
        const auto image =
            std::find_if(series.begin(), series.end(), [&](const DicomImage& each) { return each.flavor == row.flavor; });
        if (image != series.end())
            result.push_back({row.name, makeDicomFrames(*image)});
    }
    return result;
}

/// `levels` finest first: the finest states the size of its pixels, and any of them the objective.
SlideInfo infoOf(const fs::path& path, const std::vector<const DicomImage*>& levels)
{
    const DicomImage& finest = *levels.front();
    SlideInfo info;
    info.path = path;
    info.format = "dicom";
    info.mppX = finest.mppX;
    info.mppY = finest.mppY;
    const auto stating =
        std::find_if(levels.begin(), levels.end(), [](const DicomImage* level) { return level->objectivePower.has_value(); });
    if (stating != levels.end())
        info.objectivePower = (*stating)->objectivePower;
    info.colorProfile = keptColorProfile(finest.iccProfile);
    info.properties = finest.properties;
    std::sort(info.properties.begin(), info.properties.end());
    return info;
}

Result<SlidePtr> openSeries(const fs::path& path, const std::vector<DicomImage>& series)
{
    const std::vector<const DicomImage*> levels = levelsOf(series);
    if (levels.empty())
        return fail(ErrorCode::UnsupportedSlide, path.string(), "a DICOM series without an image of the whole slide (VOLUME)");
    std::vector<FrameSourcePtr> sources;
    for (const DicomImage* level : levels) {
        auto source = makeDicomFrames(*level);
        if (!source)
            return tl::unexpected(about(level->path, source.error()));
        sources.push_back(*std::move(source));
    }
    return std::make_shared<const FramedSlide>(infoOf(path, levels), std::move(sources), associatedImages(series));
}

}

Result<SlidePtr> openDicom(const fs::path& path)
{
    auto file = openShared(path);
    if (!file)
        return tl::unexpected(file.error());
    if (!isDicom(**file))
        return nullptr;
    auto given = readDicomImage(path, *std::move(file));
    if (!given)
        return tl::unexpected(about(path, given.error()));
    if (given->sopClass != dicom::kWholeSlideStorage) {
        const std::string name = dicomClassName(given->sopClass);
        return fail(ErrorCode::UnsupportedSlide, path.string(),
                    "a DICOM file, but no whole-slide image" + (name.empty() ? "" : ": " + name));
    }
    std::vector<DicomImage> series = siblingsOf(*given);
    series.insert(series.begin(), *std::move(given));
    return openSeries(path, series);
}

Result<SlidePtr> openDicomFolder(const fs::path& folder)
{
    std::vector<DicomImage> series;
    for (const fs::path& path : regularFilesIn(folder)) {
        auto image = wholeSlideImageIn(path);
        if (!image)
            continue;
        if (!series.empty() && image->series != series.front().series)
            return fail(ErrorCode::UnsupportedSlide, folder.string(), "a folder with several DICOM series");
        series.push_back(*std::move(image));
    }
    if (series.empty())
        return nullptr;
    // What is asked for is the largest image, not what is of one shape with the first.
    std::stable_sort(series.begin(), series.end(), [](const DicomImage& a, const DicomImage& b) { return sizeOf(a) > sizeOf(b); });
    return openSeries(folder, series);
}

std::vector<fs::path> filesOfDicomSeries(const fs::path& path)
{
    const auto given = wholeSlideImageIn(path);
    if (!given)
        return {};
    std::vector<fs::path> files = {path};
    for (const DicomImage& sibling : siblingsOf(*given))
        files.push_back(sibling.path);
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::byte> dicomColorProfile(const fs::path& path)
{
    std::error_code error;
    for (const fs::path& file : fs::is_directory(path, error) ? regularFilesIn(path) : std::vector{path})
        if (const auto image = wholeSlideImageIn(file); image && image->flavor == Flavor::Volume)
            return image->iccProfile;
    return {};
}

std::vector<fs::path> oncePerDicomSeries(const std::vector<fs::path>& files)
{
    struct Largest {
        std::size_t place = 0;
        std::pair<bool, double> size; ///< of an image of the whole slide first
    };
    std::map<std::pair<fs::path, std::string>, Largest> known;
    std::vector<fs::path> result;
    for (const fs::path& path : files) {
        const auto image = wholeSlideImageIn(path);
        if (!image) {
            result.push_back(path);
            continue;
        }
        const std::pair size(image->flavor == Flavor::Volume, sizeOf(*image));
        const auto [found, isNew] = known.try_emplace({path.parent_path(), image->series}, Largest{result.size(), size});
        if (isNew) {
            result.push_back(path);
        } else if (size > found->second.size) {
            found->second.size = size;
            result[found->second.place] = path;
        }
    }
    return result;
}

}
