#include "slide/TiffFrames.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace isostain {

namespace {

/// No header and no tile needs more.
constexpr tmsize_t kMaxAllocation = tmsize_t(256) << 20;
constexpr std::uint16_t kMaxSubDirectories = 64;
constexpr int kMaxDirectories = 256;

struct CompressionName {
    std::uint16_t compression;
    const char* name;
};

constexpr std::array kCompressions = {
    CompressionName{COMPRESSION_NONE, "none"},       CompressionName{COMPRESSION_LZW, "LZW"},
    CompressionName{COMPRESSION_JPEG, "JPEG"},       CompressionName{COMPRESSION_ADOBE_DEFLATE, "deflate"},
    CompressionName{COMPRESSION_DEFLATE, "deflate"},
};

/// Why pictures of this kind are not read; empty where they are.
std::string unsupportedFeature(const TiffDirectory& directory)
{
    if (directory.bitsPerSample != 8 ||
        (directory.sampleFormat != SAMPLEFORMAT_UINT && directory.sampleFormat != SAMPLEFORMAT_VOID))
        return std::to_string(directory.bitsPerSample) + " bits per sample";
    if (directory.samplesPerPixel != 3)
        return std::to_string(directory.samplesPerPixel) + " samples per pixel";
    if (compressionName(directory.compression).empty())
        return "TIFF compression " + std::to_string(directory.compression);
    const bool isJpegYcc = directory.photometric == PHOTOMETRIC_YCBCR && directory.compression == COMPRESSION_JPEG;
    if (directory.photometric != PHOTOMETRIC_RGB && !isJpegYcc)
        return "TIFF photometric interpretation " + std::to_string(directory.photometric);
    return {};
}

class TiffFrames : public FrameSource {
public:
    TiffFrames(SharedFile file, const TiffDirectory& directory)
        : FrameSource(directory.grid),
          m_file(std::move(file)),
          m_directory(directory)
    {
    }

    Result<BgrxImage> readFrame(std::int64_t column, std::int64_t row) const override
    {
        auto stream = take();
        if (!stream)
            return tl::unexpected(stream.error());
        auto image = decode(**stream, column, row);
        if (image)
            giveBack(*std::move(stream));
        return image;
    }

private:
    Result<std::unique_ptr<TiffStream>> take() const
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                auto stream = std::move(m_idle.back());
                m_idle.pop_back();
                return stream;
            }
        }
        auto stream = TiffStream::open(m_file, TiffStream::Start::NoDirectory);
        if (!stream || TIFFSetSubDirectory(stream->get(), m_directory.offset) != 1)
            return fail(ErrorCode::TileUnreadable, {}, stream ? stream->complaint() : std::string());
        if (m_directory.photometric == PHOTOMETRIC_YCBCR)
            TIFFSetField(stream->get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        return stream;
    }

    void giveBack(std::unique_ptr<TiffStream> stream) const
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(stream));
    }

    Result<BgrxImage> decode(TiffStream& stream, std::int64_t column, std::int64_t row) const
    {
        const bool isPlanar = m_directory.planarConfiguration == PLANARCONFIG_SEPARATE;
        const int height =
            m_directory.isTiled
                ? grid().frameHeight
                : static_cast<int>(std::min<std::int64_t>(grid().frameHeight, grid().height - row * grid().frameHeight));
        std::vector<cv::Mat> planes;
        for (std::uint16_t plane = 0; plane < (isPlanar ? 3 : 1); ++plane) {
            const std::uint32_t piece = pieceOf(stream.get(), column, row, plane);
            if (TIFFGetStrileByteCount(stream.get(), piece) == 0)
                return BgrxImage{}; // sparse: nothing was scanned here
            planes.emplace_back(height, grid().frameWidth, isPlanar ? CV_8UC1 : CV_8UC3);
            if (auto read = readPiece(stream, piece, planes.back()); !read)
                return tl::unexpected(read.error());
        }
        if (!isPlanar)
            return toBgrx(RgbImage{planes.front()});
        RgbImage rgb;
        cv::merge(planes, rgb.pixels);
        return toBgrx(rgb);
    }

    std::uint32_t pieceOf(TIFF* tiff, std::int64_t column, std::int64_t row, std::uint16_t plane) const
    {
        const auto x = static_cast<std::uint32_t>(column * grid().frameWidth);
        const auto y = static_cast<std::uint32_t>(row * grid().frameHeight);
        return m_directory.isTiled ? TIFFComputeTile(tiff, x, y, 0, plane) : TIFFComputeStrip(tiff, y, plane);
    }

    Result<void> readPiece(TiffStream& stream, std::uint32_t piece, cv::Mat& pixels) const
    {
        stream.clearComplaint();
        const auto size = static_cast<tmsize_t>(pixels.total() * pixels.elemSize());
        const tmsize_t count = m_directory.isTiled ? TIFFReadEncodedTile(stream.get(), piece, pixels.data, size)
                                                   : TIFFReadEncodedStrip(stream.get(), piece, pixels.data, size);
        // libtiff only warns of a JPEG stream that ends early, and half a tile is worse than none.
        if (count != size || !stream.complaint().empty())
            return fail(ErrorCode::TileUnreadable, {}, stream.complaint());
        return {};
    }

    SharedFile m_file;
    TiffDirectory m_directory;
    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<TiffStream>> m_idle; ///< as many as have been used at once
};

}

/// What libtiff calls.
struct TiffStreamProcedures {
    static TiffStream& self(thandle_t handle) { return *static_cast<TiffStream*>(handle); }

    static tmsize_t read(thandle_t handle, void* data, tmsize_t size)
    {
        TiffStream& stream = self(handle);
        const std::uint64_t left = stream.m_file->size() - std::min(stream.m_position, stream.m_file->size());
        const std::uint64_t count = std::min(left, static_cast<std::uint64_t>(std::max<tmsize_t>(0, size)));
        if (!stream.m_file->read(stream.m_position, {static_cast<std::byte*>(data), count}))
            return 0;
        stream.m_position += count;
        return static_cast<tmsize_t>(count);
    }

    static tmsize_t write(thandle_t, void*, tmsize_t) { return 0; }

    static toff_t seek(thandle_t handle, toff_t offset, int whence)
    {
        TiffStream& stream = self(handle);
        const std::uint64_t origin = whence == SEEK_CUR ? stream.m_position : whence == SEEK_END ? stream.m_file->size() : 0;
        stream.m_position = origin + offset;
        return stream.m_position;
    }

    static int close(thandle_t) { return 0; }
    static toff_t size(thandle_t handle) { return self(handle).m_file->size(); }
    static int map(thandle_t, void**, toff_t*) { return 0; }
    static void unmap(thandle_t, void*, toff_t) {}

    static int remember(TIFF*, void* user, const char*, const char* format, std::va_list arguments)
    {
        std::string& complaint = self(user).m_complaint;
        if (complaint.empty()) {
            char text[1024];
            std::vsnprintf(text, sizeof text, format, arguments);
            complaint = text;
        }
        return 1;
    }
};

std::unique_ptr<TiffStream> TiffStream::open(SharedFile file, Start start)
{
    std::unique_ptr<TiffStream> stream(new TiffStream(std::move(file)));
    TIFFOpenOptions* const options = TIFFOpenOptionsAlloc();
    if (!options)
        return nullptr;
    using Procedures = TiffStreamProcedures;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, kMaxAllocation);
    TIFFOpenOptionsSetErrorHandlerExtR(options, Procedures::remember, stream.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options, Procedures::remember, stream.get());
    // m: no memory mapping. O: offsets of tiles are read as they are needed. h: no directory is read yet.
    const char* const mode = start == Start::FirstDirectory ? "rmO" : "rmOh";
    stream->m_tiff = TIFFClientOpenExt("", mode, stream.get(), Procedures::read, Procedures::write, Procedures::seek,
                                       Procedures::close, Procedures::size, Procedures::map, Procedures::unmap, options);
    TIFFOpenOptionsFree(options);
    return stream->m_tiff ? std::move(stream) : nullptr;
}

TiffStream::~TiffStream()
{
    if (m_tiff)
        TIFFClose(m_tiff);
}

TiffDirectory currentDirectory(const TiffStream& stream)
{
    TIFF* const tiff = stream.get();
    TiffDirectory directory;
    directory.offset = TIFFCurrentDirOffset(tiff);
    directory.isTiled = TIFFIsTiled(tiff) != 0;
    std::uint32_t width = 0, height = 0, frameWidth = 0, frameHeight = 0, subfileType = 0;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
    if (directory.isTiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &frameWidth);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &frameHeight);
    } else {
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &frameHeight);
        frameWidth = width;
        frameHeight = std::min(frameHeight, height);
    }
    const auto side = [](std::uint32_t value) {
        return static_cast<int>(std::min<std::uint32_t>(value, 1u << 30));
    };
    directory.grid = {width, height, side(frameWidth), side(frameHeight)};
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SUBFILETYPE, &subfileType);
    directory.isReduced = (subfileType & FILETYPE_REDUCEDIMAGE) != 0;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &directory.compression);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &directory.photometric);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &directory.bitsPerSample);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &directory.samplesPerPixel);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &directory.planarConfiguration);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &directory.sampleFormat);
    std::uint16_t count = 0;
    const std::uint64_t* offsets = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_SUBIFD, &count, &offsets) == 1 && offsets)
        directory.subDirectories.assign(offsets, offsets + std::min(count, kMaxSubDirectories));
    return directory;
}

std::string compressionName(std::uint16_t compression)
{
    const auto found = std::find_if(kCompressions.begin(), kCompressions.end(),
                                    [compression](const CompressionName& row) { return row.compression == compression; });
    return found == kCompressions.end() ? "" : found->name;
}

Result<FrameSourcePtr> makeTiffFrames(SharedFile file, const TiffDirectory& directory)
{
    if (const std::string feature = unsupportedFeature(directory); !feature.empty())
        return fail(ErrorCode::UnsupportedSlide, {}, "a TIFF with " + feature);
    if (const auto checked = checkFrameGrid(directory.grid, file->size()); !checked)
        return tl::unexpected(checked.error());
    return std::make_unique<const TiffFrames>(std::move(file), directory);
}

namespace {

bool hasGap(const TiffStream& stream)
{
    const std::uint32_t tiles = TIFFNumberOfTiles(stream.get());
    for (std::uint32_t tile = 0; tile < tiles; ++tile)
        if (TIFFGetStrileByteCount(stream.get(), tile) == 0)
            return true;
    return false;
}

/// The tiled, lossless ones of the main chain.
std::vector<TiffDirectory> losslessDirectories(const TiffStream& stream, TiffKind kind)
{
    std::vector<TiffDirectory> found;
    int seen = 0;
    do {
        const TiffDirectory directory = currentDirectory(stream);
        if (!directory.isTiled || directory.compression == COMPRESSION_JPEG || !unsupportedFeature(directory).empty())
            continue;
        // OpenSlide fills a gap of an Aperio slide from the next finer level.
        if (kind != TiffKind::Aperio || !hasGap(stream))
            found.push_back(directory);
    } while (++seen < kMaxDirectories && TIFFReadDirectory(stream.get()) == 1);
    return found;
}

}

std::vector<FrameSourcePtr> losslessTiffLevels(const std::filesystem::path& path, TiffKind kind, std::span<const TiledLevel> levels)
{
    const auto file = openShared(path);
    const auto stream = file ? TiffStream::open(*file, TiffStream::Start::FirstDirectory) : nullptr;
    if (!stream)
        return {};
    const std::vector<TiffDirectory> directories = losslessDirectories(*stream, kind);
    std::vector<FrameSourcePtr> sources;
    for (const TiledLevel& level : levels) {
        const auto isIt = [&](const TiffDirectory& directory) {
            return directory.grid.width == level.width && directory.grid.height == level.height &&
                   directory.grid.frameWidth == level.tileWidth && directory.grid.frameHeight == level.tileHeight;
        };
        const auto found = std::find_if(directories.begin(), directories.end(), isIt);
        if (found == directories.end() || std::count_if(directories.begin(), directories.end(), isIt) != 1)
            return {};
        auto source = makeTiffFrames(*file, *found);
        if (!source)
            return {};
        sources.push_back(*std::move(source));
    }
    return sources;
}

}
