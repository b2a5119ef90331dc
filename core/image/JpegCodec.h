#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "base/Error.h"
#include "image/Image.h"

namespace isostain {

enum class ChromaSubsampling { S420, S444 };

/// libjpeg-turbo compressor, reusable for many tiles of one export. Accurate integer DCT. Baseline JFIF, YCbCr.
/// One thread at a time; make one per thread.
class JpegEncoder {
public:
    /// `quality` 1..100. Throws std::bad_alloc.
    JpegEncoder(int quality, ChromaSubsampling subsampling);
    ~JpegEncoder();
    JpegEncoder(JpegEncoder&&) noexcept;
    JpegEncoder& operator=(JpegEncoder&&) noexcept;

    /// A complete JPEG stream. Errors: Internal (no pixels, or more than the format allows).
    Result<std::vector<std::byte>> encode(const BgrxImage& image);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Decodes one JPEG stream, gray, YCbCr or RGB (accurate DCT, fancy upsampling). A stream that is cut off or draws any
/// warning is an error, not half an image. Errors: CorruptFile, ImageTooLarge. Any thread.
Result<BgrxImage> decodeJpeg(std::span<const std::byte> stream);

}
