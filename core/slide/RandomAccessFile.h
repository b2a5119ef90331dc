#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "base/Error.h"
#include "base/FileDescriptor.h"

namespace isostain {

/// A file read by position through one descriptor. It is not mapped into memory, so a file that shrinks or a drive that goes
/// away gives an error, not a signal. Any thread, any number at once.
class RandomAccessFile {
public:
    /// Errors: FileNotFound, FileUnreadable.
    static Result<RandomAccessFile> open(const std::filesystem::path& path);

    /// In bytes, when it was opened.
    std::uint64_t size() const { return m_size; }
    /// Fills `bytes` with what begins at `offset`. Error: FileUnreadable (also where the file ends before).
    Result<void> read(std::uint64_t offset, std::span<std::byte> bytes) const;

private:
    RandomAccessFile(FileDescriptor file, std::uint64_t size, std::string name);

    FileDescriptor m_file;
    std::uint64_t m_size;
    std::string m_name;
};

}
