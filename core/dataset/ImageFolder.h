#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// Whether the name ends as those of PNG, JPEG and TIFF files do.
bool isImageName(const std::filesystem::path& path);

/// The PNG, JPEG and TIFF files that lie in a folder itself, by their names, in natural order (comesBefore()); hidden files are none of them.
/// Blocks; any thread. Errors: FileNotFound, FileUnreadable.
Result<std::vector<std::filesystem::path>> imagesIn(const std::filesystem::path& folder);

/// An image that a job went on without, and why.
struct SkippedImage {
    std::string name;
    Error reason;
};

}
