#pragma once

#include <filesystem>

#include "base/Error.h"
#include "base/FileDescriptor.h"

namespace isostain {

/// Says that this process writes a run. Ends with the object, or with the process, however it ends. Where a file system has no
/// locks, two writers of one run are the user's to avoid. One thread at a time.
class RunLock {
public:
    /// Errors: RunBusy (another process has it), OutputUnwritable, DiskFull.
    static Result<RunLock> take(const std::filesystem::path& run);

private:
    explicit RunLock(FileDescriptor file) : m_file(std::move(file)) {}

    FileDescriptor m_file;
};

/// Whether somebody has the lock of a run now. Any thread.
bool isRunLocked(const std::filesystem::path& run);

}
