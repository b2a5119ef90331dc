#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

#include "base/Error.h"

struct evp_md_ctx_st;   // OpenSSL's

namespace isostain {

/// SHA-256 (FIPS 180-4) of what comes piece by piece. One thread at a time.
class Sha256 {
public:
    Sha256();
    void add(const void* data, std::size_t size);
    /// What comes from a stream's place on, `most` bytes at most and up to its end. Errors: FileUnreadable and Cancelled,
    /// about `subject`.
    Result<void> add(std::istream& stream, std::uint64_t most, const std::string& subject, const std::stop_token& stop = {});
    /// 64 lower-case hexadecimal digits; nothing may be added afterwards.
    std::string hex();

private:
    std::unique_ptr<evp_md_ctx_st, void (*)(evp_md_ctx_st*)> m_context;
};

/// SHA-256 as 64 lower-case hexadecimal digits. Any thread.
std::string sha256Hex(std::span<const std::byte> data);

/// SHA-256 of a file's content, read in pieces. Blocks; any thread. Errors: FileNotFound, FileUnreadable, Cancelled.
Result<std::string> sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop = {});

/// Tells large files apart without reading all of them: SHA-256 over the file's size (8 bytes, little-endian) and 64 pieces of
/// 64 KiB spread evenly from its first byte to its last; of files of at most 4 MiB over the size and all of it. A change
/// between the pieces that keeps the size stays unseen: for recognizing a file, not for trusting it. Errors: as above.
Result<std::string> quickSha256OfFile(const std::filesystem::path& path);

}
