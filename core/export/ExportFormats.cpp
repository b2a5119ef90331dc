#include "export/ExportFormats.h"

#include <array>
#include <cmath>
#include <string>

#include "base/Version.h"
#include "export/DicomPyramid.h"
#include "export/NumberText.h"
#include "export/OmeDescription.h"
#include "export/PyramidTiff.h"

namespace isostain {

namespace {

/// The description that Aperio's readers look for: a header, then fields behind "|". Aperio has one pixel size for both
/// directions; where they differ there is none to state. Lines of our own are part of the header.
std::string aperioLikeDescription(const PyramidLayout& layout, const ExportMetadata& metadata, const std::string& own)
{
    constexpr double kSamePixelSize = 0.005;
    const HalvedLevel& level0 = layout.written().front();
    const TileFormat& tiles = layout.tiles();
    const std::string tile = std::to_string(tiles.tileSize);
    std::string text = std::string("Aperio-style description, written by Isostain ") + kVersion + "\r\n" +
                       std::to_string(level0.width) + "x" + std::to_string(level0.height) + " (" + tile + "x" + tile + ")";
    if (tiles.compression == TiffCompression::Jpeg)
        text += " JPEG/YCC Q=" + std::to_string(tiles.quality);
    text += "\n" + own + "\n";
    if (metadata.objectivePower)
        text += "|AppMag = " + numberText(*metadata.objectivePower);
    if (metadata.mppX && metadata.mppY && std::abs(*metadata.mppX - *metadata.mppY) <= kSamePixelSize * *metadata.mppX)
        text += "|MPP = " + numberText((*metadata.mppX + *metadata.mppY) / 2);
    return text;
}

/// What OpenSlide knows an associated image of such a file by: the first word of the second line.
std::string aperioLikeDescription(const AssociatedPicture& picture)
{
    return std::string("Aperio-style description, written by Isostain ") + kVersion + "\n" + picture.name + " " +
           std::to_string(picture.image.width()) + "x" + std::to_string(picture.image.height());
}

}

std::string_view suffixOf(ExportFormat format)
{
    static constexpr std::array<std::string_view, 4> kSuffixes = {".tif", ".tif", ".ome.tif", ""};
    return kSuffixes[static_cast<std::size_t>(format)];
}

bool takes(ExportFormat format, TiffCompression compression)
{
    return format != ExportFormat::Dicom || compression == TiffCompression::Jpeg || compression == TiffCompression::None;
}

bool carriesLabel(ExportFormat format)
{
    // OpenSlide finds such images in no other TIFF of these.
    return format == ExportFormat::SvsLike;
}

Result<std::unique_ptr<PyramidWriter>> makePyramidWriter(ExportFormat format, const std::filesystem::path& path,
                                                         const PyramidLayout& layout, const ExportMetadata& metadata,
                                                         Overwrite overwrite)
{
    PyramidTiffOptions options;
    static_cast<TileFormat&>(options) = layout.tiles();
    options.mppX = metadata.mppX;
    options.mppY = metadata.mppY;
    options.objectivePower = metadata.objectivePower;
    options.iccProfile = metadata.iccProfile;
    options.overwrite = overwrite;
    switch (format) {
    case ExportFormat::PyramidalTiff:
        options.lateDescription = [metadata] {
            return ownDescription(metadata);
        };
        break;
    case ExportFormat::SvsLike:
        // Readers of Aperio's files take whatever follows level 0 for a thumbnail if it is no level.
        if (!metadata.associated.empty() && layout.written().size() == 1)
            return fail(ErrorCode::InvalidArgument, "Keeping the label", "the output has a single level, and this format then no place for it");
        for (const AssociatedPicture& picture : metadata.associated)
            options.associated.push_back({aperioLikeDescription(picture), picture.image});
        options.lateDescription = [metadata, layout] {
            return ownDescription(metadata).map(
                [&](const std::string& own) { return aperioLikeDescription(layout, metadata, own); });
        };
        break;
    case ExportFormat::OmeTiff:
        options.links = TiffLevelLinks::SubIfds;
        options.lateDescription = [metadata, layout] {
            return ownFacts(metadata).map([&](const auto& facts) { return omeXml(layout, metadata, facts); });
        };
        break;
    case ExportFormat::Dicom:
        return makeDicomPyramid(path, layout, metadata, overwrite);
    }
    return makePyramidTiff(path, layout, options);
}

}
