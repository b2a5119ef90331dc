#include "export/TileEncoder.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "export/TiffFile.h"
#include "export/TiffTags.h"

namespace isostain {

namespace {

/// A JPEG stream taken apart as TIFF wants it: tables once per file, the rest per tile.
struct SplitJpeg {
    std::vector<std::byte> tables;
    std::vector<std::byte> picture;
};

/// Stained tissue gets 1 % smaller at libtiff's own level 6, in one and a half times the time.
constexpr int kDeflateLevel = 3;

constexpr unsigned kStartOfImage = 0xD8;
constexpr unsigned kEndOfImage = 0xD9;
constexpr unsigned kStartOfScan = 0xDA;
constexpr unsigned kQuantizationTables = 0xDB;
constexpr unsigned kHuffmanTables = 0xC4;
constexpr unsigned kJfifHeader = 0xE0;

void appendMarker(std::vector<std::byte>& target, unsigned marker)
{
    target.push_back(std::byte(0xFF));
    target.push_back(std::byte(marker));
}

/// `stream` is a baseline JFIF stream of our own encoder; nothing is returned for anything else.
std::optional<SplitJpeg> split(std::span<const std::byte> stream)
{
    const auto byteAt = [&](std::size_t at) { return std::to_integer<unsigned>(stream[at]); };
    SplitJpeg parts;
    appendMarker(parts.tables, kStartOfImage);
    appendMarker(parts.picture, kStartOfImage);
    std::size_t at = 2;
    while (at + 4 <= stream.size() && byteAt(at) == 0xFF) {
        const unsigned marker = byteAt(at + 1);
        const std::size_t length = 2 + (byteAt(at + 2) << 8) + byteAt(at + 3);
        if (marker == kStartOfScan) {
            parts.picture.insert(parts.picture.end(), stream.begin() + static_cast<std::ptrdiff_t>(at), stream.end());
            appendMarker(parts.tables, kEndOfImage);
            return parts;
        }
        if (at + length > stream.size())
            return std::nullopt;
        const auto segment = stream.subspan(at, length);
        if (marker == kQuantizationTables || marker == kHuffmanTables)
            parts.tables.insert(parts.tables.end(), segment.begin(), segment.end());
        else if (marker != kJfifHeader)
            parts.picture.insert(parts.picture.end(), segment.begin(), segment.end());
        at += length;
    }
    return std::nullopt;
}

Result<SplitJpeg> encodeSplit(JpegEncoder& encoder, const BgrxImage& image)
{
    const auto stream = encoder.encode(image);
    if (!stream)
        return tl::unexpected(stream.error());
    auto parts = split(*stream);
    if (!parts)
        return fail(ErrorCode::Internal, "JPEG", "unexpected layout of the stream");
    return std::move(*parts);
}

constexpr std::size_t kMostUniformColors = 64;

std::optional<std::uint32_t> uniformColor(const BgrxImage& tile)
{
    const std::uint32_t color = tile.row(0)[0];
    for (int y = 0; y < tile.height(); ++y) {
        const std::uint32_t* row = tile.row(y);
        if (std::any_of(row, row + tile.width(), [color](std::uint32_t pixel) { return pixel != color; }))
            return std::nullopt;
    }
    return color;
}

}

BgrxImage paddedTile(const BgrxImage& tile, int size)
{
    if (tile.width() == size && tile.height() == size)
        return tile;
    BgrxImage full;
    cv::copyMakeBorder(tile.pixels, full.pixels, 0, size - tile.height(), 0, size - tile.width(), cv::BORDER_REPLICATE);
    return full;
}

TileEncoder::TileEncoder(const TileFormat& format, JpegStreams streams)
    : m_compression(format.compression), m_tileSize(format.tileSize), m_streams(streams),
      m_jpeg(format.quality, format.subsampling)
{
}

Result<std::vector<std::byte>> TileEncoder::encode(const BgrxImage& tile)
{
    const BgrxImage full = paddedTile(tile, m_tileSize);
    if (m_compression != TiffCompression::Jpeg)
        return encodeLossless(toRgb(full));
    if (m_streams == JpegStreams::Complete)
        return m_jpeg.encode(full);
    auto parts = encodeSplit(m_jpeg, full);
    if (!parts)
        return tl::unexpected(parts.error());
    return std::move(parts->picture);
}

/// libtiff's own codecs, on a TIFF of one tile in memory, so that tiles can be compressed side by side.
Result<std::vector<std::byte>> TileEncoder::encodeLossless(const RgbImage& tile) const
{
    const std::size_t size = tile.pixels.total() * tile.pixels.elemSize();
    const auto* pixels = reinterpret_cast<const std::byte*>(tile.pixels.data);
    if (m_compression == TiffCompression::None)
        return std::vector<std::byte>(pixels, pixels + size);

    const MemoryTiff memory;
    TIFF* tiff = memory.handle();
    setTileTags(tiff, m_tileSize, m_tileSize, m_tileSize, m_compression);
    if (m_compression == TiffCompression::Deflate)
        TIFFSetField(tiff, TIFFTAG_ZIPQUALITY, kDeflateLevel);
    if (TIFFWriteEncodedTile(tiff, 0, const_cast<std::byte*>(pixels), static_cast<tmsize_t>(size)) < 0)
        return fail(ErrorCode::Internal, "TIFF", "a tile could not be compressed");
    const auto first = memory.bytes().begin() + static_cast<std::ptrdiff_t>(TIFFGetStrileOffset(tiff, 0));
    return std::vector<std::byte>(first, first + static_cast<std::ptrdiff_t>(TIFFGetStrileByteCount(tiff, 0)));
}

Result<std::vector<std::byte>> TileEncoderPool::encode(const BgrxImage& tile)
{
    const auto color = uniformColor(tile);
    if (!color)
        return encodeWithIdle(tile);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_uniform.find(*color); known != m_uniform.end())
            return known->second;
    }
    auto bytes = encodeWithIdle(tile);
    const std::lock_guard lock(m_mutex);
    if (bytes && m_uniform.size() < kMostUniformColors)
        m_uniform.try_emplace(*color, *bytes);
    return bytes;
}

Result<std::vector<std::byte>> TileEncoderPool::encodeWithIdle(const BgrxImage& tile)
{
    std::unique_ptr<TileEncoder> encoder;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            encoder = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (!encoder)
        encoder = std::make_unique<TileEncoder>(m_format, m_streams);
    auto bytes = encoder->encode(tile);
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(encoder));
    return bytes;
}

Result<std::vector<std::byte>> jpegTables(const TileFormat& format)
{
    // The tables depend on the quality alone, so any picture gives them.
    JpegEncoder encoder(format.quality, format.subsampling);
    auto parts = encodeSplit(encoder, makeBgrxImage(16, 16, 0xFFFFFF));
    if (!parts)
        return tl::unexpected(parts.error());
    return std::move(parts->tables);
}

}
