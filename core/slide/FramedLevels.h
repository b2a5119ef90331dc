#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

#include "slide/RandomAccessFile.h"
#include "slide/VirtualLevels.h"

namespace isostain {

/// An open file that the pictures in it share.
using SharedFile = std::shared_ptr<const RandomAccessFile>;
/// Errors: FileNotFound, FileUnreadable.
Result<SharedFile> openShared(const std::filesystem::path& path);

/// A picture stored in frames (tiles of a TIFF, frames of a DICOM image) of one size; those of the last column and row may
/// reach beyond its border.
struct FrameGrid {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int frameWidth = 0;
    int frameHeight = 0;

    std::int64_t columns() const { return (width + frameWidth - 1) / frameWidth; }
    std::int64_t rows() const { return (height + frameHeight - 1) / frameHeight; }
};

/// Refuses sizes that no picture has, frames too large to be decoded one by one, and pictures larger than a file of
/// `fileBytes` bytes could hold however well it is compressed. Errors: SlideUnreadable, UnsupportedSlide (large frames).
Result<void> checkFrameGrid(const FrameGrid& grid, std::uint64_t fileBytes);

/// Whether a picture can be a coarser level of a larger one: smaller, and of the same shape but for rounding.
bool isReducedSize(const FrameGrid& level, const FrameGrid& full);

/// Decodes the frames of one picture. Any thread, several at once.
class FrameSource {
public:
    explicit FrameSource(const FrameGrid& grid) : m_grid(grid) {}
    virtual ~FrameSource() = default;
    FrameSource(const FrameSource&) = delete;
    FrameSource& operator=(const FrameSource&) = delete;

    const FrameGrid& grid() const { return m_grid; }
    /// At least the part of the frame that is inside the picture, opaque; without pixels where the file stores nothing.
    /// Errors: TileUnreadable.
    virtual Result<BgrxImage> readFrame(std::int64_t column, std::int64_t row) const = 0;

private:
    FrameGrid m_grid;
};

using FrameSourcePtr = std::unique_ptr<const FrameSource>;

/// All of a picture, put together from its frames. Blocks; any thread. Errors: TileUnreadable.
Result<BgrxImage> readWhole(const FrameSource& source, std::uint32_t background);

/// The stored levels of a slide, decoded frame by frame. Frames that are no tiles of the slide are kept for a while, so that
/// the tiles which share them do not decode them again. Any thread.
class FramedLevels {
public:
    /// `levels` finest first, at least one; `tileSize` that of the slide's geometry.
    FramedLevels(std::vector<FrameSourcePtr> levels, int tileSize);

    /// A rectangle inside a level; `background`, 0xRRGGBB, where the file stores nothing. Errors: TileUnreadable, Cancelled.
    Result<BgrxImage> read(int level, const PixelRect& rect, std::uint32_t background, const std::stop_token& stop) const;

private:
    Result<VirtualTileMemo::Tile> frame(int level, int column, int row, const std::stop_token& stop) const;

    std::vector<FrameSourcePtr> m_levels;
    int m_tileSize;
    mutable VirtualTileMemo m_frames;
};

}
