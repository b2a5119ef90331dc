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
    FileDescriptor opened = FileDescriptor::open(path, O_RDONLY);
    if (!opened.isOpen())
        return fail(ErrorCode::FileUnreadable, path.string(), reason(errno));
    struct stat status {};
    if (::fstat(opened.get(), &status) != 0)
        return fail(ErrorCode::FileUnreadable, path.string(), reason(errno));
    return RandomAccessFile(std::move(opened), static_cast<std::uint64_t>(status.st_size), path.string());
}

RandomAccessFile::RandomAccessFile(FileDescriptor file, std::uint64_t size, std::string name)
    : m_file(std::move(file)),
      m_size(size),
      m_name(std::move(name))
{
}

Result<void> RandomAccessFile::read(std::uint64_t offset, std::span<std::byte> bytes) const
{
    if (offset > m_size || bytes.size() > m_size - offset)
        return fail(ErrorCode::FileUnreadable, m_name, "it ends before");
    while (!bytes.empty()) {
        const ssize_t count = ::pread(m_file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
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
