#include "slide/RandomAccessFile.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/InputFile.h"

namespace isostain {

namespace {

std::string reason(int error)
{
    return std::generic_category().message(error);
}

}

Result<RandomAccessFile> RandomAccessFile::open(const std::filesystem::path& path)
{
    if (auto checked = checkIsFile(path); !checked)
        return tl::unexpected(std::move(checked).error());
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::FileUnreadable, path.string(), reason(errno));
    struct stat status {};
    const int error = ::fstat(descriptor, &status) == 0 ? 0 : errno;
    RandomAccessFile file(descriptor, static_cast<std::uint64_t>(status.st_size), path.string());
    if (error != 0)
        return fail(ErrorCode::FileUnreadable, path.string(), reason(error));
    return file;
}

RandomAccessFile::RandomAccessFile(int descriptor, std::uint64_t size, std::string name)
    : m_descriptor(descriptor),
      m_size(size),
      m_name(std::move(name))
{
}

RandomAccessFile::RandomAccessFile(RandomAccessFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_size(other.m_size),
      m_name(std::move(other.m_name))
{
}

RandomAccessFile::~RandomAccessFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> RandomAccessFile::read(std::uint64_t offset, std::span<std::byte> bytes) const
{
    if (offset > m_size || bytes.size() > m_size - offset)
        return fail(ErrorCode::FileUnreadable, m_name, "it ends before");
    while (!bytes.empty()) {
        const ssize_t count = ::pread(m_descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fail(ErrorCode::FileUnreadable, m_name, count < 0 ? reason(errno) : "it has become shorter");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
    return {};
}

}
