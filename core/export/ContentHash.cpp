#include "export/ContentHash.h"

#include <fstream>
#include <limits>

#include "base/Sha256.h"
#include "export/SourceHash.h"
#include "image/Guarded.h"

namespace isostain {

namespace fs = std::filesystem;

void ContentHash::begin(const fs::path& path, std::uint64_t bytes)
{
    m_thread = std::jthread([this, path, bytes](const std::stop_token& stop) {
        m_value.set_value(guarded(path.string(), [&] { return hash(path, bytes, stop); }));
    });
}

ContentHash::Value ContentHash::complete(const fs::path& path)
{
    {
        const std::lock_guard lock(m_mutex);
        m_isComplete = true;
    }
    m_completed.notify_all();
    if (!m_thread.joinable())
        begin(path, 0);
    return m_value.get_future().share();
}

Result<std::string> ContentHash::hash(const fs::path& path, std::uint64_t settled, const std::stop_token& stop)
{
    if (settled == 0)
        return sourceSha256(path, stop);
    Sha256 hash;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::FileUnreadable, path.string());
    if (const auto added = hash.add(file, settled, path.string(), stop); !added)
        return tl::unexpected(added.error());
    {
        std::unique_lock lock(m_mutex);
        if (!m_completed.wait(lock, stop, [this] { return m_isComplete; }))
            return fail(ErrorCode::Cancelled, path.string());
    }
    file.seekg(static_cast<std::streamoff>(settled));   // what the stream has read ahead is not settled
    return hash.add(file, std::numeric_limits<std::uint64_t>::max(), path.string(), stop).map([&] { return hash.hex(); });
}

}
