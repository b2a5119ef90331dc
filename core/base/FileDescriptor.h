#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

namespace isostain {

/// An open file or folder of the system's, closed with this object, which ends its locks too. Numbers of errors are errno's, 0
/// for none. One thread at a time, but for reading from get() by position.
class FileDescriptor {
public:
    enum class Lock {
        Taken,     ///< also where the file system has no locks: then sharing is the user's to avoid
        Elsewhere, ///< somebody else has it
    };

    FileDescriptor() = default;
    /// Takes over what open(2) and its like gave; negative: nothing.
    explicit FileDescriptor(int descriptor) : m_descriptor(descriptor) {}
    FileDescriptor(FileDescriptor&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    ~FileDescriptor() { close(); }

    /// `flags` and `mode` are those of open(2); not inherited by programs that are started. Not open: errno says why.
    static FileDescriptor open(const std::filesystem::path& path, int flags, unsigned mode = 0666);

    bool isOpen() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }
    void close();

    /// An exclusive lock, seen by others who ask for one. Does not wait.
    Lock tryLock() const;
    /// Writes all of it at the file's place. Gives the number of an error.
    int write(std::string_view text) const;
    /// What has been written is on the disk afterwards. Some file systems know no such thing; that is no error.
    int flushData() const;

private:
    int m_descriptor = -1;
};

}
