#include "slide/DicomImage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <mutex>
#include <string_view>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/oflog/oflog.h>

#include "slide/DicomNames.h"
#include "slide/SlideMetadata.h"

namespace isostain {

namespace fs = std::filesystem;
using namespace dicom;
using tag::Tag;

namespace {

/// Pixels of slides and of the pictures of whole glasses: their spacing is physical, not that of a screen.
constexpr double kLargestMpp = 1000;

struct TypedTag {
    Tag tag;
    DcmEVR type;
};

/// What implicit encoding leaves to the data dictionary.
constexpr std::array kTypes = {
    TypedTag{tag::kImageType, EVR_CS},
    TypedTag{tag::kSopClass, EVR_UI},
    TypedTag{tag::kSopInstance, EVR_UI},
    TypedTag{tag::kPyramid, EVR_UI},
    TypedTag{tag::kSeriesInstance, EVR_UI},
    TypedTag{tag::kConcatenation, EVR_UI},
    TypedTag{tag::kDimensionOrganizationType, EVR_CS},
    TypedTag{tag::kSamplesPerPixel, EVR_US},
    TypedTag{tag::kPhotometricInterpretation, EVR_CS},
    TypedTag{tag::kPlanarConfiguration, EVR_US},
    TypedTag{tag::kNumberOfFrames, EVR_IS},
    TypedTag{tag::kRows, EVR_US},
    TypedTag{tag::kColumns, EVR_US},
    TypedTag{tag::kPixelSpacing, EVR_DS},
    TypedTag{tag::kBitsAllocated, EVR_US},
    TypedTag{tag::kBitsStored, EVR_US},
    TypedTag{tag::kPixelRepresentation, EVR_US},
    TypedTag{tag::kLossyImageCompression, EVR_CS},
    TypedTag{tag::kLossyImageCompressionRatio, EVR_DS},
    TypedTag{tag::kLossyImageCompressionMethod, EVR_CS},
    TypedTag{tag::kPixelMeasuresSequence, EVR_SQ},
    TypedTag{tag::kTotalPixelMatrixColumns, EVR_UL},
    TypedTag{tag::kTotalPixelMatrixRows, EVR_UL},
    TypedTag{tag::kOpticalPathSequence, EVR_SQ},
    TypedTag{tag::kObjectiveLensPower, EVR_DS},
    TypedTag{tag::kIccProfile, EVR_OB},
    TypedTag{tag::kNumberOfOpticalPaths, EVR_UL},
    TypedTag{tag::kNumberOfFocalPlanes, EVR_UL},
    TypedTag{tag::kSharedFunctionalGroups, EVR_SQ},
};

DcmTagKey keyOf(Tag tag)
{
    return {static_cast<Uint16>(tag >> 16), static_cast<Uint16>(tag & 0xFFFF)};
}

/// DCMTK would print what it thinks of files, values included; and its data dictionary is a file that may be missing.
void prepareDcmtk()
{
    static std::once_flag prepared;
    std::call_once(prepared, [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        if (dcmDataDict.isDictionaryLoaded())
            return;
        DcmDataDictionary& dictionary = dcmDataDict.wrlock();
        for (const TypedTag& row : kTypes)
            dictionary.addEntry(new DcmDictEntry(keyOf(row.tag).getGroup(), keyOf(row.tag).getElement(), DcmVR(row.type), "", 1,
                                                 DcmVariableVM, nullptr, OFTrue, nullptr));
        dcmDataDict.wrunlock();
    });
}

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" +");
    const std::size_t last = text.find_last_not_of(std::string_view(" \0", 2));
    return first == std::string_view::npos || last == std::string_view::npos || last < first
               ? std::string()
               : std::string(text.substr(first, last - first + 1));
}

/// All values, separated by backslashes.
std::string text(DcmItem& item, Tag tag)
{
    OFString value;
    return item.findAndGetOFStringArray(keyOf(tag), value).good() ? trimmed({value.c_str(), value.length()}) : std::string();
}

/// One value of several, counted from 0.
std::string part(const std::string& values, int index)
{
    std::size_t begin = 0;
    for (int i = 0; i < index; ++i) {
        begin = values.find('\\', begin);
        if (begin == std::string::npos)
            return {};
        ++begin;
    }
    return trimmed(std::string_view(values).substr(begin, values.find('\\', begin) - begin));
}

/// A count or size; `otherwise` where it is absent.
std::int64_t whole(DcmItem& item, Tag tag, std::int64_t otherwise)
{
    const auto value = parseNumber(text(item, tag));
    constexpr double kLimit = std::numeric_limits<std::uint32_t>::max();
    return value && std::abs(*value) <= kLimit ? static_cast<std::int64_t>(*value) : otherwise;
}

int small(DcmItem& item, Tag tag)
{
    return static_cast<int>(std::clamp<std::int64_t>(whole(item, tag, 0), 0, 1 << 20));
}

DcmItem* firstItem(DcmItem& item, Tag sequence)
{
    DcmItem* result = nullptr;
    return item.findAndGetSequenceItem(keyOf(sequence), result, 0).good() ? result : nullptr;
}

struct FlavorName {
    std::string_view name;
    DicomImage::Flavor flavor;
};

constexpr std::array kFlavors = {
    FlavorName{"", DicomImage::Flavor::Volume}, // not stated by some converters, which write the slide alone
    FlavorName{"VOLUME", DicomImage::Flavor::Volume},     FlavorName{"LABEL", DicomImage::Flavor::Label},
    FlavorName{"OVERVIEW", DicomImage::Flavor::Overview}, FlavorName{"THUMBNAIL", DicomImage::Flavor::Thumbnail},
};

DicomImage::Flavor flavorOf(const std::string& imageType)
{
    const std::string name = part(imageType, 2);
    const auto found = std::find_if(kFlavors.begin(), kFlavors.end(), [&](const FlavorName& row) { return row.name == name; });
    return found == kFlavors.end() ? DicomImage::Flavor::Other : found->flavor;
}

/// Files of before the Dimension Organization Type was invented say where each frame is; one frame needs no place.
DicomImage::Tiling tilingOf(const std::string& organization, const DicomScan& scan, std::int64_t frameCount)
{
    if (organization == "TILED_FULL" || (organization.empty() && frameCount == 1))
        return DicomImage::Tiling::Full;
    const auto isPlaced = [](const DicomFramePosition& position) {
        return position.column > 0 && position.row > 0;
    };
    const bool arePlaced = static_cast<std::int64_t>(scan.positions.size()) == frameCount && frameCount > 0 &&
                           std::all_of(scan.positions.begin(), scan.positions.end(), isPlaced);
    return organization == "TILED_SPARSE" || arePlaced ? DicomImage::Tiling::Sparse : DicomImage::Tiling::Unstated;
}

std::optional<double> micrometers(const std::string& millimeters)
{
    const auto value = parseNumber(millimeters);
    return value && *value > 0 && *value * 1000 <= kLargestMpp ? std::optional(*value * 1000) : std::nullopt;
}

void readOptics(DcmItem& dataset, DicomImage& image)
{
    if (DcmItem* const shared = firstItem(dataset, tag::kSharedFunctionalGroups)) {
        if (DcmItem* const measures = firstItem(*shared, tag::kPixelMeasuresSequence)) {
            const std::string spacing = text(*measures, tag::kPixelSpacing);
            image.mppY = micrometers(part(spacing, 0)); // between rows comes first
            image.mppX = micrometers(part(spacing, 1));
            if (image.mppX && image.mppY)
                image.properties.emplace_back("dicom.PixelSpacing", spacing);
        }
    }
    if (DcmItem* const path = firstItem(dataset, tag::kOpticalPathSequence)) {
        const auto power = parseNumber(part(text(*path, tag::kObjectiveLensPower), 0));
        if (power && *power > 0) {
            image.objectivePower = power;
            image.properties.emplace_back("dicom.ObjectiveLensPower", part(text(*path, tag::kObjectiveLensPower), 0));
        }
        const Uint8* profile = nullptr;
        unsigned long bytes = 0;
        if (path->findAndGetUint8Array(keyOf(tag::kIccProfile), profile, &bytes).good() && profile) {
            const auto* const first = reinterpret_cast<const std::byte*>(profile);
            image.iccProfile.assign(first, first + bytes);
        }
    }
}

struct ShownTag {
    Tag tag;
    const char* name;
};

/// Coded values, none of them free text.
constexpr std::array kShownTags = {
    ShownTag{tag::kImageType, "dicom.ImageType"},
    ShownTag{tag::kDimensionOrganizationType, "dicom.DimensionOrganizationType"},
    ShownTag{tag::kLossyImageCompression, "dicom.LossyImageCompression"},
    ShownTag{tag::kLossyImageCompressionMethod, "dicom.LossyImageCompressionMethod"},
    ShownTag{tag::kLossyImageCompressionRatio, "dicom.LossyImageCompressionRatio"},
    ShownTag{tag::kPhotometricInterpretation, "dicom.PhotometricInterpretation"},
};

/// Whether a text can be coded values and numbers, whatever its tag says.
bool isCoded(const std::string& value)
{
    return !value.empty() && value.size() <= 256 && std::all_of(value.begin(), value.end(), [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || c == '\\' || c == '.' || c == ' ';
    });
}

void readProperties(DcmItem& dataset, DicomImage& image)
{
    for (const ShownTag& shown : kShownTags) {
        const std::string value = text(dataset, shown.tag);
        if (isCoded(value))
            image.properties.emplace_back(shown.name, value);
    }
    const DcmXfer syntax(image.transferSyntax.c_str());
    if (syntax.getXfer() != EXS_Unknown)
        image.properties.emplace_back("dicom.TransferSyntax", syntax.getXferName());
}

void readImageElements(DcmItem& dataset, const DicomScan& scan, DicomImage& image)
{
    image.sopClass = text(dataset, tag::kSopClass);
    image.sopInstance = text(dataset, tag::kSopInstance);
    image.series = text(dataset, tag::kSeriesInstance);
    image.pyramid = text(dataset, tag::kPyramid);
    image.flavor = flavorOf(text(dataset, tag::kImageType));
    image.isConcatenation = !text(dataset, tag::kConcatenation).empty();
    image.frameCount = whole(dataset, tag::kNumberOfFrames, 1);
    image.tiling = tilingOf(text(dataset, tag::kDimensionOrganizationType), scan, image.frameCount);
    image.opticalPaths = whole(dataset, tag::kNumberOfOpticalPaths, 1);
    image.focalPlanes = whole(dataset, tag::kNumberOfFocalPlanes, 1);
    image.grid.frameWidth = small(dataset, tag::kColumns);
    image.grid.frameHeight = small(dataset, tag::kRows);
    image.grid.width = whole(dataset, tag::kTotalPixelMatrixColumns, image.grid.frameWidth);
    image.grid.height = whole(dataset, tag::kTotalPixelMatrixRows, image.grid.frameHeight);
    image.samplesPerPixel = small(dataset, tag::kSamplesPerPixel);
    image.bitsAllocated = small(dataset, tag::kBitsAllocated);
    image.bitsStored = small(dataset, tag::kBitsStored);
    image.isSigned = small(dataset, tag::kPixelRepresentation) != 0;
    image.isPlanar = small(dataset, tag::kPlanarConfiguration) != 0;
    image.photometricInterpretation = text(dataset, tag::kPhotometricInterpretation);
}

}

Result<DicomImage> readDicomImage(const fs::path& path, SharedFile file)
{
    prepareDcmtk();
    auto scan = scanDicom(*file);
    if (!scan)
        return tl::unexpected(scan.error());
    DcmDataset dataset;
    DcmInputBufferStream stream;
    stream.setBuffer(scan->elements.data(), static_cast<offile_off_t>(scan->elements.size()));
    stream.setEos();
    dataset.transferInit();
    const OFCondition parsed = dataset.read(stream, scan->isImplicit ? EXS_LittleEndianImplicit : EXS_LittleEndianExplicit);
    dataset.transferEnd();
    if (parsed.bad())
        return fail(ErrorCode::SlideUnreadable, {}, parsed.text());

    DicomImage image;
    image.path = path;
    image.file = std::move(file);
    image.transferSyntax = scan->transferSyntax;
    readImageElements(dataset, *scan, image);
    readOptics(dataset, image);
    readProperties(dataset, image);
    image.positions = std::move(scan->positions);
    image.pixelData = scan->pixelData;
    image.extendedOffsets = scan->extendedOffsets;
    image.extendedLengths = scan->extendedLengths;
    return image;
}

std::string dicomClassName(const std::string& uid)
{
    const char* const name = dcmFindNameOfUID(uid.c_str());
    return name ? name : "";
}

}
