#include "base/FileDescriptor.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace isostain {

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept
{
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

FileDescriptor FileDescriptor::open(const std::filesystem::path& path, int flags, unsigned mode)
{
    return FileDescriptor(::open(path.c_str(), flags | O_CLOEXEC, mode));
}

void FileDescriptor::close()
{
    if (const int descriptor = std::exchange(m_descriptor, -1); descriptor >= 0)
        ::close(descriptor);
}

FileDescriptor::Lock FileDescriptor::tryLock() const
{
    return ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK ? Lock::Taken : Lock::Elsewhere;
}

int FileDescriptor::write(std::string_view text) const
{
    while (!text.empty()) {
        const ssize_t written = ::write(m_descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int FileDescriptor::flushData() const
{
    return ::fdatasync(m_descriptor) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

}
