#include "base/AtomicFile.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <random>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// Flushes a file or folder to disk. Some file systems cannot flush a folder; that is no failure.
int flushToDisk(const fs::path& path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    const int result = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return result;
}

fs::path folderOf(const fs::path& path)
{
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}

Error writeError(const fs::path& path, int errorNumber)
{
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::OutputUnwritable, path.string(),
                 errorNumber == 0 ? std::string() : std::strerror(errorNumber)};
}

AtomicFile::AtomicFile(fs::path finalPath, fs::path temporaryPath, Overwrite overwrite)
    : m_finalPath(std::move(finalPath)), m_temporaryPath(std::move(temporaryPath)), m_overwrite(overwrite)
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_finalPath(std::move(other.m_finalPath)),
      m_temporaryPath(std::exchange(other.m_temporaryPath, {})),
      m_overwrite(other.m_overwrite)
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    std::swap(m_finalPath, other.m_finalPath);
    std::swap(m_temporaryPath, other.m_temporaryPath);
    std::swap(m_overwrite, other.m_overwrite);
    return *this;
}

AtomicFile::~AtomicFile()
{
    if (!m_temporaryPath.empty())
        ::unlink(m_temporaryPath.c_str());
}

Result<AtomicFile> AtomicFile::create(const fs::path& finalPath, Overwrite overwrite)
{
    std::error_code error;
    if (overwrite == Overwrite::No && fs::exists(fs::symlink_status(finalPath, error)))
        return fail(ErrorCode::OutputExists, finalPath.string());
    if (fs::is_directory(finalPath, error))
        return fail(ErrorCode::OutputUnwritable, finalPath.string(), "it is a folder");

    // The name tells what it is, keeps the extension (writers look at it) and is unique even for two runs into one folder.
    std::random_device random;
    for (int attempt = 0; attempt < 100; ++attempt) {
        char suffix[16];
        std::snprintf(suffix, sizeof suffix, "%08x", static_cast<unsigned>(random()));
        const fs::path temporary =
            folderOf(finalPath) / ("." + finalPath.stem().string() + ".partial-" + suffix + finalPath.extension().string());
        const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0) {
            ::close(descriptor);
            return AtomicFile(finalPath, temporary, overwrite);
        }
        if (errno != EEXIST)
            return tl::unexpected(writeError(finalPath, errno));
    }
    return tl::unexpected(writeError(finalPath, EEXIST));
}

Result<void> AtomicFile::commit()
{
    if (const int failure = flushToDisk(m_temporaryPath, O_WRONLY))
        return tl::unexpected(writeError(m_finalPath, failure));
    if (m_overwrite == Overwrite::Yes) {
        if (::rename(m_temporaryPath.c_str(), m_finalPath.c_str()) != 0)
            return tl::unexpected(writeError(m_finalPath, errno));
    } else if (::renameat2(AT_FDCWD, m_temporaryPath.c_str(), AT_FDCWD, m_finalPath.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST)
            return fail(ErrorCode::OutputExists, m_finalPath.string());
        // File systems without RENAME_NOREPLACE: a check and a rename are the best there is.
        std::error_code error;
        if (errno != EINVAL && errno != ENOSYS)
            return tl::unexpected(writeError(m_finalPath, errno));
        if (fs::exists(fs::symlink_status(m_finalPath, error)))
            return fail(ErrorCode::OutputExists, m_finalPath.string());
        if (::rename(m_temporaryPath.c_str(), m_finalPath.c_str()) != 0)
            return tl::unexpected(writeError(m_finalPath, errno));
    }
    m_temporaryPath.clear();
    flushToDisk(folderOf(m_finalPath), O_RDONLY | O_DIRECTORY);
    return {};
}

Result<void> writeFileAtomically(const fs::path& path, std::string_view content, Overwrite overwrite)
{
    auto file = AtomicFile::create(path, overwrite);
    if (!file)
        return tl::unexpected(file.error());
    std::FILE* stream = std::fopen(file->temporaryPath().c_str(), "wb");
    if (!stream)
        return tl::unexpected(writeError(path, errno));
    errno = 0;
    const bool written = std::fwrite(content.data(), 1, content.size(), stream) == content.size();
    const int failure = errno;
    const bool closed = std::fclose(stream) == 0;
    if (!written || !closed)
        return tl::unexpected(writeError(path, written ? errno : failure));
    return file->commit();
}

}
