#include "export/DicomHeader.h"

#include <array>
#include <cmath>
#include <future>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "base/Version.h"
#include "export/DicomElements.h"
#include "export/IccProfile.h"
#include "slide/DicomNames.h"

namespace isostain {

using namespace dicom;

namespace {

constexpr double kMillimeter = 1000; ///< in micrometers
/// Nobody measures how thick a section is where it is scanned; what a section of paraffin may have.
constexpr double kSectionMicrometers = 4;
constexpr std::uint64_t kBasicLimit = std::numeric_limits<std::uint32_t>::max();
/// DICOM asks for dates that are not to be told.
constexpr const char* kNoDate = "19000101";
constexpr const char* kNoTime = "000000";
constexpr const char* kPathIdentifier = "1";
constexpr std::string_view kJpegMethod = "ISO_10918_1";
constexpr std::size_t kRatioBytes = 16;
constexpr std::size_t kShortTextBytes = 1024;
constexpr std::size_t kIdentifierDigits = 16;

bool isJpeg(const PyramidLayout& layout)
{
    return layout.tiles().compression == TiffCompression::Jpeg;
}

std::uint64_t frameCount(const HalvedLevel& level)
{
    return static_cast<std::uint64_t>(level.columns) * static_cast<std::uint64_t>(level.rows);
}

std::uint64_t frameBytes(const TileFormat& tiles)
{
    return 3 * static_cast<std::uint64_t>(tiles.tileSize) * static_cast<std::uint64_t>(tiles.tileSize);
}

DicomElements code(const char* value, const char* scheme, const char* meaning)
{
    DicomElements elements;
    elements.text(0x00080100, "SH", value).text(0x00080102, "SH", scheme).text(0x00080104, "LO", meaning);
    return elements;
}

/// Type 2: they must be there, and say nothing.
void addAnonymousPatient(DicomElements& data)
{
    constexpr std::array kEmpty = {
        std::pair{0x00080020u, "DA"}, // study date
        std::pair{0x00080030u, "TM"}, // study time
        std::pair{0x00080050u, "SH"}, // accession number
        std::pair{0x00080090u, "PN"}, // referring physician
        std::pair{0x00100010u, "PN"}, // patient's name
        std::pair{0x00100020u, "LO"}, // patient's ID
        std::pair{0x00100030u, "DA"}, // birth date
        std::pair{0x00100040u, "CS"}, // sex
        std::pair{0x00200010u, "SH"}, // study ID
    };
    for (const auto& [tag, type] : kEmpty)
        data.text(tag, type, "");
    data.text(0x00120062, "CS", "YES") // patient identity removed
        .text(0x00120063, "LO", "Nothing but technical attributes by allow-list")
        .text(0x00280303, "CS", "REMOVED")
        .text(0x00080023, "DA", kNoDate) // content date and time
        .text(0x00080033, "TM", kNoTime)
        .text(0x0008002A, "DT", std::string(kNoDate) + kNoTime);
}

/// As many whole lines as fit.
std::string firstLines(const std::string& text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    const std::size_t end = text.rfind('\n', bytes);
    return end == std::string::npos ? std::string() : text.substr(0, end);
}

void addEquipment(DicomElements& data, const std::string& facts)
{
    const auto addMaker = [](DicomElements& elements) -> DicomElements& {
        return elements.text(0x00080070, "LO", "Isostain")
            .text(0x00081090, "LO", "Isostain")
            .text(0x00181020, "LO", kVersion)
            .text(0x00181000, "LO", "none");
    };
    addMaker(data);
    DicomElements contribution;
    addMaker(contribution)
        .text(0x0018A003, "ST", "Color normalization of the stain")
        .sequence(0x0040A170, {code("109103", "DCM", "Modifying Equipment")});
    data.sequence(0x0018A001, {contribution})
        .text(0x00082111, "ST", firstLines(facts, kShortTextBytes))
        .text(0x00090010, "LO", "ISOSTAIN")
        .text(0x00091001, "UT", facts);
}

/// One slide with one specimen, known by the content of its scan alone.
void addSpecimen(DicomElements& data, const std::string& sourceSha256)
{
    const std::string identifier = "ANON-" + sourceSha256.substr(0, kIdentifierDigits);
    DicomElements specimen;
    specimen.text(0x00400551, "LO", identifier)
        .sequence(0x00400562, {})
        .text(0x00400554, "UI", derivedUid(sourceSha256, "specimen"))
        .sequence(0x00400610, {});
    data.text(0x00400512, "LO", identifier)
        .sequence(0x00400513, {})
        .sequence(0x00400518, {code("433466003", "SCT", "Microscope slide")})
        .sequence(0x00400555, {})
        .sequence(0x00400560, {specimen});
}

void addOpticalPath(DicomElements& data, const ExportMetadata& metadata)
{
    DicomElements path;
    path.sequence(0x00220016, {code("111744", "DCM", "Brightfield illumination")})
        .sequence(0x00480108, {code("414298005", "SCT", "Full Spectrum")})
        .text(0x00480106, "SH", kPathIdentifier);
    if (metadata.iccProfile.empty())
        path.bytes(0x00282000, "OB", srgbProfile()).text(0x00282002, "CS", "SRGB");
    else
        path.bytes(0x00282000, "OB", metadata.iccProfile);
    if (metadata.objectivePower)
        path.text(tag::kObjectiveLensPower, "DS", decimalString(*metadata.objectivePower));
    data.sequence(tag::kOpticalPathSequence, {path}).number(tag::kNumberOfOpticalPaths, "UL", 1);
}

/// Where the slide's corner is, is not known: the picture lies at it, as slides do in scanners, label to the left.
void addPlace(DicomElements& data, const HalvedLevel& finest, const ExportMetadata& metadata)
{
    DicomElements origin;
    origin.text(0x0040072A, "DS", decimalString(static_cast<double>(finest.height) * *metadata.mppY / kMillimeter))
        .text(0x0040073A, "DS", decimalString(static_cast<double>(finest.width) * *metadata.mppX / kMillimeter));
    data.sequence(0x00480008, {origin}).text(0x00480102, "DS", "0\\-1\\0\\-1\\0\\0").text(0x00201040, "LO", "SLIDE_CORNER");
}

void addPixelFormat(DicomElements& data, const HalvedLevel& level, const PyramidLayout& layout)
{
    const auto side = static_cast<std::uint32_t>(layout.tiles().tileSize);
    // One word for all YCbCr of JPEG, whatever its frames are sampled with (PS3.5, 8.2.1; PS3.3, C.8.12.4.1.5).
    data.number(tag::kSamplesPerPixel, "US", 3)
        .text(tag::kPhotometricInterpretation, "CS", isJpeg(layout) ? "YBR_FULL_422" : "RGB")
        .number(tag::kPlanarConfiguration, "US", 0)
        .text(tag::kNumberOfFrames, "IS", std::to_string(frameCount(level)))
        .number(tag::kRows, "US", side)
        .number(tag::kColumns, "US", side)
        .number(tag::kBitsAllocated, "US", 8)
        .number(tag::kBitsStored, "US", 8)
        .number(0x00280102, "US", 7)
        .number(tag::kPixelRepresentation, "US", 0)
        .text(0x00280301, "CS", "NO"); // burned in annotation
}

/// All steps from the scanner to these frames; `ratio` is that of the last one.
void addLossHistory(DicomElements& data, const PyramidLayout& layout, const ExportMetadata& metadata, double ratio)
{
    std::string methods;
    std::string ratios;
    const auto add = [&](std::string_view method, const std::string& stepRatio) {
        methods.append(methods.empty() ? "" : "\\").append(method);
        ratios.append(ratios.empty() ? "" : "\\").append(stepRatio);
    };
    for (const LossyStep& step : metadata.sourceLoss)
        add(step.method, decimalString(step.ratio));
    if (isJpeg(layout)) {
        std::string padded = decimalString(ratio);
        padded.resize(kRatioBytes, ' ');
        add(kJpegMethod, padded);
    }
    data.text(tag::kLossyImageCompression, "CS", methods.empty() ? "00" : "01");
    if (!methods.empty())
        data.text(tag::kLossyImageCompressionRatio, "DS", ratios).text(tag::kLossyImageCompressionMethod, "CS", methods);
}

void addMatrix(DicomElements& data, const HalvedLevel& level, double mppX, double mppY)
{
    data.number(tag::kTotalPixelMatrixColumns, "UL", static_cast<std::uint32_t>(level.width))
        .number(tag::kTotalPixelMatrixRows, "UL", static_cast<std::uint32_t>(level.height))
        .number(tag::kNumberOfFocalPlanes, "UL", 1)
        .text(tag::kDimensionOrganizationType, "CS", "TILED_FULL")
        .floating(0x00480001, static_cast<float>(static_cast<double>(level.width) * mppX / kMillimeter))
        .floating(0x00480002, static_cast<float>(static_cast<double>(level.height) * mppY / kMillimeter))
        .floating(0x00480003, static_cast<float>(kSectionMicrometers))
        .text(0x00089206, "CS", "VOLUME") // volumetric properties
        .text(0x00480010, "CS", "NO")     // specimen label in image
        .text(0x00480011, "CS", "AUTO")   // focus method
        .text(0x00480012, "CS", "NO");    // extended depth of field
}

void addDimensions(DicomElements& data, const std::string& organization)
{
    const auto index = [&](tag::Tag pointer) {
        DicomElements elements;
        elements.text(0x00209164, "UI", organization)
            .reference(0x00209165, pointer)
            .reference(0x00209167, tag::kPlanePositionSlideSequence);
        return elements;
    };
    DicomElements named;
    named.text(0x00209164, "UI", organization);
    data.sequence(0x00209221, {named}).sequence(0x00209222, {index(tag::kRowPosition), index(tag::kColumnPosition)});
}

void addSharedGroups(DicomElements& data, const std::string& imageType, double mppX, double mppY)
{
    DicomElements measures;
    measures.text(tag::kPixelSpacing, "DS", decimalString(mppY / kMillimeter) + "\\" + decimalString(mppX / kMillimeter))
        .text(0x00180050, "DS", decimalString(kSectionMicrometers / kMillimeter));
    DicomElements frameType;
    frameType.text(0x00089007, "CS", imageType);
    DicomElements path;
    path.text(0x00480106, "SH", kPathIdentifier);
    DicomElements shared;
    shared.sequence(tag::kPixelMeasuresSequence, {measures}).sequence(0x00400710, {frameType}).sequence(0x00480207, {path});
    data.sequence(tag::kSharedFunctionalGroups, {shared});
}

std::string numbers(std::span<const std::uint64_t> values, std::size_t size)
{
    std::string bytes;
    bytes.reserve(values.size() * size);
    for (const std::uint64_t value : values)
        bytes += littleEndianBytes(value, size);
    return bytes;
}

void addExtendedTable(DicomElements& data, const DicomFrameTable& frames)
{
    const std::string offsets = numbers(frames.offsets, 8);
    const std::string lengths = numbers(frames.lengths, 8);
    data.bytes(tag::kExtendedOffsetTable, "OV", std::as_bytes(std::span(offsets)))
        .bytes(tag::kExtendedOffsetTableLengths, "OV", std::as_bytes(std::span(lengths)));
}

std::string itemHeader(tag::Tag tag, std::uint64_t length)
{
    return littleEndianBytes(tag >> 16, 2) + littleEndianBytes(tag & 0xFFFF, 2) + littleEndianBytes(length, 4);
}

/// Up to the first frame, the Basic Offset Table included.
std::string pixelDataHeader(const HalvedLevel& level, const PyramidLayout& layout, const DicomFrameTable& frames)
{
    const std::string element = littleEndianBytes(tag::kPixelData >> 16, 2) + littleEndianBytes(tag::kPixelData & 0xFFFF, 2) +
                                "OB" + std::string(2, '\0');
    if (!isJpeg(layout))
        return element + littleEndianBytes(frameCount(level) * frameBytes(layout.tiles()), 4);
    const std::string table = fitsBasicOffsetTable(level, layout.tiles()) ? numbers(frames.offsets, 4) : std::string();
    return element + littleEndianBytes(std::numeric_limits<std::uint32_t>::max(), 4) + itemHeader(tag::kItem, table.size()) +
           table;
}

std::string fileMetaInformation(const PyramidLayout& layout, const std::string& instance)
{
    constexpr std::array kVersionBytes = {std::byte(0), std::byte(1)};
    DicomElements meta;
    meta.bytes(0x00020001, "OB", kVersionBytes)
        .text(0x00020002, "UI", kWholeSlideStorage)
        .text(0x00020003, "UI", instance)
        .text(tag::kTransferSyntax, "UI", isJpeg(layout) ? kJpegBaseline : kExplicitLittleEndian)
        .text(0x00020012, "UI", derivedUid("Isostain", "implementation"))
        .text(0x00020013, "SH", "ISOSTAIN");
    const std::string content = meta.encoded();
    DicomElements length;
    length.number(0x00020000, "UL", static_cast<std::uint32_t>(content.size()));
    return std::string(128, '\0') + "DICM" + length.encoded() + content;
}

}

/// What is known at the end only.
struct DicomHeader::Identity {
    std::string sourceSha256;
    std::string facts;
};

bool fitsBasicOffsetTable(const HalvedLevel& level, const TileFormat& tiles)
{
    // As PyramidTiff: compression can make noise larger than it was.
    constexpr double kExpansion = 1.5;
    constexpr double kFrameOverhead = 2048;
    return static_cast<double>(frameCount(level)) * (static_cast<double>(frameBytes(tiles)) * kExpansion + kFrameOverhead) <
           static_cast<double>(kBasicLimit);
}

Result<void> checkFitsDicom(const PyramidLayout& layout, const ExportMetadata& metadata, const std::string& subject)
{
    const auto refuse = [&](const char* why) {
        return fail(ErrorCode::InvalidArgument, subject, why);
    };
    const TileFormat& tiles = layout.tiles();
    if (!isJpeg(layout) && tiles.compression != TiffCompression::None)
        return refuse("DICOM has neither LZW nor deflate; choose jpeg or none");
    const auto isSize = [](const std::optional<double>& mpp) {
        return mpp && std::isfinite(*mpp) && *mpp > 0;
    };
    if (!isSize(metadata.mppX) || !isSize(metadata.mppY))
        return refuse("DICOM states the size of pixels, and that of the slide is not known");
    if (!metadata.sourceSha256.valid())
        return refuse("DICOM needs identifiers, and they follow from the hash of the source");
    if (!isJpeg(layout) && frameCount(layout.written().front()) * frameBytes(tiles) >= kBasicLimit)
        return refuse("uncompressed DICOM images end at 4 GiB; choose jpeg or a coarser scale");
    return {};
}

DicomHeader::DicomHeader(const PyramidLayout& layout, const ExportMetadata& metadata) : m_layout(layout), m_metadata(metadata)
{
}

std::string DicomHeader::placeholder(std::size_t level) const
{
    std::promise<Result<std::string>> unknown;
    unknown.set_value(std::string(64, '0'));
    ExportMetadata metadata = m_metadata;
    metadata.sourceSha256 = unknown.get_future().share();
    const std::vector<std::uint64_t> zeros(frameCount(m_layout.written()[level]));
    const auto header = DicomHeader(m_layout, metadata).complete(level, {zeros, zeros});
    return header ? *header : std::string();
}

Result<std::string> DicomHeader::complete(std::size_t level, const DicomFrameTable& frames) const
{
    const auto facts = ownDescription(m_metadata);
    if (!facts)
        return tl::unexpected(facts.error());
    return header(level, {*m_metadata.sourceSha256.get(), *facts}, frames);
}

std::string DicomHeader::header(std::size_t levelIndex, const Identity& identity, const DicomFrameTable& frames) const
{
    const HalvedLevel& finest = m_layout.written().front();
    const HalvedLevel& level = m_layout.written()[levelIndex];
    const double mppX = std::ldexp(*m_metadata.mppX, static_cast<int>(levelIndex));
    const double mppY = std::ldexp(*m_metadata.mppY, static_cast<int>(levelIndex));
    const std::string seed = identity.facts + "\n" + std::to_string(finest.width) + "x" + std::to_string(finest.height) +
                             " in " + std::to_string(m_layout.tiles().tileSize);
    const std::string instance = derivedUid(seed, "instance " + std::to_string(levelIndex));
    const std::string imageType = levelIndex == 0 ? "DERIVED\\PRIMARY\\VOLUME\\NONE" : "DERIVED\\PRIMARY\\VOLUME\\RESAMPLED";
    const auto bytes = static_cast<double>(std::accumulate(frames.lengths.begin(), frames.lengths.end(), std::uint64_t(0)));

    DicomElements data;
    data.text(0x00080005, "CS", "ISO_IR 192")
        .text(tag::kImageType, "CS", imageType)
        .text(tag::kSopClass, "UI", kWholeSlideStorage)
        .text(tag::kSopInstance, "UI", instance)
        .text(tag::kPyramid, "UI", derivedUid(seed, "pyramid"))
        .text(0x00080060, "CS", "SM")
        .text(0x0020000D, "UI", derivedUid(identity.sourceSha256, "study"))
        .text(tag::kSeriesInstance, "UI", derivedUid(seed, "series"))
        .text(0x00200011, "IS", "1")
        .text(0x00200013, "IS", std::to_string(levelIndex + 1))
        .text(0x00200052, "UI", derivedUid(seed, "frame of reference"));
    addAnonymousPatient(data);
    addEquipment(data, identity.facts);
    addSpecimen(data, identity.sourceSha256);
    addOpticalPath(data, m_metadata);
    addPlace(data, finest, m_metadata);
    addPixelFormat(data, level, m_layout);
    addLossHistory(data, m_layout, m_metadata,
                   bytes > 0 ? static_cast<double>(frameCount(level) * frameBytes(m_layout.tiles())) / bytes : 1);
    addMatrix(data, level, mppX, mppY);
    addDimensions(data, derivedUid(seed, "dimensions"));
    addSharedGroups(data, imageType, mppX, mppY);
    if (isJpeg(m_layout) && !fitsBasicOffsetTable(level, m_layout.tiles()))
        addExtendedTable(data, frames);
    return fileMetaInformation(m_layout, instance) + data.encoded() + pixelDataHeader(level, m_layout, frames);
}

}
