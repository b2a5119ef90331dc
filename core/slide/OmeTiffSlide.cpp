#include "slide/OmeTiffSlide.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>
#include <utility>

#include "image/ImageFile.h"
#include "slide/FramedSlide.h"
#include "slide/OmeXml.h"
#include "slide/SlideMetadata.h"
#include "slide/TiffFrames.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// Pyramids have some ten levels; more directories than this are planes or pages.
constexpr int kMaxDirectories = 256;

/// The directories of the main chain by number, and others by their offset.
class Directories {
public:
    explicit Directories(TiffStream& stream) : m_stream(stream) {}

    Result<TiffDirectory> inChain(int index) const
    {
        if (TIFFSetDirectory(m_stream.get(), static_cast<tdir_t>(index)) != 1)
            return fail(ErrorCode::SlideUnreadable, {}, "it has no directory " + std::to_string(index));
        return currentDirectory(m_stream);
    }

    Result<TiffDirectory> at(std::uint64_t offset) const
    {
        m_stream.clearComplaint();
        if (TIFFSetSubDirectory(m_stream.get(), offset) != 1)
            return fail(ErrorCode::SlideUnreadable, {}, "a level cannot be read: " + m_stream.complaint());
        return currentDirectory(m_stream);
    }

    /// The whole main chain, from its start.
    std::vector<TiffDirectory> chain() const
    {
        std::vector<TiffDirectory> directories;
        for (int i = 0; i < kMaxDirectories && TIFFSetDirectory(m_stream.get(), static_cast<tdir_t>(i)) == 1; ++i)
            directories.push_back(currentDirectory(m_stream));
        return directories;
    }

private:
    TiffStream& m_stream;
};

std::string description(TIFF* tiff)
{
    const char* text = nullptr;
    return TIFFGetField(tiff, TIFFTAG_IMAGEDESCRIPTION, &text) == 1 && text ? text : "";
}

/// The images of the slide itself, the largest first.
std::vector<OmeImage> slideImages(const std::vector<OmeImage>& images)
{
    std::vector<OmeImage> result;
    std::copy_if(images.begin(), images.end(), std::back_inserter(result),
                 [](const OmeImage& image) { return image.role == OmeImage::Role::Slide; });
    std::stable_sort(result.begin(), result.end(), [](const OmeImage& a, const OmeImage& b) { return a.sizeX > b.sizeX; });
    return result;
}

/// Refuses what is no brightfield slide. Errors: UnsupportedSlide.
Result<void> checkIsBrightfield(const OmeImage& image)
{
    const auto refuse = [](const std::string& what) {
        return fail(ErrorCode::UnsupportedSlide, {}, "an OME-TIFF with " + what);
    };
    if (image.sizeZ > 1)
        return refuse(std::to_string(image.sizeZ) + " focal planes");
    if (image.sizeT > 1)
        return refuse(std::to_string(image.sizeT) + " time points");
    if (image.sizeC != 3)
        return refuse(image.sizeC == 1 ? "one channel, not RGB" : std::to_string(image.sizeC) + " channels, not RGB");
    if (image.pixelType != "uint8")
        return refuse("pixels that are not 8-bit");
    return {};
}

/// The coarser levels of the slide, as directories. Errors: SlideUnreadable, UnsupportedSlide.
Result<std::vector<TiffDirectory>> coarserLevels(const Directories& directories, const std::vector<OmeImage>& images,
                                                 const TiffDirectory& full)
{
    std::vector<TiffDirectory> levels;
    std::set<std::uint64_t> ofImages = {full.offset};
    for (const OmeImage& image : images) {
        const auto directory = directories.inChain(image.firstIfd);
        if (!directory || directory->offset == full.offset)
            continue;
        ofImages.insert(directory->offset);
        if (image.role != OmeImage::Role::Slide)
            continue;
        // Older converters wrote each level as an image of its own; anything else is a second slide.
        if (!isReducedSize(directory->grid, full.grid))
            return fail(ErrorCode::UnsupportedSlide, {}, "an OME-TIFF of several pictures");
        levels.push_back(*directory);
    }
    for (const std::uint64_t offset : full.subDirectories) {
        auto directory = directories.at(offset);
        if (!directory)
            return tl::unexpected(directory.error());
        levels.push_back(*std::move(directory));
    }
    if (levels.empty()) {
        for (const TiffDirectory& directory : directories.chain())
            if (directory.isReduced && !ofImages.contains(directory.offset))
                levels.push_back(directory);
    }
    std::erase_if(levels, [&](const TiffDirectory& level) { return !isReducedSize(level.grid, full.grid); });
    return levels;
}

Result<std::vector<FrameSourcePtr>> levelSources(const SharedFile& file, std::vector<TiffDirectory> levels)
{
    std::stable_sort(levels.begin(), levels.end(),
                     [](const TiffDirectory& a, const TiffDirectory& b) { return a.grid.width > b.grid.width; });
    std::vector<FrameSourcePtr> sources;
    for (const TiffDirectory& level : levels) {
        auto source = makeTiffFrames(file, level);
        if (!source)
            return tl::unexpected(source.error());
        sources.push_back(*std::move(source));
    }
    return sources;
}

struct RoleName {
    OmeImage::Role role;
    const char* name;
};

constexpr std::array kAssociatedNames = {
    RoleName{OmeImage::Role::Label, "label"},
    RoleName{OmeImage::Role::Macro, "macro"},
    RoleName{OmeImage::Role::Thumbnail, "thumbnail"},
};

std::vector<FramedSlide::Associated> associatedImages(const SharedFile& file, const Directories& directories,
                                                      const std::vector<OmeImage>& images)
{
    std::vector<FramedSlide::Associated> result;
    for (const RoleName& row : kAssociatedNames) {
        const auto image =
            std::find_if(images.begin(), images.end(), [&](const OmeImage& each) { return each.role == row.role; });
        if (image == images.end())
            continue;
        const auto directory = directories.inChain(image->firstIfd);
        result.push_back({row.name, directory ? makeTiffFrames(file, *directory) : tl::unexpected(directory.error())});
    }
    return result;
}

std::string numberText(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

/// What is known to be technical: names and other free text of the file may be those of a patient.
SlideInfo infoOf(const fs::path& path, const OmeImage& image, const TiffDirectory& full)
{
    SlideInfo info;
    info.path = path;
    info.format = "ome-tiff";
    info.mppX = image.mppX;
    info.mppY = image.mppY;
    info.objectivePower = image.objectivePower;
    if (image.objectivePower)
        info.properties.emplace_back("ome.Objective.NominalMagnification", numberText(*image.objectivePower));
    if (image.mppX)
        info.properties.emplace_back("ome.Pixels.PhysicalSizeX", numberText(*image.mppX));
    if (image.mppY)
        info.properties.emplace_back("ome.Pixels.PhysicalSizeY", numberText(*image.mppY));
    info.colorProfile = tiffColorProfile(path);
    info.properties.emplace_back("tiff.Compression", compressionName(full.compression));
    return info;
}

Result<SlidePtr> openImages(const fs::path& path, const SharedFile& file, TiffStream& stream)
{
    const auto images = parseOmeXml(description(stream.get()));
    if (!images)
        return tl::unexpected(images.error());
    const std::vector<OmeImage> ofSlide = slideImages(*images);
    if (ofSlide.empty())
        return fail(ErrorCode::SlideUnreadable, {}, "it holds a label or macro image, but no slide");
    const OmeImage& slide = ofSlide.front();
    if (const auto checked = checkIsBrightfield(slide); !checked)
        return tl::unexpected(checked.error());
    const Directories directories(stream);
    const auto full = directories.inChain(slide.firstIfd);
    if (!full)
        return tl::unexpected(full.error());
    auto levels = coarserLevels(directories, *images, *full);
    if (!levels)
        return tl::unexpected(levels.error());
    levels->push_back(*full);
    auto sources = levelSources(file, *std::move(levels));
    if (!sources)
        return tl::unexpected(sources.error());
    return std::make_shared<const FramedSlide>(infoOf(path, slide, *full), *std::move(sources),
                                               associatedImages(file, directories, *images));
}

}

Result<SlidePtr> openOmeTiff(const fs::path& path)
{
    const auto format = recognizeImageFile(path);
    if (!format || *format != ImageFileFormat::Tiff)
        return nullptr;
    const auto file = openShared(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto stream = TiffStream::open(*file, TiffStream::Start::FirstDirectory);
    if (!stream || !isOmeXml(description(stream->get())))
        return nullptr;
    auto slide = openImages(path, *file, *stream);
    if (!slide)
        slide.error().subject = path.string();
    return slide;
}

}
