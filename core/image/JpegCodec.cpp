#include "image/JpegCodec.h"

#include <turbojpeg.h>

#include <new>
#include <string>

namespace isostain {

namespace {

constexpr std::int64_t kMaxPixels = std::int64_t(1) << 29;

/// A TurboJPEG compressor or decompressor.
class TurboHandle {
public:
    explicit TurboHandle(tjhandle handle) : m_handle(handle)
    {
        if (!m_handle)
            throw std::bad_alloc();
    }
    ~TurboHandle() { tjDestroy(m_handle); }
    TurboHandle(const TurboHandle&) = delete;
    TurboHandle& operator=(const TurboHandle&) = delete;

    operator tjhandle() const { return m_handle; }
    std::string message() const { return tjGetErrorStr2(m_handle); }

private:
    tjhandle m_handle;
};

int turboSubsampling(ChromaSubsampling subsampling)
{
    return subsampling == ChromaSubsampling::S420 ? TJSAMP_420 : TJSAMP_444;
}

}

struct JpegEncoder::Impl {
    TurboHandle handle{tjInitCompress()};
    int quality;
    int subsampling;
    std::vector<std::byte> scratch;   ///< large enough for any stream of the images seen so far
};

JpegEncoder::JpegEncoder(int quality, ChromaSubsampling subsampling) : m_impl(std::make_unique<Impl>())
{
    m_impl->quality = quality;
    m_impl->subsampling = turboSubsampling(subsampling);
}

JpegEncoder::~JpegEncoder() = default;
JpegEncoder::JpegEncoder(JpegEncoder&&) noexcept = default;
JpegEncoder& JpegEncoder::operator=(JpegEncoder&&) noexcept = default;

Result<std::vector<std::byte>> JpegEncoder::encode(const BgrxImage& image)
{
    const unsigned long bound = tjBufSize(image.width(), image.height(), m_impl->subsampling);
    if (image.isEmpty() || bound == static_cast<unsigned long>(-1))
        return fail(ErrorCode::Internal, "JPEG", "no image, or too large");
    if (m_impl->scratch.size() < bound)
        m_impl->scratch.resize(bound);

    auto* stream = reinterpret_cast<unsigned char*>(m_impl->scratch.data());
    unsigned long size = bound;
    if (tjCompress2(m_impl->handle, image.pixels.data, image.width(), static_cast<int>(image.pixels.step), image.height(),
                    TJPF_BGRX, &stream, &size, m_impl->subsampling, m_impl->quality, TJFLAG_ACCURATEDCT | TJFLAG_NOREALLOC) != 0)
        return fail(ErrorCode::Internal, "JPEG", m_impl->handle.message());
    return std::vector<std::byte>(m_impl->scratch.begin(), m_impl->scratch.begin() + static_cast<std::ptrdiff_t>(size));
}

Result<BgrxImage> decodeJpeg(std::span<const std::byte> stream)
{
    const TurboHandle handle(tjInitDecompress());
    const auto* bytes = reinterpret_cast<const unsigned char*>(stream.data());
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colorSpace = 0;
    if (tjDecompressHeader3(handle, bytes, stream.size(), &width, &height, &subsampling, &colorSpace) != 0)
        return fail(ErrorCode::CorruptFile, "JPEG", handle.message());
    if (std::int64_t(width) * height > kMaxPixels)
        return fail(ErrorCode::ImageTooLarge, "JPEG");

    BgrxImage image = makeBgrxImage(width, height);
    // BGRA, not BGRX: the fourth byte is then set to 255.
    if (tjDecompress2(handle, bytes, stream.size(), image.pixels.data, width, static_cast<int>(image.pixels.step), height, TJPF_BGRA,
                      TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING) != 0)
        return fail(ErrorCode::CorruptFile, "JPEG", handle.message());
    return image;
}

}
