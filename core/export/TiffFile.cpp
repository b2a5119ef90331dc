#include "export/TiffFile.h"

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <new>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "base/AtomicFile.h"

namespace isostain {

namespace {

constexpr std::size_t kPieceBytes = std::size_t(4) << 20;

/// What libtiff's callbacks need.
struct Procedures {
    TIFFReadWriteProc read;
    TIFFReadWriteProc write;
    TIFFSeekProc seek;
    TIFFSizeProc size;
};

int closeNothing(thandle_t)
{
    return 0;
}

#if TIFFLIB_VERSION >= 20221213
using OpenOptions = std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)>;

/// Keeps libtiff's first error; without a place to keep it, only silences it.
int keepMessage(TIFF*, void* target, const char* module, const char* format, va_list arguments)
{
    auto* message = static_cast<std::string*>(target);
    if (message && message->empty()) {
        char text[512];
        std::vsnprintf(text, sizeof text, format, arguments);
        *message = std::string(module ? module : "libtiff") + ": " + text;
    }
    return 1;
}

/// Options under which libtiff prints nothing; its first error goes to `message`, which may be null.
OpenOptions quietOptions(std::string* message)
{
    OpenOptions options(TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
    if (!options)
        throw std::bad_alloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keepMessage, message);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), keepMessage, nullptr);
    return options;
}
#endif

TiffHandle openClient(const char* name, const char* mode, thandle_t client, const Procedures& procedures, std::string* message)
{
#if TIFFLIB_VERSION >= 20221213
    return TiffHandle(TIFFClientOpenExt(name, mode, client, procedures.read, procedures.write, procedures.seek, closeNothing,
                                        procedures.size, nullptr, nullptr, quietOptions(message).get()));
#else
    (void)message;
    return TiffHandle(TIFFClientOpen(name, mode, client, procedures.read, procedures.write, procedures.seek, closeNothing,
                                     procedures.size, nullptr, nullptr));
#endif
}

std::uint64_t seekTarget(toff_t offset, int whence, std::uint64_t position, std::uint64_t size)
{
    return offset + (whence == SEEK_CUR ? position : whence == SEEK_END ? size : 0);
}

FileBytes& file(thandle_t client)
{
    return *static_cast<FileBytes*>(client);
}

constexpr Procedures kFileProcedures = {
    [](thandle_t client, void* data, tmsize_t size) {
        return static_cast<tmsize_t>(file(client).read(data, static_cast<std::size_t>(size)));
    },
    [](thandle_t client, void* data, tmsize_t size) {
        return file(client).write(data, static_cast<std::size_t>(size)) ? size : tmsize_t(-1);
    },
    [](thandle_t client, toff_t offset, int whence) -> toff_t {
        file(client).seek(seekTarget(offset, whence, file(client).position(), file(client).size()));
        return file(client).position();
    },
    [](thandle_t client) -> toff_t { return file(client).size(); },
};

}

FileBytes::FileBytes(FileDescriptor file) : m_file(std::move(file))
{
    m_pending.reserve(kPieceBytes);
}

bool FileBytes::write(const void* data, std::size_t size)
{
    if (m_position != m_pendingStart + m_pending.size() || m_pending.size() + size > kPieceBytes) {
        if (!flush())
            return false;
        m_pendingStart = m_position;
    }
    const auto* bytes = static_cast<const std::byte*>(data);
    m_pending.insert(m_pending.end(), bytes, bytes + size);
    m_position += size;
    m_size = std::max(m_size, m_position);
    return m_failure == 0;
}

std::size_t FileBytes::read(void* data, std::size_t size)
{
    if (!flush())
        return 0;
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got =
            ::pread(m_file.get(), static_cast<std::byte*>(data) + done, size - done, static_cast<off_t>(m_position));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            m_failure = errno;
        if (got <= 0)
            break;
        done += static_cast<std::size_t>(got);
        m_position += static_cast<std::uint64_t>(got);
    }
    return done;
}

bool FileBytes::flush()
{
    std::size_t done = 0;
    while (m_failure == 0 && done < m_pending.size()) {
        const ssize_t written = ::pwrite(m_file.get(), m_pending.data() + done, m_pending.size() - done,
                                         static_cast<off_t>(m_pendingStart + done));
        if (written > 0)
            done += static_cast<std::size_t>(written);
        else if (written == 0 || errno != EINTR)
            m_failure = written == 0 ? EIO : errno;
    }
    m_pendingStart += m_pending.size();
    m_pending.clear();
    return m_failure == 0;
}

TiffWriter::TiffWriter(FileDescriptor file, std::filesystem::path subject) : m_bytes(std::move(file)), m_subject(std::move(subject)) {}

Result<std::unique_ptr<TiffWriter>> TiffWriter::create(const std::filesystem::path& path, const std::filesystem::path& subject,
                                                       Variant variant)
{
    auto opened = FileDescriptor::open(path, O_RDWR | O_TRUNC);
    if (!opened.isOpen())
        return tl::unexpected(writeError(subject, errno));
    std::unique_ptr<TiffWriter> writer(new TiffWriter(std::move(opened), subject));
    writer->m_tiff = openClient(path.c_str(), variant == Variant::Big ? "w8" : "w4", &writer->m_bytes, kFileProcedures,
                                &writer->m_message);
    if (!writer->m_tiff)
        return tl::unexpected(writer->error());
    return writer;
}

Error TiffWriter::error() const
{
    if (m_bytes.failure() != 0)
        return writeError(m_subject, m_bytes.failure());
    return Error{ErrorCode::OutputUnwritable, m_subject.string(), m_message};
}

Result<void> TiffWriter::close()
{
    m_tiff.reset();
    if (!m_bytes.flush())
        return tl::unexpected(error());
    return {};
}

TiffHandle openTiffForReading(const std::filesystem::path& path)
{
    // Without memory mapping ("m"): a file that shrinks or a drive that goes away is then an error, not a signal.
    constexpr const char* kMode = "rm";
#if TIFFLIB_VERSION >= 20221213
    return TiffHandle(TIFFOpenExt(path.c_str(), kMode, quietOptions(nullptr).get()));
#else
    return TiffHandle(TIFFOpen(path.c_str(), kMode));
#endif
}

struct MemoryTiffProcedures {
    static MemoryTiff::Bytes& bytes(thandle_t client) { return *static_cast<MemoryTiff::Bytes*>(client); }

    static tmsize_t read(thandle_t client, void* data, tmsize_t size)
    {
        auto& memory = bytes(client);
        const std::size_t start = std::min(memory.position, memory.content.size());
        const std::size_t count = std::min(memory.content.size() - start, static_cast<std::size_t>(size));
        std::memcpy(data, memory.content.data() + start, count);
        memory.position = start + count;
        return static_cast<tmsize_t>(count);
    }
    static tmsize_t write(thandle_t client, void* data, tmsize_t size)
    {
        auto& memory = bytes(client);
        const std::size_t end = memory.position + static_cast<std::size_t>(size);
        if (memory.content.size() < end)
            memory.content.resize(end);
        std::memcpy(memory.content.data() + memory.position, data, static_cast<std::size_t>(size));
        memory.position = end;
        return size;
    }
    static toff_t seek(thandle_t client, toff_t offset, int whence)
    {
        auto& memory = bytes(client);
        memory.position = seekTarget(offset, whence, memory.position, memory.content.size());
        return memory.position;
    }
    static toff_t size(thandle_t client) { return bytes(client).content.size(); }
};

MemoryTiff::MemoryTiff()
{
    m_tiff = openClient("memory", "w4", &m_bytes,
                        {MemoryTiffProcedures::read, MemoryTiffProcedures::write, MemoryTiffProcedures::seek,
                         MemoryTiffProcedures::size},
                        nullptr);
    if (!m_tiff)
        throw std::bad_alloc();
}

}
