#include <csetjmp>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <cstdio>   // jpeglib.h needs it and does not say so
#include <jpeglib.h>
#include <jerror.h>

#include "image/ImageFormats.h"

namespace isostain::formats {

namespace fs = std::filesystem;

namespace {

/// Progressive files repeat the whole picture per scan; real ones have about ten.
constexpr int kMaxScans = 200;

/// libjpeg with its errors turned into return values. It jumps over frames on errors, so the functions that call into it
/// hold nothing that would need destruction.
class JpegReader {
public:
    explicit JpegReader(std::FILE* file, std::int64_t maxBytes) : m_file(file), m_maxBytes(maxBytes) {}
    ~JpegReader() { jpeg_destroy_decompress(&m_decoder); }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;

    bool readHeader()
    {
        m_decoder.err = jpeg_std_error(&m_errors);
        m_errors.error_exit = [](j_common_ptr common) { std::longjmp(self(common).m_jump, 1); };
        m_errors.emit_message = [](j_common_ptr common, int level) { self(common).judge(level); };
        m_errors.output_message = [](j_common_ptr) {};
        m_decoder.client_data = this;   // kept by jpeg_create_decompress(), as is err
        if (setjmp(m_jump))
            return false;
        jpeg_create_decompress(&m_decoder);
        jpeg_save_markers(&m_decoder, JPEG_APP0 + 2, 0xFFFF);   // where ICC profiles are
        m_decoder.mem->max_memory_to_use = m_maxBytes;
        m_progress.progress_monitor = [](j_common_ptr common) { self(common).limitScans(); };
        m_decoder.progress = &m_progress;
        jpeg_stdio_src(&m_decoder, m_file);
        jpeg_read_header(&m_decoder, TRUE);
        return true;
    }

    /// Decodes into rows as wide as the picture: RGB, or CMYK where isCmyk().
    bool readPixels(cv::Mat& pixels)
    {
        if (setjmp(m_jump))
            return false;
        m_decoder.out_color_space = isCmyk() ? JCS_CMYK : JCS_RGB;
        m_decoder.dct_method = JDCT_ISLOW;
        jpeg_start_decompress(&m_decoder);
        while (m_decoder.output_scanline < m_decoder.output_height) {
            JSAMPROW row = pixels.ptr(static_cast<int>(m_decoder.output_scanline));
            jpeg_read_scanlines(&m_decoder, &row, 1);
        }
        jpeg_finish_decompress(&m_decoder);
        return true;
    }

    /// After readHeader(); empty where there is none.
    std::vector<std::byte> colorProfile()
    {
        JOCTET* bytes = nullptr;
        unsigned int count = 0;
        if (!jpeg_read_icc_profile(&m_decoder, &bytes, &count))
            return {};
        const std::unique_ptr<JOCTET, decltype(&std::free)> owned(bytes, std::free);
        const auto* first = reinterpret_cast<const std::byte*>(bytes);
        return {first, first + count};
    }

    std::int64_t width() const { return m_decoder.image_width; }
    std::int64_t height() const { return m_decoder.image_height; }
    bool isCmyk() const { return m_decoder.jpeg_color_space == JCS_CMYK || m_decoder.jpeg_color_space == JCS_YCCK; }
    /// Adobe's programs store ink inverted: 255 is none.
    bool inkIsInverted() const { return m_decoder.saw_Adobe_marker; }
    std::string errorText()
    {
        char text[JMSG_LENGTH_MAX] = "";
        m_errors.format_message(reinterpret_cast<j_common_ptr>(&m_decoder), text);
        return text;
    }
    bool ranOutOfMemory() const { return m_errors.msg_code == JERR_OUT_OF_MEMORY; }

private:
    static JpegReader& self(j_common_ptr common) { return *static_cast<JpegReader*>(common->client_data); }

    /// libjpeg goes on after damaged data and only warns; half a picture is worse than none here.
    void judge(int level)
    {
        if (level >= 0)
            return;
        switch (m_errors.msg_code) {
        case JWRN_EXTRANEOUS_DATA:
        case JWRN_TOO_MUCH_DATA:
        case JWRN_ADOBE_XFORM:
        case JWRN_JFIF_MAJOR:
            return;
        default:
            std::longjmp(m_jump, 1);
        }
    }

    void limitScans()
    {
        if (m_decoder.input_scan_number > kMaxScans) {
            m_errors.msg_code = JERR_BAD_PROGRESSION;
            std::longjmp(m_jump, 1);
        }
    }

    jpeg_error_mgr m_errors{};
    jpeg_decompress_struct m_decoder{};
    jpeg_progress_mgr m_progress{};
    std::jmp_buf m_jump;
    std::FILE* m_file;
    std::int64_t m_maxBytes;
};

Error errorOf(const fs::path& path, JpegReader& reader)
{
    return {reader.ranOutOfMemory() ? ErrorCode::OutOfMemory : ErrorCode::CorruptFile, path.string(), reader.errorText()};
}

RgbImage fromCmyk(const cv::Mat& cmyk, uchar inversion)
{
    RgbImage result = makeRgbImage(cmyk.cols, cmyk.rows);
    for (int y = 0; y < cmyk.rows; ++y) {
        const auto* in = cmyk.ptr<cv::Vec4b>(y);
        auto* out = result.pixels.ptr<cv::Vec3b>(y);
        for (int x = 0; x < cmyk.cols; ++x) {
            const int paper = in[x][3] ^ inversion;
            for (int i = 0; i < 3; ++i)
                out[x][i] = static_cast<uchar>(((in[x][i] ^ inversion) * paper + 127) / 255);
        }
    }
    return result;
}

/// Bytes libjpeg may use for a picture of this size: progressive files keep all coefficients, 2 bytes a sample.
constexpr std::int64_t kDecoderBytesPerPixel = 10;
constexpr std::int64_t kDecoderBytes = 16 << 20;

}

Result<ImageFileInfo> readJpegInfo(const fs::path& path)
{
    const auto file = openForReading(path);
    if (!file)
        return tl::unexpected(file.error());
    JpegReader reader(file->get(), kDecoderBytes);
    if (!reader.readHeader())
        return tl::unexpected(errorOf(path, reader));
    ImageFileInfo info;
    info.format = ImageFileFormat::Jpeg;
    info.width = reader.width();
    info.height = reader.height();
    info.colorProfile = reader.colorProfile();
    return info;
}

Result<RgbImage> readJpeg(const fs::path& path, std::int64_t maxPixels)
{
    const auto file = openForReading(path);
    if (!file)
        return tl::unexpected(file.error());
    JpegReader reader(file->get(), kDecoderBytes + kDecoderBytesPerPixel * maxPixels);
    if (!reader.readHeader())
        return tl::unexpected(errorOf(path, reader));
    if (const auto checked = checkSize(path, reader.width(), reader.height(), maxPixels); !checked)
        return tl::unexpected(checked.error());
    cv::Mat pixels(static_cast<int>(reader.height()), static_cast<int>(reader.width()), reader.isCmyk() ? CV_8UC4 : CV_8UC3);
    if (!reader.readPixels(pixels))
        return tl::unexpected(errorOf(path, reader));
    if (reader.isCmyk())
        return fromCmyk(pixels, reader.inkIsInverted() ? 0 : 255);
    return RgbImage{pixels};
}

}
