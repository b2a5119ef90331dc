#include "base/Base64.h"

#include <algorithm>

#include <openssl/evp.h>

namespace isostain {

std::string base64(std::span<const std::byte> data)
{
    constexpr std::size_t kPiece = std::size_t(3) << 20;   // whole groups of three, and EVP counts in int
    std::string text;
    text.reserve((data.size() + 2) / 3 * 4 + 1);
    for (std::size_t at = 0; at < data.size(); at += kPiece) {
        const auto piece = data.subspan(at, std::min(kPiece, data.size() - at));
        const std::size_t begin = text.size();
        text.resize(begin + (piece.size() + 2) / 3 * 4 + 1);   // EVP ends it with a zero
        const int written = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data() + begin),
                                            reinterpret_cast<const unsigned char*>(piece.data()), static_cast<int>(piece.size()));
        text.resize(begin + static_cast<std::size_t>(written));
    }
    return text;
}

}
