#include <cerrno>
#include <cstring>

#include <spng.h>

#include "image/ImageFormats.h"

namespace isostain {

namespace fs = std::filesystem;

namespace formats {

namespace {

struct ContextDeleter {
    void operator()(spng_ctx* context) const { spng_ctx_free(context); }
};
using ContextPtr = std::unique_ptr<spng_ctx, ContextDeleter>;

/// A decoder on an open file, its header read.
struct PngReader {
    FilePtr file;
    ContextPtr context;
    spng_ihdr header{};
};

Error corrupt(const fs::path& path, int spngError)
{
    return {spngError == SPNG_EMEM ? ErrorCode::OutOfMemory : ErrorCode::CorruptFile, path.string(), spng_strerror(spngError)};
}

Result<PngReader> openPng(const fs::path& path)
{
    auto file = openForReading(path);
    if (!file)
        return tl::unexpected(file.error());
    PngReader reader{*std::move(file), ContextPtr(spng_ctx_new(0)), {}};
    if (!reader.context)
        return fail(ErrorCode::OutOfMemory, path.string());
    constexpr std::size_t kMaxTextBytes = std::size_t(64) << 20;
    spng_set_chunk_limits(reader.context.get(), kMaxTextBytes, kMaxTextBytes);
    spng_set_crc_action(reader.context.get(), SPNG_CRC_ERROR, SPNG_CRC_DISCARD);
    spng_set_png_file(reader.context.get(), reader.file.get());
    if (const int error = spng_get_ihdr(reader.context.get(), &reader.header))
        return tl::unexpected(corrupt(path, error));
    return reader;
}

bool hasAlpha(PngReader& reader)
{
    spng_trns transparency;
    return reader.header.color_type == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA ||
           reader.header.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA ||
           spng_get_trns(reader.context.get(), &transparency) == 0;
}

RgbImage composedOntoWhite(const cv::Mat& rgba)
{
    RgbImage result = makeRgbImage(rgba.cols, rgba.rows);
    for (int y = 0; y < rgba.rows; ++y) {
        const auto* in = rgba.ptr<cv::Vec4b>(y);
        auto* out = result.pixels.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rgba.cols; ++x) {
            const int alpha = in[x][3];
            for (int i = 0; i < 3; ++i)
                out[x][i] = static_cast<uchar>((in[x][i] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return result;
}

}

Result<ImageFileInfo> readPngInfo(const fs::path& path)
{
    const auto reader = openPng(path);
    if (!reader)
        return tl::unexpected(reader.error());
    ImageFileInfo info;
    info.format = ImageFileFormat::Png;
    info.width = reader->header.width;
    info.height = reader->header.height;
    spng_iccp profile{};
    if (spng_get_iccp(reader->context.get(), &profile) == 0 && profile.profile) {
        const auto* first = reinterpret_cast<const std::byte*>(profile.profile);
        info.colorProfile.assign(first, first + profile.profile_len);
    }
    return info;
}

Result<RgbImage> readPng(const fs::path& path, std::int64_t maxPixels)
{
    auto reader = openPng(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const spng_ihdr& header = reader->header;
    if (const auto checked = checkSize(path, header.width, header.height, maxPixels); !checked)
        return tl::unexpected(checked.error());

    const bool withAlpha = hasAlpha(*reader);
    cv::Mat pixels(static_cast<int>(header.height), static_cast<int>(header.width), withAlpha ? CV_8UC4 : CV_8UC3);
    if (const int error = spng_decode_image(reader->context.get(), pixels.data, pixels.total() * pixels.elemSize(),
                                            withAlpha ? SPNG_FMT_RGBA8 : SPNG_FMT_RGB8, withAlpha ? SPNG_DECODE_TRNS : 0))
        return tl::unexpected(corrupt(path, error));
    return withAlpha ? composedOntoWhite(pixels) : RgbImage{pixels};
}

}

Result<void> writePng(const RgbImage& image, const fs::path& path, Overwrite overwrite)
{
    if (image.isEmpty())
        return fail(ErrorCode::InvalidArgument, path.string(), "an image without pixels");
    auto target = AtomicFile::create(path, overwrite);
    if (!target)
        return tl::unexpected(target.error());
    formats::FilePtr file(std::fopen(target->temporaryPath().c_str(), "wb"));
    if (!file)
        return tl::unexpected(writeError(path, errno));
    const formats::ContextPtr context(spng_ctx_new(SPNG_CTX_ENCODER));
    if (!context)
        return fail(ErrorCode::OutOfMemory, path.string());

    spng_ihdr header{};
    header.width = static_cast<std::uint32_t>(image.width());
    header.height = static_cast<std::uint32_t>(image.height());
    header.bit_depth = 8;
    header.color_type = SPNG_COLOR_TYPE_TRUECOLOR;
    spng_set_png_file(context.get(), file.get());
    spng_set_ihdr(context.get(), &header);
    const cv::Mat pixels = image.pixels.isContinuous() ? image.pixels : image.pixels.clone();
    errno = 0;
    const int error = spng_encode_image(context.get(), pixels.data, pixels.total() * pixels.elemSize(), SPNG_FMT_PNG,
                                        SPNG_ENCODE_FINALIZE);
    const int encodeErrno = errno;
    if (error == SPNG_IO_ERROR)
        return tl::unexpected(writeError(path, encodeErrno));
    if (error)
        return fail(error == SPNG_EMEM ? ErrorCode::OutOfMemory : ErrorCode::Internal, path.string(), spng_strerror(error));
    if (std::fclose(file.release()) != 0)
        return tl::unexpected(writeError(path, errno));
    return target->commit();
}

}
