#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "base/Error.h"

namespace isostain {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. Any thread.
std::string sha256Hex(std::span<const std::byte> data);

/// SHA-256 of a file's content, read in pieces. Blocks; any thread. Errors: FileNotFound, FileUnreadable.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

}
