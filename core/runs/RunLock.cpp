#include "runs/RunLock.h"

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>

#include "base/AtomicFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFileName = ".lock";
constexpr int kAttempts = 10;
constexpr std::chrono::milliseconds kPause(5);

}

Result<RunLock> RunLock::take(const fs::path& run)
{
    const fs::path path = run / kFileName;
    auto file = FileDescriptor::open(path, O_RDWR | O_CREAT);
    if (!file.isOpen())
        return tl::unexpected(writeError(run, errno));
    // Whoever only asks whether it is locked has it for a moment.
    for (int attempt = 0; file.tryLock() == FileDescriptor::Lock::Elsewhere; ++attempt) {
        if (attempt == kAttempts)
            return fail(ErrorCode::RunBusy, run.string());
        std::this_thread::sleep_for(kPause);
    }
    return RunLock(std::move(file));
}

bool isRunLocked(const fs::path& run)
{
    const auto file = FileDescriptor::open(run / kFileName, O_RDONLY);
    return file.isOpen() && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

}
