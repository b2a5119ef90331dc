#include "image/JpegTile.h"

#include <algorithm>
#include <array>
#include <csetjmp>

#include <cstdio> // jpeglib.h needs it and does not say so
#include <jerror.h>
#include <jpeglib.h>

namespace isostain {

namespace {

/// One decoding. libjpeg jumps over frames on errors, so the functions that call into it hold nothing that would need
/// destruction. A fresh object for each tile costs next to nothing and carries no tables from one tile to the next.
class TileDecoding {
public:
    TileDecoding()
    {
        m_decoder.err = jpeg_std_error(&m_errors);
        m_errors.error_exit = [](j_common_ptr common) {
            std::longjmp(self(common).m_jump, 1);
        };
        m_errors.emit_message = [](j_common_ptr common, int level) {
            if (level < 0)
                std::longjmp(self(common).m_jump, 1);
        };
        m_errors.output_message = [](j_common_ptr) {
        };
        m_decoder.client_data = this; // kept by jpeg_create_decompress(), as is err
    }
    ~TileDecoding() { jpeg_destroy_decompress(&m_decoder); }
    TileDecoding(const TileDecoding&) = delete;
    TileDecoding& operator=(const TileDecoding&) = delete;

    bool readHeader(std::span<const std::byte> tables, std::span<const std::byte> stream)
    {
        if (setjmp(m_jump))
            return false;
        jpeg_create_decompress(&m_decoder);
        if (!tables.empty()) {
            setSource(tables);
            if (jpeg_read_header(&m_decoder, FALSE) != JPEG_HEADER_TABLES_ONLY)
                return false;
        }
        setSource(stream);
        return jpeg_read_header(&m_decoder, TRUE) == JPEG_HEADER_OK;
    }

    bool isSupported(JpegColorModel model, int width, int height)
    {
        const jpeg_decompress_struct& frame = m_decoder;
        const bool isPlain = !frame.progressive_mode && !frame.arith_code && !jpeg_has_multiple_scans(&m_decoder);
        const bool hasSize =
            frame.image_width == static_cast<JDIMENSION>(width) && frame.image_height == static_cast<JDIMENSION>(height);
        // libtiff does not upsample what it takes for plain samples.
        return isPlain && hasSize && frame.num_components == 3 && frame.data_precision == 8 &&
               (model == JpegColorModel::YCbCr || (frame.max_h_samp_factor == 1 && frame.max_v_samp_factor == 1));
    }

    bool readPixels(JpegColorModel model, const cv::Mat& pixels)
    {
        if (setjmp(m_jump))
            return false;
        m_decoder.jpeg_color_space = model == JpegColorModel::Rgb ? JCS_RGB : JCS_YCbCr;
        m_decoder.out_color_space = JCS_EXT_BGRA;
        m_decoder.dct_method = JDCT_ISLOW;
        m_decoder.do_fancy_upsampling = TRUE;
        jpeg_start_decompress(&m_decoder);
        const auto height = static_cast<JDIMENSION>(pixels.rows);
        while (m_decoder.output_scanline < height) {
            std::array<JSAMPROW, MAX_SAMP_FACTOR> rows;
            const JDIMENSION count = std::min<JDIMENSION>(MAX_SAMP_FACTOR, height - m_decoder.output_scanline);
            for (JDIMENSION i = 0; i < count; ++i)
                rows[i] = pixels.data + pixels.step * (m_decoder.output_scanline + i);
            jpeg_read_scanlines(&m_decoder, rows.data(), count);
        }
        return true;
    }

    /// The last error or warning.
    Error error()
    {
        char text[JMSG_LENGTH_MAX] = "";
        m_errors.format_message(reinterpret_cast<j_common_ptr>(&m_decoder), text);
        return {m_errors.msg_code == JERR_OUT_OF_MEMORY ? ErrorCode::OutOfMemory : ErrorCode::CorruptFile, "JPEG", text};
    }

private:
    static TileDecoding& self(j_common_ptr common) { return *static_cast<TileDecoding*>(common->client_data); }

    void setSource(std::span<const std::byte> stream)
    {
        jpeg_mem_src(&m_decoder, reinterpret_cast<const unsigned char*>(stream.data()), stream.size());
    }

    jpeg_error_mgr m_errors{};
    jpeg_decompress_struct m_decoder{};
    std::jmp_buf m_jump;
};

}

Result<void> decodeJpegTile(std::span<const std::byte> stream, const JpegTileFormat& format, BgrxImage& tile)
{
    TileDecoding decoding;
    if (!decoding.readHeader(format.tables, stream))
        return tl::unexpected(decoding.error());
    if (!decoding.isSupported(format.colorModel, tile.width(), tile.height()))
        return fail(ErrorCode::UnsupportedFormat, "JPEG", "not a plain tile of the stated size");
    if (!decoding.readPixels(format.colorModel, tile.pixels))
        return tl::unexpected(decoding.error());
    return {};
}

}
