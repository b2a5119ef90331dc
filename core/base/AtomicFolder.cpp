#include "base/AtomicFolder.h"

#include <cerrno>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/AtomicNames.h"

namespace isostain {

namespace fs = std::filesystem;
using namespace atomic;

namespace {

int makeFolder(const fs::path& path)
{
    return ::mkdir(path.c_str(), 0777) == 0 ? 0 : errno;
}

/// All files and folders below, then the folder itself. Some file systems cannot flush a folder; that is no failure.
int flushTree(const fs::path& folder)
{
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->is_directory(error))
            flushToDisk(entry->path(), O_RDONLY | O_DIRECTORY);
        else if (const int failure = flushToDisk(entry->path(), O_WRONLY))
            return failure;
    }
    flushToDisk(folder, O_RDONLY | O_DIRECTORY);
    return error ? error.value() : 0;
}

void removeTree(const fs::path& path)
{
    std::error_code error;
    fs::remove_all(path, error);
}

}

AtomicFolder::AtomicFolder(fs::path finalPath, fs::path temporaryPath, FileDescriptor lock, Overwrite overwrite)
    : m_finalPath(std::move(finalPath)),
      m_temporaryPath(std::move(temporaryPath)),
      m_lock(std::move(lock)),
      m_overwrite(overwrite)
{
}

AtomicFolder::AtomicFolder(AtomicFolder&& other) noexcept
    : m_finalPath(std::move(other.m_finalPath)),
      m_temporaryPath(std::exchange(other.m_temporaryPath, {})),
      m_lock(std::move(other.m_lock)),
      m_overwrite(other.m_overwrite)
{
}

AtomicFolder& AtomicFolder::operator=(AtomicFolder&& other) noexcept
{
    std::swap(m_finalPath, other.m_finalPath);
    std::swap(m_temporaryPath, other.m_temporaryPath);
    std::swap(m_lock, other.m_lock);
    std::swap(m_overwrite, other.m_overwrite);
    return *this;
}

AtomicFolder::~AtomicFolder()
{
    if (!m_temporaryPath.empty())
        removeTree(m_temporaryPath);
}

Result<AtomicFolder> AtomicFolder::create(const fs::path& finalPath, Overwrite overwrite)
{
    std::error_code error;
    if (overwrite == Overwrite::No && fs::exists(fs::symlink_status(finalPath, error)))
        return fail(ErrorCode::OutputExists, finalPath.string());
    if (fs::exists(finalPath, error) && !fs::is_directory(finalPath, error))
        return fail(ErrorCode::OutputUnwritable, finalPath.string(), "it is a file");
    if (!finalPath.has_filename())
        return fail(ErrorCode::OutputUnwritable, finalPath.string(), "it has no name");
    fs::path temporary;
    FileDescriptor folder;
    const int failure = createUnderTemporaryName(finalPath, temporary, [&folder](const fs::path& path) {
        if (const int unmade = makeFolder(path))
            return unmade;
        folder = FileDescriptor::open(path, O_RDONLY | O_DIRECTORY);
        if (folder.isOpen())
            return keepLocked(folder, path);
        const int unopened = errno;
        removeTree(path);
        return unopened;
    });
    if (failure != 0)
        return tl::unexpected(writeError(finalPath, failure));
    return AtomicFolder(finalPath, temporary, std::move(folder), overwrite);
}

Result<void> AtomicFolder::commit()
{
    if (const int failure = flushTree(m_temporaryPath))
        return tl::unexpected(writeError(m_finalPath, failure));
    int failure = renameNoReplace(m_temporaryPath, m_finalPath);
    if (failure == 0)
        m_temporaryPath.clear();
    else if (failure == EEXIST && m_overwrite == Overwrite::Yes)
        failure = replace();
    if (failure == 0)
        m_lock.close();
    if (failure == EEXIST && m_overwrite == Overwrite::No)
        return fail(ErrorCode::OutputExists, m_finalPath.string());
    if (failure != 0)
        return tl::unexpected(writeError(m_finalPath, failure));
    flushToDisk(folderOf(m_finalPath), O_RDONLY | O_DIRECTORY);
    return {};
}

/// The old folder goes when the new one has its name.
int AtomicFolder::replace()
{
    if (::renameat2(AT_FDCWD, m_temporaryPath.c_str(), AT_FDCWD, m_finalPath.c_str(), RENAME_EXCHANGE) == 0) {
        removeTree(std::exchange(m_temporaryPath, {}));
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // Without an exchange, the old folder steps aside, and back where the new one cannot take its place. A rename may replace
    // an empty folder.
    fs::path aside;
    if (const int failure = createUnderTemporaryName(m_finalPath, aside, makeFolder))
        return failure;
    if (const int failure = renameOver(m_finalPath, aside)) {
        removeTree(aside);
        return failure;
    }
    if (const int failure = renameOver(m_temporaryPath, m_finalPath)) {
        renameOver(aside, m_finalPath);
        return failure;
    }
    m_temporaryPath.clear();
    removeTree(aside);
    return 0;
}

}
