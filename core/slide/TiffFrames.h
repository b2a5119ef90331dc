#pragma once

#include <cstdarg>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include <tiffio.h>

#include "slide/FramedLevels.h"
#include "slide/RandomAccessFile.h"
#include "slide/TiffTiles.h"

namespace isostain {

/// A TIFF opened for reading on a shared file, silent; what libtiff complains of is kept. Its handlers point here, so it stays
/// where it is. One thread at a time; several on one file may be used at once.
class TiffStream {
public:
    enum class Start { FirstDirectory, NoDirectory };

    /// Null where libtiff refuses the file.
    static std::unique_ptr<TiffStream> open(SharedFile file, Start start);
    ~TiffStream();
    TiffStream(const TiffStream&) = delete;
    TiffStream& operator=(const TiffStream&) = delete;

    TIFF* get() const { return m_tiff; }
    /// The first error or warning since clearComplaint(); empty where there was none.
    const std::string& complaint() const { return m_complaint; }
    void clearComplaint() { m_complaint.clear(); }

private:
    friend struct TiffStreamProcedures;

    explicit TiffStream(SharedFile file) : m_file(std::move(file)) {}

    SharedFile m_file;
    std::uint64_t m_position = 0;
    std::string m_complaint;
    TIFF* m_tiff = nullptr;
};

/// What a directory says of its picture.
struct TiffDirectory {
    std::uint64_t offset = 0;
    FrameGrid grid; ///< tiles; strips where it is not tiled
    bool isTiled = false;
    bool isReduced = false; ///< NewSubfileType: a reduced version of another picture
    std::uint16_t compression = 0;
    std::uint16_t photometric = 0;
    std::uint16_t bitsPerSample = 0;
    std::uint16_t samplesPerPixel = 0;
    std::uint16_t planarConfiguration = 0;
    std::uint16_t sampleFormat = 0;
    std::vector<std::uint64_t> subDirectories; ///< offsets
};

/// The stream's current directory.
TiffDirectory currentDirectory(const TiffStream& stream);

/// The name of a compression as it is shown: "JPEG", "LZW", ...; empty for one that is not read.
std::string compressionName(std::uint16_t compression);

/// The frames of a directory of 8-bit RGB, decoded by libtiff: JPEG, LZW, deflate or uncompressed.
/// Errors (without subject): UnsupportedSlide (other pixels or compression), SlideUnreadable (no usable size).
Result<FrameSourcePtr> makeTiffFrames(SharedFile file, const TiffDirectory& directory);

/// The levels of a TIFF of one of the kinds that TiffTiles reads, where all of them are tiled and lossless: decoded by libtiff.
/// (OpenSlide 3.4.1 misreads such tiles near borders that cut them.) Empty for all other files. Blocks.
std::vector<FrameSourcePtr> losslessTiffLevels(const std::filesystem::path& path, TiffKind kind, std::span<const TiledLevel> levels);

}
