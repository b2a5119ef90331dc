#pragma once

#include <filesystem>

#include "base/Error.h"

namespace isostain {

/// Says that this process writes a run. Ends with the object, or with the process, however it ends. Where a file system has no
/// locks, two writers of one run are the user's to avoid. One thread at a time.
class RunLock {
public:
    /// Errors: RunBusy (another process has it), OutputUnwritable, DiskFull.
    static Result<RunLock> take(const std::filesystem::path& run);

    RunLock(RunLock&& other) noexcept;
    RunLock& operator=(RunLock&& other) noexcept;
    ~RunLock();

private:
    explicit RunLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

/// Whether somebody has the lock of a run now. Any thread.
bool isRunLocked(const std::filesystem::path& run);

}
