#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

#include "base/Error.h"

namespace isostain {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. Any thread.
std::string sha256Hex(std::span<const std::byte> data);

/// SHA-256 of a file's content, read in pieces, between which a stop is noticed. Blocks; any thread.
/// Errors: FileNotFound, FileUnreadable, Cancelled.
Result<std::string> sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop = {});

}
