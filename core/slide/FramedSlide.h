#pragma once

#include <cstdint>
#include <memory>
#include <string>
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

/// A slide whose stored levels are decoded frame by frame. Its tiles are the frames of the finest level where they have a good
/// size. Frames that are no tiles are kept for a while, so that the tiles which share them do not decode them again.
class FramedSlide : public VirtualLevelSlide {
public:
    /// An image beside the slide, or why it cannot be read.
    struct Associated {
        std::string name;
        Result<FrameSourcePtr> source;
    };

    /// `levels` finest first, at least one. The bounds and the names of the associated images in `info` are filled in here.
    FramedSlide(SlideInfo info, std::vector<FrameSourcePtr> levels, std::vector<Associated> associated);

    Result<RgbImage> readAssociatedImage(const std::string& name) const override;

protected:
    Result<BgrxImage> readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const override;

private:
    Result<VirtualTileMemo::Tile> frame(int storedLevel, int column, int row, const std::stop_token& stop) const;

    std::vector<FrameSourcePtr> m_levels;
    std::vector<Associated> m_associated;
    mutable VirtualTileMemo m_frames;
};

}
