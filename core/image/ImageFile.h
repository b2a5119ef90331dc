#pragma once

#include <filesystem>
#include <optional>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "image/Image.h"

namespace isostain {

enum class ImageFileFormat { Png, Jpeg, Tiff };

/// Recognized by content, not by name. Errors: FileNotFound, FileUnreadable, UnsupportedFormat.
Result<ImageFileFormat> recognizeImageFile(const std::filesystem::path& path);

/// Reads a PNG (any depth, palette, gray, alpha), JPEG (gray, YCbCr, RGB, CMYK) or TIFF (first directory; what libtiff
/// gives as RGBA). Alpha is composed onto white; 16 bits are reduced to 8 by dropping the low byte. Orientation tags are
/// not applied. At most `maxPixels` pixels are allocated for, decided before decoding: hostile headers cost no memory.
/// Errors: FileNotFound, FileUnreadable, UnsupportedFormat, CorruptFile, ImageTooLarge, OutOfMemory. Any thread.
Result<RgbImage> readImage(const std::filesystem::path& path, std::int64_t maxPixels = std::int64_t(1) << 29);

/// Width and height without decoding pixels. Errors as readImage().
Result<cv::Size> imageFileSize(const std::filesystem::path& path);

/// Lossless 8-bit RGB PNG, through a temporary file. Errors: OutputExists, OutputUnwritable, DiskFull.
Result<void> writePng(const RgbImage& image, const std::filesystem::path& path, Overwrite overwrite);

}
