#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "base/Progress.h"
#include "export/PyramidPipeline.h"
#include "export/PyramidWriter.h"
#include "export/TileFormat.h"

namespace isostain {

/// A picture in a directory of its own behind the levels.
struct TiffPicture {
    std::string description;   ///< its ImageDescription
    RgbImage image;
};

/// How the lower levels of a pyramidal TIFF hang on the first.
enum class TiffLevelLinks {
    Chain,   ///< in the main chain of directories
    SubIfds, ///< listed in the tag SubIFDs of the first directory, which is alone in the main chain
};

/// How a pyramidal TIFF is written.
struct PyramidTiffOptions : TileFormat {
    std::optional<double> mppX;                                   ///< micrometers per pixel; written as pixels per cm
    std::optional<double> mppY;
    std::optional<double> objectivePower;                         ///< if the description states one: checked, not written
    std::string description;                                      ///< ImageDescription of the first directory, UTF-8
    /// In place of `description` where it is set: asked for after the last tile of the first level.
    std::function<Result<std::string>()> lateDescription;
    std::vector<std::byte> iccProfile;                            ///< of the first directory; empty: none
    std::vector<TiffPicture> associated;                          ///< in strips, LZW
    TiffLevelLinks links = TiffLevelLinks::Chain;
    Overwrite overwrite = Overwrite::No;
};

/// Whether a pyramid of this size might pass 2 GiB, where some readers of classic TIFF stop (4 GiB is the format's end).
/// Decided before anything is compressed, so by the worst case.
bool needsBigTiff(std::span<const HalvedLevel> levels, const PyramidTiffOptions& options);

/// A tiled, pyramidal TIFF that OpenSlide, libvips and QuPath open with all levels: levels linked as
/// the options say, NewSubfileType 1 below the first, each level the rounded 2x2 mean of the one above, down to one tile; BigTIFF
/// where needsBigTiff(). JPEG tiles are YCbCr with their tables in JPEGTables; LZW and deflate use the horizontal predictor.
/// Sizes of levels are rounded up, as PyramidGeometry does for its virtual levels: with sizes rounded down, the last odd
/// column or row would be seen on no lower level. Readers take a level's downsample from the ratio of the sizes either way.
/// `layout` must have been made for the options' TileFormat.
/// Errors: InvalidArgument, OutputExists, OutputUnwritable, DiskFull, Internal.
Result<std::unique_ptr<PyramidWriter>> makePyramidTiff(const std::filesystem::path& path, const PyramidLayout& layout,
                                                       const PyramidTiffOptions& options);

/// The whole way from tiles to a pyramidal TIFF. Errors: those of PyramidLayout, makePyramidTiff() and writePyramid().
Result<void> writePyramidTiff(const std::filesystem::path& path, std::int64_t width, std::int64_t height, const TileSource& source,
                              const PyramidTiffOptions& options, const JobControl& control);

}
