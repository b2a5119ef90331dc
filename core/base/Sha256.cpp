#include "base/Sha256.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <limits>
#include <new>
#include <vector>

#include <openssl/evp.h>

#include "base/InputFile.h"

namespace isostain {

namespace {

constexpr std::uint64_t kPieces = 64;
constexpr std::uint64_t kPieceBytes = 64 << 10;

}

Sha256::Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
{
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
}

void Sha256::add(const void* data, std::size_t size)
{
    EVP_DigestUpdate(m_context.get(), data, size);
}

Result<void> Sha256::add(std::istream& stream, std::uint64_t most, const std::string& subject, const std::stop_token& stop)
{
    std::vector<char> buffer(1 << 20);
    while (stream && most > 0) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, subject);
        stream.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(most, buffer.size())));
        const auto count = static_cast<std::size_t>(stream.gcount());
        add(buffer.data(), count);
        most -= count;
    }
    if (stream.bad())
        return fail(ErrorCode::FileUnreadable, subject);
    return {};
}

std::string Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_context.get(), digest.data(), &length);
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * length);
    for (unsigned int i = 0; i < length; ++i) {
        text += kDigits[digest[i] >> 4];
        text += kDigits[digest[i] & 15];
    }
    return text;
}

std::string sha256Hex(std::span<const std::byte> data)
{
    Sha256 hasher;
    hasher.add(data.data(), data.size());
    return hasher.hex();
}

Result<std::string> sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop)
{
    if (const auto checked = checkIsFile(path); !checked)
        return tl::unexpected(checked.error());
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::FileUnreadable, path.string());
    Sha256 hasher;
    if (const auto added = hasher.add(file, std::numeric_limits<std::uint64_t>::max(), path.string(), stop); !added)
        return tl::unexpected(added.error());
    return hasher.hex();
}

Result<std::string> quickSha256OfFile(const std::filesystem::path& path)
{
    if (const auto checked = checkIsFile(path); !checked)
        return tl::unexpected(checked.error());
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return fail(ErrorCode::FileUnreadable, path.string());
    const auto size = static_cast<std::uint64_t>(file.tellg());
    Sha256 hasher;
    std::array<unsigned char, 8> sizeBytes{};
    for (std::size_t i = 0; i < sizeBytes.size(); ++i)
        sizeBytes[i] = static_cast<unsigned char>(size >> 8 * i);
    hasher.add(sizeBytes.data(), sizeBytes.size());

    const std::uint64_t spread = size > kPieces * kPieceBytes ? size - kPieceBytes : (kPieces - 1) * kPieceBytes;
    std::vector<char> piece(kPieceBytes);
    for (std::uint64_t i = 0; i < kPieces; ++i) {
        const std::uint64_t begin = spread / (kPieces - 1) * i + spread % (kPieces - 1) * i / (kPieces - 1);
        const std::uint64_t count = begin < size ? std::min<std::uint64_t>(kPieceBytes, size - begin) : 0;
        file.seekg(static_cast<std::streamoff>(begin));
        file.read(piece.data(), static_cast<std::streamsize>(count));
        if (!file)
            return fail(ErrorCode::FileUnreadable, path.string());
        hasher.add(piece.data(), static_cast<std::size_t>(count));
    }
    return hasher.hex();
}

}
