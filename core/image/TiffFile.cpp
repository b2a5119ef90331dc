#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <string>
#include <vector>

#include <tiffio.h>

#include "image/ImageFormats.h"

namespace isostain::formats {

namespace fs = std::filesystem;

namespace {

struct TiffCloser {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffPtr = std::unique_ptr<TIFF, TiffCloser>;

/// An open TIFF and the first thing libtiff complained of. Its handlers point here, so it stays where it is.
struct TiffReader {
    TiffPtr tiff;
    std::string firstError;
};

int rememberError(TIFF*, void* reader, const char*, const char* format, std::va_list arguments)
{
    std::string& error = static_cast<TiffReader*>(reader)->firstError;
    if (error.empty()) {
        char text[1024];
        std::vsnprintf(text, sizeof text, format, arguments);
        error = text;
    }
    return 1;
}

int ignoreWarning(TIFF*, void*, const char*, const char*, std::va_list)
{
    return 1;
}

Error corrupt(const fs::path& path, const TiffReader& reader)
{
    const std::string prefix = path.string() + ": ";
    const bool namesFile = reader.firstError.starts_with(prefix);
    return {ErrorCode::CorruptFile, path.string(), reader.firstError.substr(namesFile ? prefix.size() : 0)};
}

Result<std::unique_ptr<TiffReader>> openTiff(const fs::path& path, std::int64_t maxBytes)
{
    auto reader = std::make_unique<TiffReader>();
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    if (!options)
        return fail(ErrorCode::OutOfMemory, path.string());
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, static_cast<tmsize_t>(maxBytes));
    TIFFOpenOptionsSetErrorHandlerExtR(options, rememberError, reader.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options, ignoreWarning, nullptr);
    // Without memory mapping ("m"): a file that shrinks or a drive that goes away is then an error, not a signal.
    reader->tiff.reset(TIFFOpenExt(path.c_str(), "rm", options));
    TIFFOpenOptionsFree(options);
    if (!reader->tiff)
        return tl::unexpected(corrupt(path, *reader));
    return reader;
}

struct TiffSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

TiffSize sizeOf(TIFF* tiff)
{
    TiffSize size;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &size.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &size.height);
    return size;
}

std::optional<double> micrometersPerPixel(TIFF* tiff, std::uint32_t resolutionTag)
{
    float resolution = 0;
    std::uint16_t unit = RESUNIT_NONE;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (!TIFFGetField(tiff, resolutionTag, &resolution) || !(resolution > 0))
        return {};
    if (unit == RESUNIT_CENTIMETER)
        return 10000.0 / static_cast<double>(resolution);
    if (unit == RESUNIT_INCH)
        return 25400.0 / static_cast<double>(resolution);
    return {};
}

class RgbaDecoder {
public:
    explicit RgbaDecoder(TIFF* tiff)
    {
        char message[1024] = "";
        m_isOpen = TIFFRGBAImageBegin(&m_image, tiff, 1, message) == 1;
        m_error = message;
        if (m_isOpen)
            m_image.req_orientation = m_image.orientation;   // rows as they are stored
    }
    ~RgbaDecoder()
    {
        if (m_isOpen)
            TIFFRGBAImageEnd(&m_image);
    }
    RgbaDecoder(const RgbaDecoder&) = delete;
    RgbaDecoder& operator=(const RgbaDecoder&) = delete;

    bool isOpen() const { return m_isOpen; }
    const std::string& error() const { return m_error; }

    /// Whole rows; red in the lowest byte, colors multiplied with alpha.
    bool readRows(std::uint32_t firstRow, std::uint32_t count, std::uint32_t* pixels)
    {
        m_image.row_offset = static_cast<int>(firstRow);
        m_image.col_offset = 0;
        return TIFFRGBAImageGet(&m_image, pixels, m_image.width, count) == 1;
    }

private:
    TIFFRGBAImage m_image{};
    bool m_isOpen = false;
    std::string m_error;
};

/// Rows to decode at once: whole strips or rows of tiles, so that none is decoded twice, and not too few.
std::uint32_t rowsPerBand(TIFF* tiff, std::uint32_t height)
{
    std::uint32_t rows = height;
    if (TIFFIsTiled(tiff))
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &rows);
    else
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &rows);
    if (rows == 0 || rows >= height)
        return height;
    constexpr std::uint32_t kFewRows = 64;
    return std::min(height, rows * ((kFewRows + rows - 1) / rows));
}

void composeOntoWhite(const std::uint32_t* in, cv::Vec3b* out, std::uint32_t width)
{
    for (std::uint32_t x = 0; x < width; ++x) {
        const auto white = 255 - TIFFGetA(in[x]);
        out[x] = {static_cast<uchar>(std::min(255u, TIFFGetR(in[x]) + white)),
                  static_cast<uchar>(std::min(255u, TIFFGetG(in[x]) + white)),
                  static_cast<uchar>(std::min(255u, TIFFGetB(in[x]) + white))};
    }
}

/// No header needs more.
constexpr std::int64_t kHeaderBytes = std::int64_t(256) << 20;
/// A strip of 16-bit RGBA as large as the picture.
constexpr std::int64_t kBytesPerPixel = 8;

}

Result<ImageFileInfo> readTiffInfo(const fs::path& path)
{
    const auto reader = openTiff(path, kHeaderBytes);
    if (!reader)
        return tl::unexpected(reader.error());
    TIFF* tiff = (*reader)->tiff.get();
    const TiffSize size = sizeOf(tiff);
    if (size.width == 0 || size.height == 0)
        return tl::unexpected(corrupt(path, **reader));
    ImageFileInfo info;
    info.format = ImageFileFormat::Tiff;
    info.width = size.width;
    info.height = size.height;
    info.micrometersPerPixelX = micrometersPerPixel(tiff, TIFFTAG_XRESOLUTION);
    info.micrometersPerPixelY = micrometersPerPixel(tiff, TIFFTAG_YRESOLUTION);
    const char* description = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_IMAGEDESCRIPTION, &description) == 1 && description)
        info.description = description;
    std::uint32_t bytes = 0;
    const std::byte* profile = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &bytes, &profile) == 1 && profile)
        info.colorProfile.assign(profile, profile + bytes);
    return info;
}

Result<RgbImage> readTiff(const fs::path& path, std::int64_t maxPixels)
{
    const auto reader = openTiff(path, std::max(kHeaderBytes, kBytesPerPixel * maxPixels));
    if (!reader)
        return tl::unexpected(reader.error());
    TIFF* tiff = (*reader)->tiff.get();
    const auto [width, height] = sizeOf(tiff);
    if (const auto checked = checkSize(path, width, height, maxPixels); !checked)
        return tl::unexpected(checked.error());

    RgbaDecoder decoder(tiff);
    if (!decoder.isOpen())
        return fail(ErrorCode::UnsupportedFormat, path.string(), decoder.error());
    const std::uint32_t bandRows = rowsPerBand(tiff, height);
    std::vector<std::uint32_t> band(std::size_t(bandRows) * width);
    RgbImage result = makeRgbImage(static_cast<int>(width), static_cast<int>(height));
    for (std::uint32_t first = 0; first < height; first += bandRows) {
        const std::uint32_t count = std::min(bandRows, height - first);
        if (!decoder.readRows(first, count, band.data()))
            return tl::unexpected(corrupt(path, **reader));
        for (std::uint32_t row = 0; row < count; ++row)
            composeOntoWhite(band.data() + std::size_t(row) * width, result.pixels.ptr<cv::Vec3b>(static_cast<int>(first + row)), width);
    }
    return result;
}

}
