#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "image/Image.h"

namespace isostain {

/// An image of a known class.
struct LabelledImage {
    std::filesystem::path path;
    std::string name;       ///< class and file: "tumor/0001.png"
    std::uint8_t label = 0; ///< index of the class
    RgbImage kept;          ///< its pixels; empty where memory is for others
};

/// The images of a folder with one sub-folder per class, as `isostain-cli patches` writes them. All are of one size. Immutable
/// once read; any thread.
struct LabelledImages {
    static constexpr std::size_t kClasses = 2;

    std::filesystem::path folder;
    std::array<std::string, kClasses> classes; ///< names of the sub-folders, in order
    std::vector<LabelledImage> images;         ///< by class, then by name
    std::vector<Error> skipped;                ///< files that could not be read, and why
    int width = 0;
    int height = 0;

    std::size_t countOf(std::uint8_t label) const;
};

/// Memory that the pixels of a folder may take; what does not fit is decoded anew each time.
inline constexpr std::size_t kLabelledImageBytes = std::size_t(1) << 30;

/// Finds and decodes every PNG, JPEG and TIFF of the two classes, `control.threads` at a time; progress in images. Names that
/// begin with a point are passed over, as are other files. What cannot be read is left out and listed.
/// Errors: FileNotFound, FileUnreadable, TrainingDataInvalid (not exactly two classes, one without readable images, sizes that
/// differ), OutOfMemory, Cancelled.
Result<LabelledImages> readLabelledImages(const std::filesystem::path& folder, const JobControl& control,
                                          std::size_t keptBytes = kLabelledImageBytes);

/// The pixels of one image. Errors: as readImage().
Result<RgbImage> pixelsOf(const LabelledImage& image);

/// What happens to an image before it is looked at. Any thread, several at a time.
using ImageChange = std::function<Result<RgbImage>(const RgbImage& image)>;

}
