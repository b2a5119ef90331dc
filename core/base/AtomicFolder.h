#pragma once

#include <filesystem>

#include "base/AtomicFile.h"

namespace isostain {

/// A folder that appears under its final name only when all that is in it is complete; what AtomicFile is for files. It is
/// filled under a temporary name in the same folder, which removeAbandoned() knows too; destruction without commit() removes
/// it. One thread at a time.
class AtomicFolder {
public:
    /// Errors: OutputExists (unless overwriting), OutputUnwritable (also where a file lies there), DiskFull.
    static Result<AtomicFolder> create(const std::filesystem::path& finalPath, Overwrite overwrite);

    AtomicFolder(AtomicFolder&& other) noexcept;
    AtomicFolder& operator=(AtomicFolder&& other) noexcept;
    ~AtomicFolder();

    const std::filesystem::path& temporaryPath() const { return m_temporaryPath; }
    const std::filesystem::path& finalPath() const { return m_finalPath; }

    /// Flushes everything to disk and renames. A folder that is replaced, with all that is in it, is removed after the new one
    /// has its name. Errors: OutputExists (it appeared meanwhile), OutputUnwritable, DiskFull.
    Result<void> commit();

private:
    AtomicFolder(std::filesystem::path finalPath, std::filesystem::path temporaryPath, FileDescriptor lock, Overwrite overwrite);
    int replace();

    std::filesystem::path m_finalPath;
    std::filesystem::path m_temporaryPath;
    FileDescriptor m_lock;
    Overwrite m_overwrite;
};

}
