#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "image/Image.h"
#include "slide/DicomNames.h"

namespace isostain::test {

/// Writes data elements by hand (PS3.5, 7.1), so that wrong ones can be written too.
class DicomElements {
public:
    enum class Encoding { Explicit, Implicit };
    enum class Length { Defined, Undefined };

    explicit DicomElements(Encoding encoding = Encoding::Explicit) : m_encoding(encoding) {}

    static std::string number(std::uint64_t value, int size)
    {
        std::string bytes;
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(value >> 8 * i & 0xFF);
        return bytes;
    }

    /// A header with any length, right or wrong.
    DicomElements& header(std::uint32_t tag, const std::string& type, std::uint32_t length)
    {
        bytes += number(tag >> 16, 2) + number(tag & 0xFFFF, 2);
        const bool isLong = std::string("OB OW OV SQ UN UT").find(type) != std::string::npos;
        if (m_encoding == Encoding::Implicit || tag >> 16 == 0xFFFE)
            bytes += number(length, 4);
        else
            bytes += isLong ? type + std::string(2, '\0') + number(length, 4) : type + number(length, 2);
        return *this;
    }

    DicomElements& value(std::uint32_t tag, const std::string& type, std::string content)
    {
        if (content.size() % 2 != 0)
            content += type == "UI" || type == "OB" ? '\0' : ' ';
        header(tag, type, static_cast<std::uint32_t>(content.size()));
        bytes += content;
        return *this;
    }

    DicomElements& us(std::uint32_t tag, unsigned content) { return value(tag, "US", number(content, 2)); }
    DicomElements& ul(std::uint32_t tag, std::uint32_t content) { return value(tag, "UL", number(content, 4)); }

    DicomElements& sequence(std::uint32_t tag, const std::vector<std::string>& items, Length length = Length::Defined)
    {
        DicomElements inside(m_encoding);
        for (const std::string& item : items) {
            const bool isDefined = length == Length::Defined;
            inside.header(dicom::tag::kItem, "", isDefined ? static_cast<std::uint32_t>(item.size()) : 0xFFFFFFFF);
            inside.bytes += item;
            if (!isDefined)
                inside.header(dicom::tag::kItemEnd, "", 0);
        }
        if (length == Length::Defined)
            return value(tag, "SQ", inside.bytes);
        header(tag, "SQ", 0xFFFFFFFF);
        bytes += inside.bytes;
        return header(dicom::tag::kSequenceEnd, "", 0);
    }

    /// Elements inside a sequence's item, of the same encoding.
    DicomElements nested() const { return DicomElements(m_encoding); }

    std::string bytes;

private:
    Encoding m_encoding;
};

/// Encapsulated frames (PS3.5, A.4).
struct EncapsulatedFrames {
    enum class Table { None, Basic, Extended };

    std::vector<std::string> frames;
    Table table = Table::Basic;
    int fragments = 1; ///< per frame
};

/// A DICOM whole-slide image to be written.
struct DicomTestImage {
    std::string syntax{dicom::kExplicitLittleEndian};
    std::string sopClass{dicom::kWholeSlideStorage};
    std::string sopInstance = "1.2.3.1";
    std::string series = "1.2.3";
    std::string pyramid;
    std::string imageType = "DERIVED\\PRIMARY\\VOLUME\\NONE";
    std::string organization = "TILED_FULL";
    std::string photometric = "RGB";
    std::string concatenation;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    unsigned frameWidth = 0;
    unsigned frameHeight = 0;
    std::string frameCount;
    unsigned samples = 3;
    unsigned bits = 8;
    unsigned planar = 0;
    std::uint32_t focalPlanes = 1;
    std::uint32_t opticalPaths = 1;
    std::vector<std::pair<std::int32_t, std::int32_t>> positions; ///< column and row, from 1
    std::string native;
    EncapsulatedFrames encapsulated;
    std::string patient; ///< put into every text about the patient, the case and the device
    std::string extra;   ///< elements put before the shared functional groups
    DicomElements::Length sequences = DicomElements::Length::Defined;
};

inline std::string encapsulatedBytes(const EncapsulatedFrames& data, DicomElements& before)
{
    using namespace dicom;
    DicomElements items;
    std::string offsets, lengths, basic;
    for (const std::string& frame : data.frames) {
        offsets += DicomElements::number(items.bytes.size(), 8);
        basic += DicomElements::number(items.bytes.size(), 4);
        lengths += DicomElements::number(frame.size(), 8);
        const std::size_t piece = (frame.size() / static_cast<std::size_t>(data.fragments) + 1) / 2 * 2;
        for (int i = 0; i < data.fragments; ++i) {
            const std::size_t begin = static_cast<std::size_t>(i) * piece;
            std::string part = i + 1 < data.fragments ? frame.substr(begin, piece) : frame.substr(begin);
            part += std::string(part.size() % 2, '\0');
            items.header(tag::kItem, "", static_cast<std::uint32_t>(part.size()));
            items.bytes += part;
        }
    }
    if (data.table == EncapsulatedFrames::Table::Extended)
        before.value(tag::kExtendedOffsetTable, "OV", offsets).value(tag::kExtendedOffsetTableLengths, "OV", lengths);
    DicomElements table;
    const std::string shown = data.table == EncapsulatedFrames::Table::Basic ? basic : std::string();
    table.header(tag::kItem, "", static_cast<std::uint32_t>(shown.size()));
    DicomElements end;
    end.header(tag::kSequenceEnd, "", 0);
    return table.bytes + shown + items.bytes + end.bytes;
}

/// The bytes of the whole file.
inline std::string dicomFile(const DicomTestImage& image)
{
    using namespace dicom;
    const auto encoding =
        image.syntax == kImplicitLittleEndian ? DicomElements::Encoding::Implicit : DicomElements::Encoding::Explicit;
    DicomElements meta;
    meta.value(0x00020002, "UI", image.sopClass).value(tag::kTransferSyntax, "UI", image.syntax);
    DicomElements data(encoding);
    data.value(tag::kImageType, "CS", image.imageType).value(tag::kSopClass, "UI", image.sopClass);
    data.value(tag::kSopInstance, "UI", image.sopInstance);
    if (!image.pyramid.empty())
        data.value(tag::kPyramid, "UI", image.pyramid);
    if (!image.patient.empty()) {
        data.value(0x00080080, "LO", image.patient)
            .value(0x0008103E, "LO", image.patient)
            .value(0x00100010, "PN", image.patient);
        data.value(0x00100020, "LO", image.patient)
            .value(0x00104000, "LT", image.patient)
            .value(0x00204000, "LT", image.patient);
    }
    data.value(tag::kSeriesInstance, "UI", image.series);
    if (!image.concatenation.empty())
        data.value(tag::kConcatenation, "UI", image.concatenation);
    if (!image.organization.empty())
        data.value(tag::kDimensionOrganizationType, "CS", image.organization);
    data.us(tag::kSamplesPerPixel, image.samples).value(tag::kPhotometricInterpretation, "CS", image.photometric);
    data.us(tag::kPlanarConfiguration, image.planar).value(tag::kNumberOfFrames, "IS", image.frameCount);
    data.us(tag::kRows, image.frameHeight).us(tag::kColumns, image.frameWidth);
    data.us(tag::kBitsAllocated, image.bits).us(tag::kBitsStored, image.bits).us(0x00280102, image.bits - 1);
    data.us(tag::kPixelRepresentation, 0);
    data.ul(tag::kTotalPixelMatrixColumns, image.width).ul(tag::kTotalPixelMatrixRows, image.height);
    data.sequence(tag::kOpticalPathSequence, {data.nested().value(tag::kObjectiveLensPower, "DS", "20").bytes},
                  image.sequences);
    data.ul(tag::kNumberOfOpticalPaths, image.opticalPaths).ul(tag::kNumberOfFocalPlanes, image.focalPlanes);
    data.bytes += image.extra;
    const std::string measures = data.nested().value(tag::kPixelSpacing, "DS", "0.00051\\0.00049").bytes;
    data.sequence(tag::kSharedFunctionalGroups,
                  {data.nested().sequence(tag::kPixelMeasuresSequence, {measures}, image.sequences).bytes}, image.sequences);
    std::vector<std::string> frames;
    for (const auto& [column, row] : image.positions) {
        DicomElements place = data.nested();
        place.value(tag::kColumnPosition, "SL", DicomElements::number(static_cast<std::uint32_t>(column), 4));
        place.value(tag::kRowPosition, "SL", DicomElements::number(static_cast<std::uint32_t>(row), 4));
        frames.push_back(data.nested().sequence(tag::kPlanePositionSlideSequence, {place.bytes}, image.sequences).bytes);
    }
    if (!frames.empty())
        data.sequence(tag::kPerFrameFunctionalGroups, frames, image.sequences);
    if (image.encapsulated.frames.empty()) {
        data.value(tag::kPixelData, "OB", image.native);
    } else {
        const std::string pixels = encapsulatedBytes(image.encapsulated, data);
        data.header(tag::kPixelData, "OB", 0xFFFFFFFF);
        data.bytes += pixels;
    }
    return std::string(128, '\0') + "DICM" + meta.bytes + data.bytes;
}

inline void writeBytes(const std::filesystem::path& path, const std::string& bytes)
{
    std::filesystem::remove(path);   // some file systems wait for the disk when a file is written over
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A frame of the picture; white beyond its border.
inline BgrxImage dicomFrame(const BgrxImage& picture, int column, int row, int width, int height)
{
    BgrxImage frame = makeBgrxImage(width, height, 0xFFFFFF);
    const cv::Rect part = cv::Rect(column * width, row * height, width, height) & cv::Rect({0, 0}, picture.pixels.size());
    picture.pixels(part).copyTo(frame.pixels(cv::Rect({0, 0}, part.size())));
    return frame;
}

/// R, G, B of each pixel.
inline std::string interleavedBytes(const BgrxImage& frame)
{
    const cv::Mat rgb = toRgb(frame).pixels;
    return {reinterpret_cast<const char*>(rgb.data), rgb.total() * 3};
}

/// All red values, then green, then blue.
inline std::string planarBytes(const BgrxImage& frame)
{
    std::vector<cv::Mat> planes;
    cv::split(toRgb(frame).pixels, planes);
    std::string bytes;
    for (const cv::Mat& plane : planes)
        bytes.append(reinterpret_cast<const char*>(plane.data), plane.total());
    return bytes;
}

/// RLE (PS3.5, annex G): runs of equal bytes, and literal ones.
inline std::string rleBytes(const BgrxImage& frame)
{
    const std::string planes = planarBytes(frame);
    const std::size_t size = planes.size() / 3;
    std::string segments;
    std::string header = DicomElements::number(3, 4);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        header += DicomElements::number(64 + segments.size(), 4);
        const std::string values = planes.substr(plane * size, size);
        for (std::size_t at = 0; at < size;) {
            std::size_t run = 1;
            while (run < 128 && at + run < size && values[at + run] == values[at])
                ++run;
            segments += run > 1 ? static_cast<char>(1 - static_cast<int>(run)) : '\0';
            segments += values[at];
            at += run;
        }
        segments += std::string(segments.size() % 2, '\0');
    }
    header.resize(64, '\0');
    return header + segments;
}

}
