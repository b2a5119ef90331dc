#pragma once

#include <filesystem>
#include <string>

#include "base/Error.h"

namespace isostain {

/// Whether there is a regular file, asked before it is opened: a pipe would wait for a writer, and a device may never end.
/// Blocks on the file system; any thread. Errors: FileNotFound, FileUnreadable (a folder, pipe or device, or out of reach).
Result<void> checkIsFile(const std::filesystem::path& path);

/// All of a file's bytes, of one that is small. Blocks; any thread. Errors: as checkIsFile().
Result<std::string> readTextFile(const std::filesystem::path& path);

}
