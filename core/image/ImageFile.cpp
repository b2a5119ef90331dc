#include "image/ImageFile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <span>
#include <string_view>

#include "base/InputFile.h"
#include "image/Guarded.h"
#include "image/ImageFormats.h"

namespace isostain {

namespace fs = std::filesystem;

namespace formats {

namespace {

/// More pixels than this per byte of file is no picture: the densest real case, one-color deflate, gives about 8,000.
constexpr std::int64_t kMaxPixelsPerByte = 16384;

struct Signature {
    std::string_view bytes;
    ImageFileFormat format;
};

using namespace std::string_view_literals;
constexpr std::array kSignatures = {
    Signature{"\x89PNG\r\n\x1a\n"sv, ImageFileFormat::Png}, Signature{"\xFF\xD8\xFF"sv, ImageFileFormat::Jpeg},
    Signature{"II*\0"sv, ImageFileFormat::Tiff},            Signature{"MM\0*"sv, ImageFileFormat::Tiff},
    Signature{"II+\0"sv, ImageFileFormat::Tiff},            Signature{"MM\0+"sv, ImageFileFormat::Tiff},
};

struct Reader {
    ImageFileFormat format;
    Result<ImageFileInfo> (*readInfo)(const fs::path&);
    Result<RgbImage> (*readPixels)(const fs::path&, std::int64_t maxPixels);
};

constexpr std::array kReaders = {
    Reader{ImageFileFormat::Png, readPngInfo, readPng},
    Reader{ImageFileFormat::Jpeg, readJpegInfo, readJpeg},
    Reader{ImageFileFormat::Tiff, readTiffInfo, readTiff},
};

Result<const Reader*> readerFor(const fs::path& path)
{
    const auto format = recognizeImageFile(path);
    if (!format)
        return tl::unexpected(format.error());
    return std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& reader) { return reader.format == *format; });
}

}

Result<FilePtr> openForReading(const fs::path& path)
{
    if (const auto checked = checkIsFile(path); !checked)
        return tl::unexpected(checked.error());
    FilePtr file(std::fopen(path.c_str(), "rb"));
    if (!file)
        return fail(ErrorCode::FileUnreadable, path.string(), std::strerror(errno));
    return file;
}

Result<void> checkSize(const fs::path& path, std::int64_t width, std::int64_t height, std::int64_t maxPixels)
{
    constexpr std::int64_t kMaxSide = std::numeric_limits<int>::max();
    if (width <= 0 || height <= 0)
        return fail(ErrorCode::CorruptFile, path.string(), "the picture has no pixels");
    const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
    if (width > kMaxSide || height > kMaxSide || width > maxPixels / height)
        return fail(ErrorCode::ImageTooLarge, path.string(), size);
    std::error_code error;
    const auto fileSize = static_cast<std::int64_t>(fs::file_size(path, error));
    if (error)
        return fail(ErrorCode::FileUnreadable, path.string(), error.message());
    if (width * height / kMaxPixelsPerByte > fileSize)
        return fail(ErrorCode::CorruptFile, path.string(), "the file is too short for " + size);
    return {};
}

}

Result<ImageFileFormat> recognizeImageFile(const fs::path& path)
{
    const auto file = formats::openForReading(path);
    if (!file)
        return tl::unexpected(file.error());
    std::array<char, 8> buffer;
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file->get());
    if (std::ferror(file->get()))
        return fail(ErrorCode::FileUnreadable, path.string(), std::strerror(errno));
    const std::string_view start(buffer.data(), count);
    for (const auto& signature : formats::kSignatures) {
        if (start.starts_with(signature.bytes))
            return signature.format;
    }
    return fail(ErrorCode::UnsupportedFormat, path.string(), start.empty() ? "the file is empty" : "");
}

Result<RgbImage> readImage(const fs::path& path, std::int64_t maxPixels)
{
    const auto reader = formats::readerFor(path);
    if (!reader)
        return tl::unexpected(reader.error());
    return guarded(path.string(), [&] { return (*reader)->readPixels(path, maxPixels); });
}

Result<ImageFileInfo> readImageFileInfo(const fs::path& path)
{
    const auto reader = formats::readerFor(path);
    if (!reader)
        return tl::unexpected(reader.error());
    return guarded(path.string(), [&] { return (*reader)->readInfo(path); });
}

}
