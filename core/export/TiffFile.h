#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <tiffio.h>

#include "base/Error.h"
#include "base/FileDescriptor.h"

namespace isostain {

/// Random access bytes behind libtiff. Writes are gathered into large pieces. The first failure is kept and every later
/// write fails: libtiff itself does not tell a full disk from any other failure. One thread at a time.
class FileBytes {
public:
    /// Of a file that is open for reading and writing.
    explicit FileBytes(FileDescriptor file);

    /// False when this write or any before it failed.
    bool write(const void* data, std::size_t size);
    /// Number of bytes read; fewer than `size` at the end or on failure.
    std::size_t read(void* data, std::size_t size);
    void seek(std::uint64_t position) { m_position = position; }
    std::uint64_t position() const { return m_position; }
    std::uint64_t size() const { return m_size; }
    bool flush();

    /// errno of the first failure; 0 while all is well.
    int failure() const { return m_failure; }

private:
    FileDescriptor m_file;
    std::uint64_t m_position = 0;
    std::uint64_t m_size = 0;
    std::uint64_t m_pendingStart = 0;
    std::vector<std::byte> m_pending;   ///< not yet written, begins at m_pendingStart
    int m_failure = 0;
};

/// Closes a TIFF handle.
struct TiffCloser {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffHandle = std::unique_ptr<TIFF, TiffCloser>;

/// A TIFF being written. One thread at a time.
class TiffWriter {
public:
    enum class Variant { Classic, Big };

    /// Writes to the existing file `path`; errors name `subject`. Errors: OutputUnwritable.
    static Result<std::unique_ptr<TiffWriter>> create(const std::filesystem::path& path, const std::filesystem::path& subject,
                                                      Variant variant);
    TIFF* handle() const { return m_tiff.get(); }
    /// Why the last call failed: the disk, else what libtiff said.
    Error error() const;
    std::uint64_t size() const { return m_bytes.size(); }
    /// Hands what is pending to the system. Whether that went well, else error() says why.
    bool flush() { return m_bytes.flush(); }
    /// Closes the handle and writes what is pending. Errors: OutputUnwritable, DiskFull.
    Result<void> close();

private:
    TiffWriter(FileDescriptor file, std::filesystem::path subject);

    FileBytes m_bytes;
    std::filesystem::path m_subject;
    std::string m_message;   ///< libtiff's first error
    TiffHandle m_tiff;
};

/// Opens a TIFF for reading, silently. Null when libtiff refuses it.
TiffHandle openTiffForReading(const std::filesystem::path& path);

/// A TIFF in memory, as scratch space for libtiff's own codecs. One thread at a time.
class MemoryTiff {
public:
    MemoryTiff();
    TIFF* handle() const { return m_tiff.get(); }
    const std::vector<std::byte>& bytes() const { return m_bytes.content; }

private:
    struct Bytes {
        std::vector<std::byte> content;
        std::size_t position = 0;
    };
    Bytes m_bytes;
    TiffHandle m_tiff;
    friend struct MemoryTiffProcedures;
};

}
