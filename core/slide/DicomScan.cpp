#include "slide/DicomScan.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctag.h>

#include "slide/DicomNames.h"

namespace isostain {

using namespace dicom;
using tag::Tag;

namespace {

constexpr std::uint64_t kPreambleBytes = 128;
constexpr std::uint32_t kUndefinedLength = 0xFFFFFFFF;
/// Deeper than any element of a whole-slide image, and shallow enough for every stack.
constexpr int kMaxDepth = 24;
/// The technical elements of a slide are some hundred. DCMTK needs some hundred bytes for each.
constexpr std::size_t kMaxElements = 20000;
constexpr std::size_t kMaxElementBytes = std::size_t(32) << 20;
/// A slide of 500,000 x 500,000 pixels in frames of 256 x 256 has a fourth of this.
constexpr std::size_t kMaxFrames = std::size_t(1) << 24;
constexpr std::size_t kWindowBytes = std::size_t(64) << 10;

/// What is handed on, in the order of the file: what pixels need, and nothing about the patient, the case or the device.
constexpr std::array kTechnicalTags = {
    tag::kImageType,
    tag::kSopClass,
    tag::kSopInstance,
    tag::kPyramid,
    tag::kSeriesInstance,
    tag::kConcatenation,
    tag::kDimensionOrganizationType,
    tag::kSamplesPerPixel,
    tag::kPhotometricInterpretation,
    tag::kPlanarConfiguration,
    tag::kNumberOfFrames,
    tag::kRows,
    tag::kColumns,
    tag::kBitsAllocated,
    tag::kBitsStored,
    tag::kPixelRepresentation,
    tag::kLossyImageCompression,
    tag::kLossyImageCompressionRatio,
    tag::kLossyImageCompressionMethod,
    tag::kTotalPixelMatrixColumns,
    tag::kTotalPixelMatrixRows,
    tag::kOpticalPathSequence,
    tag::kNumberOfOpticalPaths,
    tag::kNumberOfFocalPlanes,
    tag::kSharedFunctionalGroups,
};
static_assert(std::is_sorted(kTechnicalTags.begin(), kTechnicalTags.end()));

/// Sequences that must be known where elements do not state their type, whether there is a data dictionary or not.
constexpr std::array kSequenceTags = {tag::kPixelMeasuresSequence, tag::kOpticalPathSequence, tag::kPlanePositionSlideSequence,
                                      tag::kSharedFunctionalGroups, tag::kPerFrameFunctionalGroups};

enum class Encoding { Explicit, Implicit };

struct Element {
    Tag tag = 0;
    std::string_view type; ///< value representation; empty where not stated
    std::uint64_t offset = 0;
    std::uint64_t valueOffset = 0;
    std::uint32_t length = 0;

    bool hasLength() const { return length != kUndefinedLength; }
    std::uint64_t end() const { return valueOffset + length; }
};

/// The value representations of PS3.5.
constexpr std::array<std::string_view, 34> kTypes = {"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT",
                                                     "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST",
                                                     "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV"};
constexpr std::array<std::string_view, 13> kLongTypes = {"OB", "OD", "OF", "OL", "OV", "OW", "SQ",
                                                         "SV", "UC", "UN", "UR", "UT", "UV"};

template <typename Row, std::size_t size>
bool contains(const std::array<Row, size>& rows, const Row& row)
{
    return std::find(rows.begin(), rows.end(), row) != rows.end();
}

tl::unexpected<Error> damaged(const char* what)
{
    return fail(ErrorCode::SlideUnreadable, {}, what);
}

/// Sees what is inside sequences.
class Visitor {
public:
    virtual ~Visitor() = default;
    /// False: enough.
    virtual bool item(int depth) = 0;
    virtual bool value(const Element& element) = 0;
};

/// Steps from element to element. Small reads come from a window of the file.
class Walker {
public:
    explicit Walker(const RandomAccessFile& file) : m_file(file) {}

    std::uint64_t fileSize() const { return m_file.size(); }

    /// Whether all the bytes are there.
    bool read(std::uint64_t offset, std::span<std::byte> bytes)
    {
        if (offset > fileSize() || bytes.size() > fileSize() - offset)
            return false;
        if (bytes.size() > kWindowBytes)
            return m_file.read(offset, bytes).has_value();
        if (offset < m_windowOffset || offset + bytes.size() > m_windowOffset + m_window.size()) {
            m_windowOffset = offset;
            m_window.resize(std::min<std::uint64_t>(kWindowBytes, fileSize() - offset));
            if (!m_file.read(offset, m_window)) {
                m_window.clear();
                return false;
            }
        }
        std::memcpy(bytes.data(), m_window.data() + (offset - m_windowOffset), bytes.size());
        return true;
    }

    Result<Element> elementAt(std::uint64_t offset, Encoding encoding)
    {
        std::array<std::byte, 12> bytes{};
        if (!read(offset, std::span(bytes).first(8)))
            return damaged("it ends within an element");
        Element element{number(bytes, 0, 2) << 16 | number(bytes, 2, 2), {}, offset, offset + 8, number(bytes, 4, 4)};
        if (element.tag >> 16 != tag::kItem >> 16 && encoding == Encoding::Explicit) {
            const std::string_view stated(reinterpret_cast<const char*>(bytes.data()) + 4, 2);
            const auto type = std::find(kTypes.begin(), kTypes.end(), stated);
            if (type == kTypes.end())
                return damaged("an element of no known type");
            element.type = *type;
            if (contains(kLongTypes, *type)) {
                if (!read(offset, bytes))
                    return damaged("it ends within an element");
                element.length = number(bytes, 8, 4);
                element.valueOffset = offset + 12;
            } else {
                element.length = number(bytes, 6, 2);
            }
        }
        if (element.hasLength() && element.length > fileSize() - element.valueOffset)
            return damaged("an element reaches beyond the end of the file");
        return element;
    }

    /// The offset behind an element. Without a visitor, what has a length is stepped over.
    Result<std::uint64_t> walk(const Element& element, Encoding encoding, int depth, Visitor* visitor)
    {
        const bool isNested = isSequence(element, encoding, visitor);
        if (visitor && !isNested && !visitor->value(element))
            return damaged("it has too many elements");
        if (element.hasLength() && (!isNested || !visitor))
            return element.end();
        const bool isFragments = element.type == "OB" || element.type == "OW";
        if (!isNested && !isFragments)
            return damaged("an element without a length");
        if (depth >= kMaxDepth)
            return damaged("its elements are nested too deeply");
        const Encoding inside = element.type == "UN" ? Encoding::Implicit : encoding;
        std::uint64_t offset = element.valueOffset;
        while (!element.hasLength() || offset < element.end()) {
            const auto item = elementAt(offset, inside);
            if (!item)
                return tl::unexpected(item.error());
            if (item->tag == tag::kSequenceEnd && !element.hasLength())
                return item->valueOffset;
            if (item->tag != tag::kItem || (isFragments && !item->hasLength()))
                return damaged("a sequence with something other than items");
            if (visitor && !visitor->item(depth))
                return damaged("it has too many elements");
            auto end = isFragments ? Result<std::uint64_t>(item->end()) : walkItem(*item, inside, depth, visitor);
            if (!end)
                return end;
            offset = *end;
        }
        return offset == element.end() ? Result<std::uint64_t>(offset) : damaged("a sequence shorter than its items");
    }

    static std::uint32_t number(std::span<const std::byte> bytes, std::size_t at, std::size_t size)
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value |= std::to_integer<std::uint32_t>(bytes[at + i]) << 8 * i;
        return value;
    }

private:
    Result<std::uint64_t> walkItem(const Element& item, Encoding encoding, int depth, Visitor* visitor)
    {
        if (item.hasLength() && !visitor)
            return item.end();
        std::uint64_t offset = item.valueOffset;
        while (!item.hasLength() || offset < item.end()) {
            const auto element = elementAt(offset, encoding);
            if (!element)
                return tl::unexpected(element.error());
            if (element->tag == tag::kItemEnd && !item.hasLength())
                return element->valueOffset;
            if (element->tag >> 16 == tag::kItem >> 16)
                return damaged("an item that ends in the wrong place");
            auto end = walk(*element, encoding, depth + 1, visitor);
            if (!end)
                return end;
            offset = *end;
        }
        return offset == item.end() ? Result<std::uint64_t>(offset) : damaged("an item shorter than its elements");
    }

    static bool isSequence(const Element& element, Encoding encoding, const Visitor* visitor)
    {
        if (encoding == Encoding::Explicit)
            return element.type == "SQ" || (element.type == "UN" && !element.hasLength());
        if (!element.hasLength())
            return true;
        if (!visitor)
            return false;
        // The parser asks the same dictionary, so what it takes for a sequence has been checked here.
        const DcmTag known(static_cast<Uint16>(element.tag >> 16), static_cast<Uint16>(element.tag & 0xFFFF));
        return contains(kSequenceTags, element.tag) || known.getEVR() == EVR_SQ;
    }

    const RandomAccessFile& m_file;
    std::uint64_t m_windowOffset = 0;
    std::vector<std::byte> m_window;
};

class CountElements : public Visitor {
public:
    bool item(int) override { return ++m_count <= kMaxElements; }
    bool value(const Element&) override { return ++m_count <= kMaxElements; }

private:
    std::size_t m_count = 0;
};

class CollectPositions : public Visitor {
public:
    explicit CollectPositions(Walker& walker) : m_walker(walker) {}

    bool item(int depth) override
    {
        if (depth == 0)
            positions.emplace_back();
        return positions.size() <= kMaxFrames;
    }

    bool value(const Element& element) override
    {
        const bool isColumn = element.tag == tag::kColumnPosition;
        if ((!isColumn && element.tag != tag::kRowPosition) || element.length != 4 || positions.empty())
            return true;
        std::array<std::byte, 4> bytes{};
        if (m_walker.read(element.valueOffset, bytes))
            (isColumn ? positions.back().column : positions.back().row) =
                static_cast<std::int32_t>(Walker::number(bytes, 0, 4));
        return true;
    }

    std::vector<DicomFramePosition> positions;

private:
    Walker& m_walker;
};

std::string textOf(Walker& walker, const Element& element)
{
    std::string text(std::min<std::uint32_t>(element.length, 64), '\0');
    if (!walker.read(element.valueOffset, std::as_writable_bytes(std::span(text))))
        return {};
    text.erase(std::find_if(text.begin(), text.end(), [](char c) { return c == '\0' || c == ' '; }), text.end());
    return text;
}

/// Reads the file meta information into the scan; gives the offset behind it.
Result<std::uint64_t> scanMetaInformation(Walker& walker, DicomScan& scan)
{
    std::uint64_t offset = kPreambleBytes + 4;
    while (offset < walker.fileSize()) {
        // The data set that follows may be implicit, so its first element is not read as if it were explicit.
        std::array<std::byte, 2> group{};
        if (!walker.read(offset, group))
            return damaged("it ends within an element");
        if (Walker::number(group, 0, 2) != 2)
            break;
        const auto element = walker.elementAt(offset, Encoding::Explicit);
        if (!element)
            return tl::unexpected(element.error());
        if (!element->hasLength())
            return damaged("an element without a length");
        if (element->tag == tag::kTransferSyntax)
            scan.transferSyntax = textOf(walker, *element);
        offset = element->end();
    }
    if (scan.transferSyntax.empty())
        return damaged("it does not say how it is encoded");
    if (scan.transferSyntax == kExplicitBigEndian || scan.transferSyntax == kDeflatedLittleEndian)
        return fail(ErrorCode::UnsupportedSlide, {}, "a DICOM file in big endian or deflated encoding");
    scan.isImplicit = scan.transferSyntax == kImplicitLittleEndian;
    return offset;
}

Result<void> keep(Walker& walker, const Element& element, std::uint64_t end, DicomScan& scan)
{
    const std::uint64_t size = end - element.offset;
    if (size > kMaxElementBytes - scan.elements.size())
        return damaged("its description is too large");
    const std::size_t at = scan.elements.size();
    scan.elements.resize(at + size);
    if (!walker.read(element.offset, std::span(scan.elements).subspan(at)))
        return damaged("it cannot be read");
    return {};
}

}

bool isDicom(const RandomAccessFile& file)
{
    std::array<std::byte, 4> bytes{};
    return file.read(kPreambleBytes, bytes) && std::memcmp(bytes.data(), "DICM", 4) == 0;
}

Result<DicomScan> scanDicom(const RandomAccessFile& file)
{
    Walker walker(file);
    DicomScan scan;
    const auto start = scanMetaInformation(walker, scan);
    if (!start)
        return tl::unexpected(start.error());
    const Encoding encoding = scan.isImplicit ? Encoding::Implicit : Encoding::Explicit;
    CountElements counter;
    CollectPositions positions(walker);
    std::uint64_t offset = *start;
    while (offset < file.size() && !scan.pixelData) {
        const auto element = walker.elementAt(offset, encoding);
        if (!element)
            return tl::unexpected(element.error());
        const DicomValue value{element->valueOffset,
                               element->hasLength() ? element->length : file.size() - element->valueOffset,
                               !element->hasLength()};
        if (element->tag == tag::kPixelData) {
            scan.pixelData = value;
            break;
        }
        if (element->tag == tag::kExtendedOffsetTable)
            scan.extendedOffsets = value;
        if (element->tag == tag::kExtendedOffsetTableLengths)
            scan.extendedLengths = value;
        const bool isTechnical = contains(kTechnicalTags, element->tag);
        Visitor* const visitor = element->tag == tag::kPerFrameFunctionalGroups ? static_cast<Visitor*>(&positions)
                                 : isTechnical                                  ? &counter
                                                                                : nullptr;
        const auto end = walker.walk(*element, encoding, 0, visitor);
        if (!end)
            return tl::unexpected(end.error());
        if (isTechnical) {
            if (const auto kept = keep(walker, *element, *end, scan); !kept)
                return tl::unexpected(kept.error());
        }
        offset = *end;
    }
    scan.positions = std::move(positions.positions);
    return scan;
}

}
