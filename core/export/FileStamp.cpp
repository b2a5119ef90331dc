#include "export/FileStamp.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <system_error>

#include "export/SourceHash.h"

namespace isostain {

namespace fs = std::filesystem;

Result<FileStamp> outlineOf(const fs::path& path)
{
    FileStamp stamp;
    stamp.modified = std::numeric_limits<std::int64_t>::min();   // the clock's zero lies in the future
    const auto files = filesOfSlide(path);
    if (!files)
        return tl::unexpected(files.error());
    for (const fs::path& file : *files) {
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(file, error);
        if (error)
            return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                        file.string(), error.message());
        const auto modified = fs::last_write_time(file, error);
        if (error)
            return fail(ErrorCode::FileUnreadable, file.string(), error.message());
        stamp.bytes += bytes;
        const auto age = std::chrono::duration_cast<std::chrono::nanoseconds>(modified.time_since_epoch()).count();
        stamp.modified = std::max<std::int64_t>(stamp.modified, age);
    }
    return stamp;
}

Result<FileStamp> stampOf(const fs::path& path, const std::stop_token& stop)
{
    auto stamp = outlineOf(path);
    if (!stamp)
        return stamp;
    auto sha256 = sourceSha256(path, stop);
    if (!sha256)
        return tl::unexpected(sha256.error());
    stamp->sha256 = std::move(*sha256);
    return stamp;
}

bool isStill(const fs::path& path, const FileStamp& stamp)
{
    const auto outline = outlineOf(path);
    if (!outline || outline->bytes != stamp.bytes)
        return false;
    if (outline->modified == stamp.modified)
        return true;
    const auto sha256 = sourceSha256(path);
    return sha256 && *sha256 == stamp.sha256;
}

}
