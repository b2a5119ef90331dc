#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/FileDescriptor.h"

/// What AtomicFile and AtomicFolder share. Numbers returned are errno's; 0: done.
namespace isostain::atomic {

/// Flushes a file or folder to disk. `flags` are those of open(2).
int flushToDisk(const std::filesystem::path& path, int flags);

std::filesystem::path folderOf(const std::filesystem::path& path);

int renameOver(const std::filesystem::path& from, const std::filesystem::path& to);

/// Renames unless `to` exists: EEXIST.
int renameNoReplace(const std::filesystem::path& from, const std::filesystem::path& to);

/// Calls `create` with temporary names beside `finalPath` until it returns something other than EEXIST; the last name tried is
/// in `temporary`.
int createUnderTemporaryName(const std::filesystem::path& finalPath, std::filesystem::path& temporary,
                             const std::function<int(const std::filesystem::path&)>& create);

/// Locks a file or folder that has just been made, for removeUnlessLocked() to see until it is closed. EEXIST where
/// somebody took it for abandoned before: then it is closed and the name free again.
int keepLocked(FileDescriptor& made, const std::filesystem::path& path);

/// Removes a file or folder, with all that is in it, unless somebody keeps it locked. Where a file system has no locks, it is
/// removed.
void removeUnlessLocked(const std::filesystem::path& path);

/// Whether a name is one that createUnderTemporaryName() gives for some file.
bool looksTemporary(const std::string& name);

/// Whether a name in the folder of `finalPath` is one that createUnderTemporaryName() gives.
bool isTemporaryNameOf(const std::filesystem::path& finalPath, const std::string& name);

}
