#include "base/AtomicNames.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <random>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace isostain::atomic {

namespace fs = std::filesystem;

namespace {

constexpr const char* kPartial = ".partial-";
constexpr std::size_t kSuffixDigits = 8;
constexpr int kAttempts = 100;

/// Cuts a stem so that a temporary name around it is no longer than a file name may be; never within a UTF-8 character.
std::string shortened(std::string stem, std::size_t extensionBytes)
{
    constexpr std::size_t kAround = 32; // the dot, ".partial-" and the random digits, with room to spare
    const std::size_t taken = std::min<std::size_t>(NAME_MAX, kAround + extensionBytes);
    std::size_t size = std::min(stem.size(), NAME_MAX - taken);
    while (size > 0 && size < stem.size() && (stem[size] & 0xC0) == 0x80)
        --size;
    stem.resize(size);
    return stem;
}

/// What all temporary names of a file begin with. The random digits and the extension follow.
std::string temporaryBeginning(const fs::path& finalPath)
{
    return "." + shortened(finalPath.stem().string(), finalPath.extension().native().size()) + kPartial;
}

}

int flushToDisk(const fs::path& path, int flags)
{
    const FileDescriptor file = FileDescriptor::open(path, flags);
    return file.isOpen() && ::fsync(file.get()) == 0 ? 0 : errno;
}

fs::path folderOf(const fs::path& path)
{
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

int renameOver(const fs::path& from, const fs::path& to)
{
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

int renameNoReplace(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // Network file systems lack RENAME_NOREPLACE but have hard links, which never replace anything either.
    if (::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return 0;
    }
    if (errno == EEXIST)
        return EEXIST;
    // Neither: a check and a rename are the best there is.
    std::error_code error;
    if (fs::exists(fs::symlink_status(to, error)))
        return EEXIST;
    return renameOver(from, to);
}

int createUnderTemporaryName(const fs::path& finalPath, fs::path& temporary, const std::function<int(const fs::path&)>& create)
{
    // The name tells what it is, keeps the extension (writers look at it) and is unique even for two runs into one folder.
    std::random_device random;
    const std::string beginning = temporaryBeginning(finalPath);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        char suffix[kSuffixDigits + 1];
        std::snprintf(suffix, sizeof suffix, "%08x", static_cast<unsigned>(random()));
        temporary = folderOf(finalPath) / (beginning + suffix + finalPath.extension().string());
        const int failure = create(temporary);
        if (failure != EEXIST)
            return failure;
    }
    return EEXIST;
}

int keepLocked(FileDescriptor& made, const fs::path& path)
{
    struct stat status {};
    if (made.tryLock() == FileDescriptor::Lock::Taken && ::fstat(made.get(), &status) == 0 && status.st_nlink > 0)
        return 0;
    std::error_code error;
    fs::remove(path, error);
    made.close();
    return EEXIST;
}

void removeUnlessLocked(const fs::path& path)
{
    std::error_code error;
    const bool isFolder = fs::is_directory(fs::symlink_status(path, error));
    const auto file = FileDescriptor::open(path, (isFolder ? O_RDONLY | O_DIRECTORY : O_WRONLY) | O_NOFOLLOW | O_NONBLOCK);
    if (file.isOpen() && file.tryLock() == FileDescriptor::Lock::Taken)
        fs::remove_all(path, error);
}

bool looksTemporary(const std::string& name)
{
    return name.starts_with('.') && name.find(kPartial) != std::string::npos;
}

bool isTemporaryNameOf(const fs::path& finalPath, const std::string& name)
{
    const std::string beginning = temporaryBeginning(finalPath);
    const std::string extension = finalPath.extension().string();
    return name.size() == beginning.size() + kSuffixDigits + extension.size() && name.starts_with(beginning) &&
           name.ends_with(extension) &&
           name.substr(beginning.size(), kSuffixDigits).find_first_not_of("0123456789abcdef") == std::string::npos;
}

}
