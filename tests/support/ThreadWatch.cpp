#include "support/ThreadWatch.h"

#include <chrono>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <string_view>
#include <utility>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>

namespace {

using isostain::test::ThreadWatch;

/// Of this thread; null: nobody looks, or the watch itself is at work.
thread_local ThreadWatch* watching = nullptr;

/// What is noted must not be watched itself.
class Unwatched {
public:
    Unwatched() : m_watch(std::exchange(watching, nullptr)) {}
    ~Unwatched() { watching = m_watch; }
    Unwatched(const Unwatched&) = delete;
    Unwatched& operator=(const Unwatched&) = delete;
    ThreadWatch* operator->() const { return m_watch; }

private:
    ThreadWatch* m_watch;
};

template <typename Function>
Function* next(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> starts)
{
    for (const std::string_view start : starts)
        if (text.starts_with(start))
            return true;
    return false;
}

/// The file of the library, or program, that has this address; only its name.
std::string libraryOf(void* address)
{
    Dl_info info = {};
    if (dladdr(address, &info) == 0 || !info.dli_fname)
        return "unknown";
    const std::string_view path = info.dli_fname;
    return std::string(path.substr(path.rfind('/') + 1));
}

bool isWindowSystem(std::string_view library)
{
    return startsWithAny(library, {"libxcb", "libX11", "libQt6XcbQpa", "libGL", "libgallium", "swrast", "libLLVM"}) ||
           library.find("_dri.so") != std::string_view::npos;
}

void noteOpened(const char* path)
{
    if (watching && path)
        Unwatched()->noteFile(path);
}

mode_t modeOf(int flags, va_list arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) ? va_arg(arguments, mode_t) : 0;
}

}

namespace isostain::test {

ThreadWatch::ThreadWatch()
{
    watching = this;
}

ThreadWatch::~ThreadWatch()
{
    watching = nullptr;
}

void ThreadWatch::noteFile(const char* path)
{
    if (!startsWithAny(path, {"/usr/", "/etc/", "/proc/", "/sys/", "/dev/", "/lib", "/run/", "/var/cache/fontconfig"}) &&
        std::string_view(path).find("/fontconfig/") == std::string_view::npos)
        m_files.emplace_back(path);
}

void ThreadWatch::noteWait(const char* what, void* caller)
{
    if (const std::string library = libraryOf(caller); !isWindowSystem(library))
        m_waits.push_back(std::string(what) + " by " + library);
}

void ThreadWatch::noteLock(double milliseconds, void* caller)
{
    if (milliseconds > m_longestLock && !isWindowSystem(libraryOf(caller)))
        m_longestLock = milliseconds;
}

}

// NOLINTBEGIN(readability-identifier-naming): the names are the C library's.
extern "C" {

int open(const char* path, int flags, ...)
{
    static auto* const real = next<int(const char*, int, mode_t)>("open");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    noteOpened(path);
    return real(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    static auto* const real = next<int(const char*, int, mode_t)>("open64");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    noteOpened(path);
    return real(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...)
{
    static auto* const real = next<int(int, const char*, int, mode_t)>("openat");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    noteOpened(path);
    return real(folder, path, flags, mode);
}

int openat64(int folder, const char* path, int flags, ...)
{
    static auto* const real = next<int(int, const char*, int, mode_t)>("openat64");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    noteOpened(path);
    return real(folder, path, flags, mode);
}

FILE* fopen(const char* path, const char* mode)
{
    static auto* const real = next<FILE*(const char*, const char*)>("fopen");
    noteOpened(path);
    return real(path, mode);
}

FILE* fopen64(const char* path, const char* mode)
{
    static auto* const real = next<FILE*(const char*, const char*)>("fopen64");
    noteOpened(path);
    return real(path, mode);
}

DIR* opendir(const char* path)
{
    static auto* const real = next<DIR*(const char*)>("opendir");
    noteOpened(path);
    return real(path);
}

// The thread sanitizer stands in for these itself, and has to know which library calls them.
#ifndef __SANITIZE_THREAD__

int pthread_mutex_lock(pthread_mutex_t* mutex)
{
    static auto* const real = next<int(pthread_mutex_t*)>("pthread_mutex_lock");
    if (!watching || pthread_mutex_trylock(mutex) == 0)
        return watching ? 0 : real(mutex);
    const auto start = std::chrono::steady_clock::now();
    const int result = real(mutex);
    const std::chrono::duration<double, std::milli> waited = std::chrono::steady_clock::now() - start;
    Unwatched()->noteLock(waited.count(), __builtin_return_address(0));
    return result;
}

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex)
{
    static auto* const real = next<int(pthread_cond_t*, pthread_mutex_t*)>("pthread_cond_wait");
    if (watching)
        Unwatched()->noteWait("condition", __builtin_return_address(0));
    return real(condition, mutex);
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until)
{
    static auto* const real = next<int(pthread_cond_t*, pthread_mutex_t*, const timespec*)>("pthread_cond_timedwait");
    if (watching)
        Unwatched()->noteWait("condition", __builtin_return_address(0));
    return real(condition, mutex, until);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* until)
{
    static auto* const real =
        next<int(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*)>("pthread_cond_clockwait");
    if (watching)
        Unwatched()->noteWait("condition", __builtin_return_address(0));
    return real(condition, mutex, clock, until);
}

int pthread_join(pthread_t thread, void** result)
{
    static auto* const real = next<int(pthread_t, void**)>("pthread_join");
    if (!watching)
        return real(thread, result);
    // One that has ended keeps nobody waiting.
    const int joined = pthread_tryjoin_np(thread, result);
    if (joined != EBUSY)
        return joined;
    Unwatched()->noteWait("the end of a thread", __builtin_return_address(0));
    return real(thread, result);
}

#endif

}
// NOLINTEND(readability-identifier-naming)
