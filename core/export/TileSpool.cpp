#include "export/TileSpool.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/AtomicFile.h"

namespace isostain {

namespace {

constexpr std::string_view kBeginning = ".isostain-spool-";
constexpr std::size_t kRandomLetters = 6;

/// Not open: errno says why.
FileDescriptor openNameless(const std::filesystem::path& folder)
{
    auto nameless = FileDescriptor::open(folder, O_TMPFILE | O_RDWR, S_IRUSR | S_IWUSR);
    if (nameless.isOpen() || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return nameless;
    // Network file systems have no O_TMPFILE: a named file whose name is taken away at once does the same.
    std::string name = (folder / (std::string(kBeginning) + "XXXXXX")).string();
    FileDescriptor named(::mkostemp(name.data(), O_CLOEXEC));
    if (named.isOpen())
        ::unlink(name.c_str());
    return named;
}

}

TileSpool::TileSpool(FileDescriptor file, std::filesystem::path outputPath, std::span<const HalvedLevel> levels,
                     std::size_t bytesInMemory)
    : m_file(std::make_unique<FileBytes>(std::move(file))), m_outputPath(std::move(outputPath))
{
    m_memory.reserve(bytesInMemory);   // untouched pages cost nothing
    for (const HalvedLevel& level : levels) {
        m_columns.push_back(level.columns);
        m_places.emplace_back(m_places.empty() ? 0 : static_cast<std::size_t>(level.columns) * static_cast<std::size_t>(level.rows));
    }
}

Result<TileSpool> TileSpool::create(const std::filesystem::path& outputPath, std::span<const HalvedLevel> levels,
                                    std::size_t bytesInMemory)
{
    auto file = openNameless(outputPath.has_parent_path() ? outputPath.parent_path() : ".");
    if (!file.isOpen())
        return tl::unexpected(writeError(outputPath, errno));
    return TileSpool(std::move(file), outputPath, levels, bytesInMemory);
}

void TileSpool::removeAbandoned(const std::filesystem::path& folder)
{
    namespace fs = std::filesystem;
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.size() == kBeginning.size() + kRandomLetters && name.starts_with(kBeginning))
            ::unlink(entry->path().c_str());
    }
}

Result<void> TileSpool::append(const TileKey& key, std::span<const std::byte> tile)
{
    Place& place = placeOf(key);
    place.size = static_cast<std::uint32_t>(tile.size());
    if (m_file->size() == 0 && m_memory.size() + tile.size() <= m_memory.capacity()) {
        place.offset = m_memory.size();
        m_memory.insert(m_memory.end(), tile.begin(), tile.end());
        return {};
    }
    place.offset = m_memory.size() + m_file->size();
    m_file->seek(m_file->size());
    if (!m_file->write(tile.data(), tile.size()))
        return tl::unexpected(error());
    return {};
}

Result<std::vector<std::byte>> TileSpool::tile(const TileKey& key)
{
    const Place place = placeOf(key);
    if (place.size == 0)
        return tl::unexpected(error());
    if (place.offset < m_memory.size()) {
        const auto first = m_memory.begin() + static_cast<std::ptrdiff_t>(place.offset);
        return std::vector<std::byte>(first, first + place.size);
    }
    std::vector<std::byte> bytes(place.size);
    m_file->seek(place.offset - m_memory.size());
    if (m_file->read(bytes.data(), bytes.size()) != bytes.size())
        return tl::unexpected(error());
    return bytes;
}

TileSpool::Place& TileSpool::placeOf(const TileKey& key)
{
    const auto level = static_cast<std::size_t>(key.level);
    return m_places[level][static_cast<std::size_t>(key.row) * static_cast<std::size_t>(m_columns[level]) +
                           static_cast<std::size_t>(key.column)];
}

Error TileSpool::error() const
{
    if (m_file->failure() != 0)
        return writeError(m_outputPath, m_file->failure());
    return Error{ErrorCode::Internal, m_outputPath.string(), "a tile of a lower level is missing"};
}

}
