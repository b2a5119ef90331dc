#pragma once

#include <filesystem>
#include <vector>

#include "base/Error.h"

namespace isostain {

enum class FolderDepth { Alone, WithSubfolders };

/// The slides in a folder, in the order of their names: files with the extension of a slide. Hidden ones and what an export has
/// left half-written are passed over, and of a DICOM series one file is listed. Blocks; any thread. Errors: FileUnreadable.
Result<std::vector<std::filesystem::path>> slidesIn(const std::filesystem::path& folder, FolderDepth depth);

}
