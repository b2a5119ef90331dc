#pragma once

#include <string>
#include <vector>

namespace isostain::test {

/// Sees what the thread that makes it does for as long as it lives: which files it opens, and what it waits for. It stands in
/// for the C library's functions, so the executable needs its symbols exported (ENABLE_EXPORTS). One at a time; made and
/// destroyed in the thread that is watched. Under the thread sanitizer it sees files alone.
class ThreadWatch {
public:
    ThreadWatch();
    ~ThreadWatch();
    ThreadWatch(const ThreadWatch&) = delete;
    ThreadWatch& operator=(const ThreadWatch&) = delete;

    /// Opened by the thread, but for those of the system (fonts, locales, devices).
    const std::vector<std::string>& files() const { return m_files; }
    /// What it waited for until another thread had done something (condition variables, the end of threads), by the library
    /// that asked for it; the window system's own waits are left out.
    const std::vector<std::string>& waits() const { return m_waits; }
    /// Of locks that another thread held when this one asked for them.
    double longestLockMilliseconds() const { return m_longestLock; }

    void noteFile(const char* path);
    void noteWait(const char* what, void* caller);
    void noteLock(double milliseconds, void* caller);

private:
    std::vector<std::string> m_files;
    std::vector<std::string> m_waits;
    double m_longestLock = 0;
};

}
