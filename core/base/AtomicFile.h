#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "base/Error.h"
#include "base/FileDescriptor.h"

namespace isostain {

/// Whether a file that exists already may be replaced.
enum class Overwrite { No, Yes };

/// A file that appears under its final name only when it is complete. It is written under a temporary name in the same
/// folder; commit() flushes it to disk and renames it; destruction without commit() removes it. Until then it is locked, so
/// that removeAbandoned() tells it from one whose process was killed. One thread at a time.
class AtomicFile {
public:
    /// Errors: OutputExists (unless overwriting), OutputUnwritable, DiskFull.
    static Result<AtomicFile> create(const std::filesystem::path& finalPath, Overwrite overwrite);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    const std::filesystem::path& temporaryPath() const { return m_temporaryPath; }
    const std::filesystem::path& finalPath() const { return m_finalPath; }

    /// fsync, rename, fsync of the folder. Errors: OutputExists (it appeared meanwhile), OutputUnwritable, DiskFull.
    Result<void> commit();

private:
    AtomicFile(std::filesystem::path finalPath, std::filesystem::path temporaryPath, FileDescriptor lock, Overwrite overwrite);

    std::filesystem::path m_finalPath;
    std::filesystem::path m_temporaryPath;
    FileDescriptor m_lock;
    Overwrite m_overwrite;
};

/// Writes a whole small file through AtomicFile. Blocks; any thread. Errors: as AtomicFile.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content, Overwrite overwrite);

/// Removes the files and folders that writers of `finalPath` have left under temporary names because their process was killed.
/// What is being written now is left alone; only where a file system has no locks, callers must know that nothing is. Blocks;
/// any thread.
void removeAbandoned(const std::filesystem::path& finalPath);
/// The same for many at once: each of their folders is listed once.
void removeAbandoned(std::span<const std::filesystem::path> finalPaths);

/// The error for a failed write: DiskFull for ENOSPC and EDQUOT, else OutputUnwritable.
Error writeError(const std::filesystem::path& path, int errorNumber);

}
