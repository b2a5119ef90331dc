#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

#include "base/Error.h"
#include "export/TileFormat.h"
#include "image/Image.h"

namespace isostain {

/// What a container says of its pixels; readers must find the same. Nothing: not stated.
struct StatedScale {
    std::optional<double> mppX; ///< micrometers per pixel of level 0
    std::optional<double> mppY;
    std::optional<double> objectivePower;
};

/// A container that a pyramid is written to: a TIFF, a folder of DICOM instances. writePyramid() calls, on one thread at a
/// time and in this order,
///
///     for every level, finest first:  beginLevel, putTile for each of its tiles in row order, endLevel
///     finish, verifyStructure, then writtenPath() is read with openSlide(), commit
///
/// and stops at the first error. Sizes and numbers of tiles of all levels are known when a writer is made, the bytes of a
/// tile when it comes; what belongs before them in the file is reserved there and filled in by endLevel() or finish().
/// Until commit() nothing is seen under the final name, and a writer destroyed before that leaves nothing behind.
/// Errors of all functions besides those named: OutputUnwritable, DiskFull; about finalPath().
class PyramidWriter {
public:
    virtual ~PyramidWriter() = default;

    /// What putTile() takes where the tiles are JPEG.
    virtual JpegStreams jpegStreams() const = 0;

    virtual Result<void> beginLevel(std::size_t level) = 0;
    /// The compressed tile `index`, counted from 0 in its level row by row. Tiles at the border have full size.
    virtual Result<void> putTile(std::size_t index, std::span<const std::byte> tile) = 0;
    virtual Result<void> endLevel() = 0;
    /// After a level: how many bytes from the beginning of a single file are on their way to the disk and will not change any
    /// more; 0: nothing is known of that.
    virtual std::uint64_t settledBytes() { return 0; }
    /// Everything that belongs to the output is under writtenPath() afterwards.
    virtual Result<void> finish() = 0;

    /// Where the output lies until commit(); openSlide() reads it there after finish().
    virtual const std::filesystem::path& writtenPath() const = 0;
    /// The name that it will have, for errors; its folder takes temporary files.
    virtual const std::filesystem::path& finalPath() const = 0;
    virtual StatedScale statedScale() const = 0;
    /// Checks without decoding what readers rely on and openSlide() does not look at. Errors: VerificationFailed.
    virtual Result<void> verifyStructure() const = 0;
    /// A tile of the finished output as the container's own library decodes it, clipped at the border; nothing where only
    /// openSlide() can tell. Asked for lower levels: OpenSlide 3.4.1 reads those whose size had to be rounded between their
    /// pixels, whoever wrote them. Any thread.
    virtual std::optional<BgrxImage> decodedTile(std::size_t level, int column, int row) const;
    /// Flushes to the disk and gives the output its name. Errors: OutputExists.
    virtual Result<void> commit() = 0;
};

inline std::optional<BgrxImage> PyramidWriter::decodedTile(std::size_t, int, int) const
{
    return std::nullopt;
}

}
