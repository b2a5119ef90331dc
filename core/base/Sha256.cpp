#include "base/Sha256.h"

#include <array>
#include <fstream>
#include <memory>
#include <new>
#include <vector>

#include <openssl/evp.h>

#include "base/InputFile.h"

namespace isostain {

namespace {

class Hasher {
public:
    Hasher() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
            throw std::bad_alloc();
    }
    void add(const void* data, std::size_t size) { EVP_DigestUpdate(m_context.get(), data, size); }
    std::string hex()
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

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

}

std::string sha256Hex(std::span<const std::byte> data)
{
    Hasher hasher;
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
    Hasher hasher;
    std::vector<char> buffer(1 << 20);
    while (file) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, path.string());
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hasher.add(buffer.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad())
        return fail(ErrorCode::FileUnreadable, path.string());
    return hasher.hex();
}

}
