#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

#include "base/Error.h"

namespace isostain {

/// What tells whether a file is still the one it was. Size and time are compared first; where the time differs, as after a
/// copy, the content decides.
struct FileStamp {
    std::uint64_t bytes = 0;
    std::int64_t modified = 0;   ///< nanoseconds on the file system's clock
    std::string sha256;          ///< see sourceSha256(); empty: the content was not read

    bool operator==(const FileStamp&) const = default;
};

/// Size and time without the content: of a slide of several files, see filesOfSlide(), the sum and the latest.
/// Blocks; any thread. Errors: FileNotFound, FileUnreadable.
Result<FileStamp> outlineOf(const std::filesystem::path& path);

/// Reads the whole content. Blocks; any thread. Errors: FileNotFound, FileUnreadable, Cancelled.
Result<FileStamp> stampOf(const std::filesystem::path& path, const std::stop_token& stop = {});

/// Whether what lies at `path` is what was stamped; false also where nothing can be read. Blocks; any thread.
bool isStill(const std::filesystem::path& path, const FileStamp& stamp);

}
