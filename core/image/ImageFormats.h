#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "image/ImageFile.h"

/// The readers behind ImageFile.h, one per format; for ImageFile.cpp only.
namespace isostain::formats {

struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using FilePtr = std::unique_ptr<std::FILE, FileCloser>;

/// A regular file, opened for reading. Errors: FileNotFound, FileUnreadable.
Result<FilePtr> openForReading(const std::filesystem::path& path);

/// Refuses pictures that are empty, larger than `maxPixels`, or larger than the file could hold however well it is compressed.
/// Errors: CorruptFile, ImageTooLarge.
Result<void> checkSize(const std::filesystem::path& path, std::int64_t width, std::int64_t height, std::int64_t maxPixels);

// Errors of all: as readImage().
Result<ImageFileInfo> readPngInfo(const std::filesystem::path& path);
Result<RgbImage> readPng(const std::filesystem::path& path, std::int64_t maxPixels);
Result<ImageFileInfo> readJpegInfo(const std::filesystem::path& path);
Result<RgbImage> readJpeg(const std::filesystem::path& path, std::int64_t maxPixels);
Result<ImageFileInfo> readTiffInfo(const std::filesystem::path& path);
Result<RgbImage> readTiff(const std::filesystem::path& path, std::int64_t maxPixels);

}
