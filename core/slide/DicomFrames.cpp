#include "slide/DicomFrames.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrledec.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include "image/JpegTile.h"
#include "slide/DicomNames.h"

namespace isostain {

using namespace dicom;

namespace {

using Bytes = std::vector<std::byte>;

enum class PixelEncoding { Native, Jpeg, Rle };

struct SyntaxEncoding {
    std::string_view uid;
    PixelEncoding encoding;
};

constexpr std::array kSyntaxes = {
    SyntaxEncoding{kImplicitLittleEndian, PixelEncoding::Native},
    SyntaxEncoding{kExplicitLittleEndian, PixelEncoding::Native},
    SyntaxEncoding{kJpegBaseline, PixelEncoding::Jpeg},
    SyntaxEncoding{kJpegExtended, PixelEncoding::Jpeg},
    SyntaxEncoding{kRleLossless, PixelEncoding::Rle},
};

const SyntaxEncoding* syntaxOf(const DicomImage& image)
{
    const auto found = std::find_if(kSyntaxes.begin(), kSyntaxes.end(),
                                    [&](const SyntaxEncoding& row) { return row.uid == image.transferSyntax; });
    return found == kSyntaxes.end() ? nullptr : &*found;
}

/// Why images of this kind are not read; empty where they are.
std::string unsupportedFeature(const DicomImage& image)
{
    const SyntaxEncoding* const syntax = syntaxOf(image);
    if (!syntax) {
        const DcmXfer transfer(image.transferSyntax.c_str());
        return transfer.getXfer() == EXS_Unknown ? "pixels in an unknown encoding"
                                                 : std::string("pixels in ") + transfer.getXferName();
    }
    if (image.isConcatenation)
        return "one image spread over several files (a concatenation)";
    if (image.focalPlanes > 1)
        return std::to_string(image.focalPlanes) + " focal planes";
    if (image.opticalPaths > 1)
        return std::to_string(image.opticalPaths) + " optical paths";
    if (image.samplesPerPixel != 3)
        return std::to_string(image.samplesPerPixel) + " samples per pixel, not RGB";
    if (image.bitsAllocated != 8 || image.bitsStored != 8 || image.isSigned)
        return "pixels that are not 8-bit";
    if (image.tiling == DicomImage::Tiling::Unstated)
        return "frames of which it does not say where they belong";
    const std::string& photometric = image.photometricInterpretation;
    const bool isJpeg = syntax->encoding == PixelEncoding::Jpeg;
    if (photometric != "RGB" && !(isJpeg && (photometric == "YBR_FULL_422" || photometric == "YBR_FULL")))
        return "a photometric interpretation other than RGB";
    return {};
}

tl::unexpected<Error> damaged(const char* what)
{
    return fail(ErrorCode::SlideUnreadable, {}, what);
}

template <typename Number>
Number littleEndian(std::span<const std::byte> bytes, std::size_t at)
{
    Number value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        value |= static_cast<Number>(std::to_integer<Number>(bytes[at + i]) << 8 * i);
    return value;
}

/// An item of encapsulated pixel data.
struct ItemHeader {
    static constexpr std::uint64_t kBytes = 8;

    std::uint32_t tag = 0;
    std::uint32_t length = 0;
};

std::optional<ItemHeader> itemAt(const RandomAccessFile& file, std::uint64_t offset)
{
    std::array<std::byte, ItemHeader::kBytes> bytes{};
    if (!file.read(offset, bytes))
        return {};
    const ItemHeader header{std::uint32_t(littleEndian<std::uint16_t>(bytes, 0)) << 16 | littleEndian<std::uint16_t>(bytes, 2),
                            littleEndian<std::uint32_t>(bytes, 4)};
    if (header.length > file.size() - offset - ItemHeader::kBytes)
        return {};
    return header;
}

/// Where the frames of an image are in its file.
class FrameTable {
public:
    /// Errors: SlideUnreadable, UnsupportedSlide.
    static Result<FrameTable> of(const DicomImage& image, PixelEncoding encoding)
    {
        FrameTable table;
        table.m_frameBytes = std::uint64_t(image.grid.frameWidth) * static_cast<std::uint64_t>(image.grid.frameHeight) * 3;
        if (!image.pixelData)
            return damaged("it has no pixel data");
        const DicomValue& data = *image.pixelData;
        if (data.isOpenEnded != (encoding != PixelEncoding::Native))
            return damaged("its pixel data is not encoded as it says");
        const auto count = static_cast<std::uint64_t>(image.frameCount);
        const std::uint64_t leastBytes = encoding == PixelEncoding::Native ? table.m_frameBytes : ItemHeader::kBytes;
        if (image.frameCount < 1 || count > data.size / leastBytes)
            return damaged("it is too short for its frames");
        if (encoding == PixelEncoding::Native) {
            table.m_start = data.offset;
            return table;
        }
        if (const auto filled = table.fill(image, count); !filled)
            return tl::unexpected(filled.error());
        // The last frame tells at once of a copy that was broken off.
        const auto last = itemAt(*image.file, table.m_items.back());
        if (!last || last->tag != tag::kItem)
            return damaged("its pixel data ends early");
        return table;
    }

    /// The bytes of one frame, its fragments put together. Errors: TileUnreadable.
    Result<Bytes> read(const RandomAccessFile& file, std::int64_t frame) const
    {
        if (m_items.empty())
            return readBytes(file, m_start + static_cast<std::uint64_t>(frame) * m_frameBytes, m_frameBytes);
        const auto index = static_cast<std::size_t>(frame);
        const std::uint64_t end = index + 1 < m_items.size() ? m_items[index + 1] : file.size();
        Bytes bytes;
        for (std::uint64_t offset = m_items[index]; offset < end;) {
            const auto item = itemAt(file, offset);
            if (!item || (item->tag != tag::kItem && item->tag != tag::kSequenceEnd))
                return fail(ErrorCode::TileUnreadable, {}, "a frame is not where the offset table says");
            if (item->tag == tag::kSequenceEnd)
                break;
            // Compressed frames are hardly ever larger than their pixels.
            if (bytes.size() + item->length > 2 * m_frameBytes + kSmallFrameBytes)
                return fail(ErrorCode::TileUnreadable, {}, "a frame larger than its pixels");
            auto fragment = readBytes(file, offset + ItemHeader::kBytes, item->length);
            if (!fragment)
                return fragment;
            bytes.insert(bytes.end(), fragment->begin(), fragment->end());
            offset += ItemHeader::kBytes + item->length;
            if (m_fragments == Fragments::One)
                break;
        }
        return bytes;
    }

private:
    enum class Fragments { One, Any };

    static constexpr std::uint64_t kSmallFrameBytes = 65536;

    static Result<Bytes> readBytes(const RandomAccessFile& file, std::uint64_t offset, std::uint64_t size)
    {
        Bytes bytes(size);
        if (const auto read = file.read(offset, bytes); !read)
            return fail(ErrorCode::TileUnreadable, {}, read.error().detail);
        return bytes;
    }

    Result<void> fill(const DicomImage& image, std::uint64_t count)
    {
        const RandomAccessFile& file = *image.file;
        const auto basic = itemAt(file, image.pixelData->offset);
        if (!basic || basic->tag != tag::kItem)
            return damaged("its pixel data does not begin with an offset table");
        const std::uint64_t first = image.pixelData->offset + ItemHeader::kBytes + basic->length;
        if (image.extendedOffsets)
            return fillFromExtendedTable(image, first, count);
        if (count == 1) {
            m_items = {first};
            m_fragments = Fragments::Any;
            return {};
        }
        if (basic->length > 0)
            return fillFromBasicTable(file, image.pixelData->offset + ItemHeader::kBytes, basic->length, first, count);
        return fillFromItems(file, first, count);
    }

    Result<void> fillFromExtendedTable(const DicomImage& image, std::uint64_t first, std::uint64_t count)
    {
        if (image.extendedOffsets->size != count * 8)
            return damaged("its offset table has another number of frames");
        Bytes bytes(count * 8);
        if (!image.file->read(image.extendedOffsets->offset, bytes))
            return damaged("its offset table cannot be read");
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto offset = littleEndian<std::uint64_t>(bytes, i * 8);
            if (offset > image.file->size() - first)
                return damaged("a frame lies beyond the end of the file");
            m_items.push_back(first + offset);
        }
        m_fragments = Fragments::One; // PS3.5, A.4: these tables allow no fragments
        return {};
    }

    Result<void> fillFromBasicTable(const RandomAccessFile& file, std::uint64_t at, std::uint32_t length, std::uint64_t first,
                                    std::uint64_t count)
    {
        if (length != count * 4)
            return damaged("its offset table has another number of frames");
        Bytes bytes(length);
        if (!file.read(at, bytes))
            return damaged("its offset table cannot be read");
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::uint64_t offset = first + littleEndian<std::uint32_t>(bytes, i * 4);
            if (offset >= file.size())
                return damaged("a frame lies beyond the end of the file");
            if (i == 0 ? offset != first : offset <= m_items.back())
                return fillFromItems(file, first, count); // past 4 GiB the numbers begin again from 0
            m_items.push_back(offset);
        }
        m_fragments = Fragments::Any;
        return {};
    }

    Result<void> fillFromItems(const RandomAccessFile& file, std::uint64_t first, std::uint64_t count)
    {
        m_items.clear();
        std::uint64_t offset = first;
        for (;;) {
            const auto item = itemAt(file, offset);
            if (!item)
                return damaged("its pixel data ends early");
            if (item->tag == tag::kSequenceEnd)
                break;
            if (item->tag != tag::kItem)
                return damaged("its pixel data is not made of items");
            if (m_items.size() == count)
                return fail(ErrorCode::UnsupportedSlide, {}, "a DICOM image with frames in fragments and no offset table");
            m_items.push_back(offset);
            offset += ItemHeader::kBytes + item->length;
        }
        if (m_items.size() != count)
            return damaged("it has fewer frames than it says");
        m_fragments = Fragments::One;
        return {};
    }

    std::uint64_t m_frameBytes = 0;
    std::uint64_t m_start = 0;          ///< of uncompressed frames
    std::vector<std::uint64_t> m_items; ///< offsets of the first item of each compressed frame
    Fragments m_fragments = Fragments::One;
};

/// Which frame stands where in the grid.
class FramePlaces {
public:
    /// Errors: SlideUnreadable, UnsupportedSlide.
    static Result<FramePlaces> of(const DicomImage& image)
    {
        FramePlaces places;
        places.m_columns = image.grid.columns();
        if (image.tiling == DicomImage::Tiling::Full) {
            if (image.frameCount % places.m_columns != 0 || image.frameCount / places.m_columns != image.grid.rows())
                return damaged("the number of its frames is not that of its tiles");
            return places;
        }
        if (static_cast<std::int64_t>(image.positions.size()) != image.frameCount)
            return damaged("it does not say where each frame is");
        places.m_isFull = false;
        for (const DicomFramePosition& position : image.positions) {
            const std::int64_t x = std::int64_t(position.column) - 1;
            const std::int64_t y = std::int64_t(position.row) - 1;
            if (x < 0 || y < 0 || x >= image.grid.width || y >= image.grid.height)
                return damaged("a frame lies outside the slide");
            if (x % image.grid.frameWidth != 0 || y % image.grid.frameHeight != 0)
                return fail(ErrorCode::UnsupportedSlide, {}, "a DICOM image whose frames form no grid");
            places.m_frames.emplace_back(y / image.grid.frameHeight * places.m_columns + x / image.grid.frameWidth,
                                         static_cast<std::int64_t>(places.m_frames.size()));
        }
        std::sort(places.m_frames.begin(), places.m_frames.end());
        const auto samePlace = [](const auto& a, const auto& b) {
            return a.first == b.first;
        };
        if (std::adjacent_find(places.m_frames.begin(), places.m_frames.end(), samePlace) != places.m_frames.end())
            return fail(ErrorCode::UnsupportedSlide, {}, "a DICOM image with several frames at one place");
        return places;
    }

    /// Nothing where the place is empty.
    std::optional<std::int64_t> frameAt(std::int64_t column, std::int64_t row) const
    {
        const std::int64_t place = row * m_columns + column;
        if (m_isFull)
            return place;
        const auto found = std::lower_bound(m_frames.begin(), m_frames.end(), std::pair(place, std::int64_t(0)));
        return found != m_frames.end() && found->first == place ? std::optional(found->second) : std::nullopt;
    }

private:
    std::int64_t m_columns = 0;
    bool m_isFull = true;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_frames; ///< place and frame, sorted
};

/// What a stream itself says of its colors, which is what its encoder did; nothing where it is silent.
std::optional<JpegColorModel> statedColorModel(std::span<const std::byte> stream)
{
    constexpr std::size_t kAdobeTransform = 11;
    const auto byte = [&](std::size_t at) {
        return std::to_integer<unsigned>(stream[at]);
    };
    std::size_t at = 2;
    while (at + 4 <= stream.size() && byte(at) == 0xFF && byte(at + 1) >= 0xE0 && byte(at + 1) <= 0xFE) {
        const std::size_t length = byte(at + 2) << 8 | byte(at + 3);
        const std::span<const std::byte> segment = stream.subspan(at + 4, std::min(length, stream.size() - at - 4));
        const auto begins = [&](std::string_view text) {
            return segment.size() >= text.size() && std::memcmp(segment.data(), text.data(), text.size()) == 0;
        };
        if (byte(at + 1) == 0xE0 && begins("JFIF"))
            return JpegColorModel::YCbCr;
        if (byte(at + 1) == 0xEE && begins("Adobe") && segment.size() > kAdobeTransform)
            return std::to_integer<unsigned>(segment[kAdobeTransform]) == 0 ? JpegColorModel::Rgb : JpegColorModel::YCbCr;
        at += 2 + length;
    }
    return {};
}

class DicomFrames : public FrameSource {
public:
    DicomFrames(const DicomImage& image, PixelEncoding encoding, FrameTable table, FramePlaces places)
        : FrameSource(image.grid),
          m_file(image.file),
          m_encoding(encoding),
          m_table(std::move(table)),
          m_places(std::move(places)),
          m_isPlanar(image.isPlanar),
          m_colorModel(image.photometricInterpretation == "RGB" ? JpegColorModel::Rgb : JpegColorModel::YCbCr)
    {
    }

    Result<BgrxImage> readFrame(std::int64_t column, std::int64_t row) const override
    {
        const auto frame = m_places.frameAt(column, row);
        if (!frame)
            return BgrxImage{};
        auto bytes = m_table.read(*m_file, *frame);
        if (!bytes)
            return tl::unexpected(bytes.error());
        switch (m_encoding) {
        case PixelEncoding::Jpeg:
            return decodeJpeg(*bytes);
        case PixelEncoding::Rle:
            return decodeRle(*bytes);
        case PixelEncoding::Native:
            break;
        }
        return m_isPlanar ? fromPlanes(*bytes) : fromPixels(*bytes);
    }

private:
    int width() const { return grid().frameWidth; }
    int height() const { return grid().frameHeight; }

    Result<BgrxImage> decodeJpeg(const Bytes& stream) const
    {
        BgrxImage image = makeBgrxImage(width(), height());
        const JpegTileFormat format{statedColorModel(stream).value_or(m_colorModel), {}};
        if (const auto decoded = decodeJpegTile(stream, format, image); !decoded)
            return fail(ErrorCode::TileUnreadable, {}, decoded.error().detail);
        return image;
    }

    /// PS3.5, annex G: a header of 64 bytes says where each plane begins.
    Result<BgrxImage> decodeRle(Bytes& stream) const
    {
        constexpr std::size_t kHeaderBytes = 64;
        constexpr std::size_t kPlanes = 3;
        if (stream.size() < kHeaderBytes || littleEndian<std::uint32_t>(stream, 0) != kPlanes)
            return fail(ErrorCode::TileUnreadable, {}, "a frame without three planes");
        const std::size_t planeBytes = std::size_t(width()) * static_cast<std::size_t>(height());
        Bytes planes(kPlanes * planeBytes);
        for (std::size_t i = 0; i < kPlanes; ++i) {
            const std::size_t begin = littleEndian<std::uint32_t>(stream, 4 + 4 * i);
            const std::size_t end = i + 1 < kPlanes ? littleEndian<std::uint32_t>(stream, 8 + 4 * i) : stream.size();
            if (begin < kHeaderBytes || begin > end || end > stream.size())
                return fail(ErrorCode::TileUnreadable, {}, "a frame whose planes lie outside it");
            DcmRLEDecoder decoder(planeBytes);
            decoder.decompress(stream.data() + begin, end - begin); // a padding byte may follow, so only the size tells
            if (decoder.size() != planeBytes)
                return fail(ErrorCode::TileUnreadable, {}, "a frame that ends early");
            std::memcpy(planes.data() + i * planeBytes, decoder.getOutputBuffer(), planeBytes);
        }
        return fromPlanes(planes);
    }

    BgrxImage fromPixels(Bytes& pixels) const { return toBgrx(RgbImage{cv::Mat(height(), width(), CV_8UC3, pixels.data())}); }

    BgrxImage fromPlanes(Bytes& pixels) const
    {
        std::vector<cv::Mat> planes;
        for (std::size_t i = 0; i < 3; ++i)
            planes.emplace_back(height(), width(), CV_8UC1, pixels.data() + i * pixels.size() / 3);
        RgbImage image;
        cv::merge(planes, image.pixels);
        return toBgrx(image);
    }

    SharedFile m_file;
    PixelEncoding m_encoding;
    FrameTable m_table;
    FramePlaces m_places;
    bool m_isPlanar;
    JpegColorModel m_colorModel;
};

}

Result<FrameSourcePtr> makeDicomFrames(const DicomImage& image)
{
    if (const std::string feature = unsupportedFeature(image); !feature.empty())
        return fail(ErrorCode::UnsupportedSlide, {}, "a DICOM image with " + feature);
    if (const auto checked = checkFrameGrid(image.grid, image.file->size()); !checked)
        return tl::unexpected(checked.error());
    const PixelEncoding encoding = syntaxOf(image)->encoding;
    auto table = FrameTable::of(image, encoding);
    if (!table)
        return tl::unexpected(table.error());
    auto places = FramePlaces::of(image);
    if (!places)
        return tl::unexpected(places.error());
    return std::make_unique<const DicomFrames>(image, encoding, *std::move(table), *std::move(places));
}

}
