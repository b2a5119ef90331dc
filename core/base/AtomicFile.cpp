#include "base/AtomicFile.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
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

constexpr const char* kPartial = ".partial-";
constexpr std::size_t kSuffixDigits = 8;

/// Cuts a stem so that a temporary name around it is no longer than a file name may be; never within a UTF-8 character.
std::string shortened(std::string stem, std::size_t extensionBytes)
{
    constexpr std::size_t kAround = 32;   // the dot, ".partial-" and the random digits, with room to spare
    const std::size_t taken = std::min<std::size_t>(NAME_MAX, kAround + extensionBytes);
    std::size_t size = std::min(stem.size(), NAME_MAX - taken);
    while (size > 0 && size < stem.size() && (stem[size] & 0xC0) == 0x80)
        --size;
    stem.resize(size);
    return stem;
}

/// What all temporary names of a file begin with. The random digits and the extension follow.
std::string temporaryBeginning(const fs::path& finalPath)
{
    return "." + shortened(finalPath.stem().string(), finalPath.extension().native().size()) + kPartial;
}

/// Whether a lock of ours is on the file; also where the file system has no locks. False: somebody else's is.
bool lockOrNoLocks(int descriptor)
{
    return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/// A new, locked file; -1 and errno where there is none.
int createLocked(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return -1;
    struct stat status {};
    if (lockOrNoLocks(descriptor) && ::fstat(descriptor, &status) == 0 && status.st_nlink > 0)
        return descriptor;
    // Somebody took it for abandoned before it was locked.
    ::unlink(path.c_str());
    ::close(descriptor);
    errno = EEXIST;
    return -1;
}

/// Removes a file unless somebody has locked it.
void removeUnlessLocked(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return;
    if (lockOrNoLocks(descriptor))
        ::unlink(path.c_str());
    ::close(descriptor);
}

/// Renames; 0 or an error number.
int renameOver(const fs::path& from, const fs::path& to)
{
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

/// Renames unless `to` exists; 0 or an error number, EEXIST where it does.
int renameNoReplace(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // Network file systems lack RENAME_NOREPLACE but have hard links, which never replace anything either.
    if (::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return 0;
    }
    if (errno == EEXIST)
        return EEXIST;
    // Neither: a check and a rename are the best there is.
    std::error_code error;
    if (fs::exists(fs::symlink_status(to, error)))
        return EEXIST;
    return renameOver(from, to);
}

}

Error writeError(const fs::path& path, int errorNumber)
{
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::OutputUnwritable, path.string(),
                 errorNumber == 0 ? std::string() : std::strerror(errorNumber)};
}

AtomicFile::AtomicFile(fs::path finalPath, fs::path temporaryPath, int descriptor, Overwrite overwrite)
    : m_finalPath(std::move(finalPath)), m_temporaryPath(std::move(temporaryPath)), m_descriptor(descriptor), m_overwrite(overwrite)
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_finalPath(std::move(other.m_finalPath)),
      m_temporaryPath(std::exchange(other.m_temporaryPath, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_overwrite(other.m_overwrite)
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    std::swap(m_finalPath, other.m_finalPath);
    std::swap(m_temporaryPath, other.m_temporaryPath);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_overwrite, other.m_overwrite);
    return *this;
}

AtomicFile::~AtomicFile()
{
    if (!m_temporaryPath.empty())
        ::unlink(m_temporaryPath.c_str());
    unlock();
}

void AtomicFile::unlock()
{
    if (const int descriptor = std::exchange(m_descriptor, -1); descriptor >= 0)
        ::close(descriptor);
}

Result<AtomicFile> AtomicFile::create(const fs::path& finalPath, Overwrite overwrite)
{
    std::error_code error;
    if (overwrite == Overwrite::No && fs::exists(fs::symlink_status(finalPath, error)))
        return fail(ErrorCode::OutputExists, finalPath.string());
    if (fs::is_directory(finalPath, error))
        return fail(ErrorCode::OutputUnwritable, finalPath.string(), "it is a folder");
    if (!finalPath.has_filename())
        return fail(ErrorCode::OutputUnwritable, finalPath.string(), "it has no file name");

    // The name tells what it is, keeps the extension (writers look at it) and is unique even for two runs into one folder.
    std::random_device random;
    const std::string beginning = temporaryBeginning(finalPath);
    for (int attempt = 0; attempt < 100; ++attempt) {
        char suffix[kSuffixDigits + 1];
        std::snprintf(suffix, sizeof suffix, "%08x", static_cast<unsigned>(random()));
        const fs::path temporary = folderOf(finalPath) / (beginning + suffix + finalPath.extension().string());
        if (const int descriptor = createLocked(temporary); descriptor >= 0)
            return AtomicFile(finalPath, temporary, descriptor, overwrite);
        if (errno != EEXIST)
            return tl::unexpected(writeError(finalPath, errno));
    }
    return tl::unexpected(writeError(finalPath, EEXIST));
}

Result<void> AtomicFile::commit()
{
    if (const int failure = flushToDisk(m_temporaryPath, O_WRONLY))
        return tl::unexpected(writeError(m_finalPath, failure));
    const int failure = m_overwrite == Overwrite::Yes ? renameOver(m_temporaryPath, m_finalPath)
                                                      : renameNoReplace(m_temporaryPath, m_finalPath);
    if (failure == EEXIST && m_overwrite == Overwrite::No)
        return fail(ErrorCode::OutputExists, m_finalPath.string());
    if (failure != 0)
        return tl::unexpected(writeError(m_finalPath, failure));
    m_temporaryPath.clear();
    unlock();
    flushToDisk(folderOf(m_finalPath), O_RDONLY | O_DIRECTORY);
    return {};
}

void removeAbandoned(const fs::path& finalPath)
{
    const std::string beginning = temporaryBeginning(finalPath);
    const std::string extension = finalPath.extension().string();
    std::error_code error;
    for (auto entry = fs::directory_iterator(folderOf(finalPath), error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.size() != beginning.size() + kSuffixDigits + extension.size() || !name.starts_with(beginning) ||
            !name.ends_with(extension))
            continue;
        const std::string suffix = name.substr(beginning.size(), kSuffixDigits);
        if (suffix.find_first_not_of("0123456789abcdef") == std::string::npos)
            removeUnlessLocked(entry->path());
    }
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
