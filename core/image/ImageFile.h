#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "image/Image.h"

namespace isostain {

enum class ImageFileFormat { Png, Jpeg, Tiff };

/// Recognized by content, not by name. Any thread. Errors: FileNotFound, FileUnreadable, UnsupportedFormat.
Result<ImageFileFormat> recognizeImageFile(const std::filesystem::path& path);

/// Reads a PNG (any depth, palette, gray, alpha), JPEG (gray, YCbCr, RGB, CMYK) or TIFF (first directory; what libtiff
/// gives as RGBA). Alpha is composed onto white. 16 bits are reduced to 8 by dropping the low byte (PNG) or by rounding
/// (TIFF). Color profiles and orientation tags are not applied. A file that ends early is CorruptFile, not half a picture.
/// At most `maxPixels` pixels are allocated for, and no more than a file of its size can hold; both are decided before
/// decoding, so hostile headers cost no memory.
/// Errors: FileNotFound, FileUnreadable, UnsupportedFormat, CorruptFile, ImageTooLarge, OutOfMemory. Any thread.
Result<RgbImage> readImage(const std::filesystem::path& path, std::int64_t maxPixels = std::int64_t(1) << 29);

/// What the header of an image file says.
struct ImageFileInfo {
    ImageFileFormat format = ImageFileFormat::Png;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::vector<std::byte> colorProfile;          ///< ICC, as it is in the file; empty: none
    // TIFF only; of the first directory.
    std::optional<double> micrometersPerPixelX;   ///< as stored, plausible or not
    std::optional<double> micrometersPerPixelY;
    std::string description;
};

/// Without decoding pixels. Errors as readImage(), but no limit of size. Any thread.
Result<ImageFileInfo> readImageFileInfo(const std::filesystem::path& path);

/// Lossless 8-bit RGB PNG, through a temporary file. Blocks; any thread.
/// Errors: InvalidArgument (no pixels), OutputExists, OutputUnwritable, DiskFull, OutOfMemory, Internal.
Result<void> writePng(const RgbImage& image, const std::filesystem::path& path, Overwrite overwrite);

}
