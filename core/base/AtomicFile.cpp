#include "base/AtomicFile.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "base/AtomicNames.h"

namespace isostain {

namespace fs = std::filesystem;
using namespace atomic;

Error writeError(const fs::path& path, int errorNumber)
{
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::OutputUnwritable, path.string(),
                 errorNumber == 0 ? std::string() : std::strerror(errorNumber)};
}

AtomicFile::AtomicFile(fs::path finalPath, fs::path temporaryPath, FileDescriptor lock, Overwrite overwrite)
    : m_finalPath(std::move(finalPath)), m_temporaryPath(std::move(temporaryPath)), m_lock(std::move(lock)), m_overwrite(overwrite)
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_finalPath(std::move(other.m_finalPath)),
      m_temporaryPath(std::exchange(other.m_temporaryPath, {})),
      m_lock(std::move(other.m_lock)),
      m_overwrite(other.m_overwrite)
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    std::swap(m_finalPath, other.m_finalPath);
    std::swap(m_temporaryPath, other.m_temporaryPath);
    std::swap(m_lock, other.m_lock);
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
    if (!finalPath.has_filename())
        return fail(ErrorCode::OutputUnwritable, finalPath.string(), "it has no file name");

    fs::path temporary;
    FileDescriptor file;
    const int failure = createUnderTemporaryName(finalPath, temporary, [&file](const fs::path& path) {
        file = FileDescriptor::open(path, O_WRONLY | O_CREAT | O_EXCL);
        return file.isOpen() ? keepLocked(file, path) : errno;
    });
    if (failure != 0)
        return tl::unexpected(writeError(finalPath, failure));
    return AtomicFile(finalPath, temporary, std::move(file), overwrite);
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
    m_lock.close();
    flushToDisk(folderOf(m_finalPath), O_RDONLY | O_DIRECTORY);
    return {};
}

void removeAbandoned(const fs::path& finalPath)
{
    removeAbandoned(std::span(&finalPath, 1));
}

void removeAbandoned(std::span<const fs::path> finalPaths)
{
    std::map<fs::path, std::vector<fs::path>> byFolder;
    for (const fs::path& path : finalPaths)
        byFolder[folderOf(path)].push_back(path);
    std::vector<fs::path> abandoned;
    for (const auto& [folder, paths] : byFolder) {
        std::error_code error;
        for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (looksTemporary(name) &&
                std::any_of(paths.begin(), paths.end(), [&](const fs::path& path) { return isTemporaryNameOf(path, name); }))
                abandoned.push_back(entry->path());
        }
    }
    for (const fs::path& path : abandoned)
        removeUnlessLocked(path);
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
