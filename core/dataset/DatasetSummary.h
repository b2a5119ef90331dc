#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/Progress.h"
#include "dataset/ImageFolder.h"

namespace isostain {

/// What a folder of images holds, to be shown before anything is trained on it.
struct DatasetSummary {
    std::size_t images = 0;                                             ///< that can be read
    std::map<std::string, std::size_t> folders;                         ///< images by folder below it ("" for itself)
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> sizes; ///< images by width and height
    std::vector<SkippedImage> unreadable;                               ///< sorted by name, its path in the folder

    bool hasMixedSizes() const { return sizes.size() > 1; }
};

/// How closely a summary looks.
enum class SummaryDepth {
    Headers, ///< fast; what is damaged behind its header goes unnoticed
    Pixels,  ///< decodes every image
};

/// Looks at every PNG, JPEG and TIFF in a folder and up to four folders deep; hidden ones are passed over. Progress in images.
/// Reads on several threads. Blocks; any thread. Errors: FileNotFound, FileUnreadable (the folder), Cancelled.
Result<DatasetSummary> datasetSummary(const std::filesystem::path& folder, SummaryDepth depth = SummaryDepth::Headers,
                                      const JobControl& control = {});

}
