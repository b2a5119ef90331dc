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

/// SHA-256 of a file's content, read in pieces. Blocks; any thread. Errors: FileNotFound, FileUnreadable, Cancelled.
Result<std::string> sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop = {});

/// Tells large files apart without reading all of them: SHA-256 over the file's size (8 bytes, little-endian) and 64 pieces of
/// 64 KiB spread evenly from its first byte to its last; of files of at most 4 MiB over the size and all of it. A change
/// between the pieces that keeps the size stays unseen: for recognizing a file, not for trusting it. Errors: as above.
Result<std::string> quickSha256OfFile(const std::filesystem::path& path);

}
