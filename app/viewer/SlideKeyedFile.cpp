#include "SlideKeyedFile.h"

#include <fstream>
#include <span>
#include <system_error>

#include "base/AtomicFile.h"
#include "base/Sha256.h"
#include "panels/PathText.h"

namespace isostain {

namespace fs = std::filesystem;

fs::path slideKeyedFile(const QString& folder, const fs::path& slide, const char* suffix)
{
    const std::string name = fs::absolute(slide).lexically_normal().string();
    return toPath(folder) / (sha256Hex(std::as_bytes(std::span(name))).substr(0, 32) + "." + suffix);
}

QByteArray readKeptFile(const fs::path& file)
{
    constexpr std::size_t kMostBytes = 1 << 20;
    std::ifstream in(file, std::ios::binary);
    std::string text(kMostBytes, '\0');
    in.read(text.data(), std::streamsize(text.size()));
    text.resize(std::size_t(in.gcount()));
    return QByteArray::fromStdString(text);
}

Result<void> makePrivateFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return tl::unexpected(writeError(folder, error.value()));
    fs::permissions(folder, fs::perms::owner_all, error);
    return {};
}

}
