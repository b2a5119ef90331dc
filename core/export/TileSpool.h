#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "export/PyramidBuilder.h"
#include "export/TiffFile.h"

namespace isostain {

/// Compressed tiles of the lower levels, kept until level 0 is complete: a TIFF holds its levels one after the other, and the
/// pyramid grows on all levels at once. The first of them stay in memory, what comes after them goes to a nameless file. One
/// thread at a time.
class TileSpool {
public:
    static constexpr std::size_t kBytesInMemory = std::size_t(32) << 20;

    /// The file lies in the folder of `outputPath` and vanishes with this object, or with the process.
    /// Errors: OutputUnwritable, DiskFull; they name `outputPath`.
    static Result<TileSpool> create(const std::filesystem::path& outputPath, std::span<const HalvedLevel> levels,
                                    std::size_t bytesInMemory = kBytesInMemory);

    /// A tile of level 1 or coarser, once each. Errors: OutputUnwritable, DiskFull.
    Result<void> append(const TileKey& key, std::span<const std::byte> tile);
    /// What was appended. Errors: Internal (nothing was), OutputUnwritable.
    Result<std::vector<std::byte>> tile(const TileKey& key);

    /// Removes the file of a process that was killed before it could take away the name, on file systems without nameless
    /// files. Whoever is just making theirs loses nothing but that name.
    static void removeAbandoned(const std::filesystem::path& folder);

private:
    struct Place {
        std::uint64_t offset = 0;
        std::uint32_t size = 0;
    };
    TileSpool(FileDescriptor file, std::filesystem::path outputPath, std::span<const HalvedLevel> levels, std::size_t bytesInMemory);
    Place& placeOf(const TileKey& key);
    Error error() const;

    std::vector<std::byte> m_memory;     ///< as much as its capacity
    std::unique_ptr<FileBytes> m_file;   ///< begins where the memory ends
    std::filesystem::path m_outputPath;
    std::vector<int> m_columns;                ///< per level
    std::vector<std::vector<Place>> m_places;  ///< per level, row by row
};

}
