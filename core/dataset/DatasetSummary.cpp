#include "dataset/DatasetSummary.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <system_error>

#include "base/Parallel.h"
#include "image/ImageFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr int kDeepest = 4;

bool isHidden(const fs::path& path)
{
    return path.filename().native().starts_with('.');
}

/// Sorted paths of the images below a folder.
Result<std::vector<fs::path>> imagesBelow(const fs::path& folder)
{
    std::vector<fs::path> images;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            if (isHidden(entry->path()) || entry.depth() >= kDeepest)
                entry.disable_recursion_pending();
        } else if (!isHidden(entry->path()) && isImageName(entry->path())) {
            images.push_back(entry->path());
        }
    }
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                    folder.string(), error.message());
    std::sort(images.begin(), images.end());
    return images;
}

using Size = std::pair<std::int64_t, std::int64_t>;

Result<Size> sizeOf(const fs::path& path, SummaryDepth depth)
{
    if (depth == SummaryDepth::Pixels) {
        const auto image = readImage(path);
        return image ? Result<Size>(Size{image->width(), image->height()}) : tl::unexpected(image.error());
    }
    const auto info = readImageFileInfo(path);
    if (!info)
        return tl::unexpected(info.error());
    if (info->width < 1 || info->height < 1)
        return fail(ErrorCode::CorruptFile, path.string(), "the picture has no pixels");
    return Size{info->width, info->height};
}

}

Result<DatasetSummary> datasetSummary(const fs::path& folder, SummaryDepth depth, const JobControl& control)
{
    const auto images = imagesBelow(folder);
    if (!images)
        return tl::unexpected(images.error());
    DatasetSummary summary;
    std::mutex mutex;
    std::size_t done = 0;
    parallelFor(
        images->size(),
        [&](std::size_t i) {
            const fs::path& path = (*images)[i];
            const auto size = sizeOf(path, depth);
            const fs::path name = path.lexically_relative(folder);
            const std::lock_guard lock(mutex);
            if (size) {
                ++summary.images;
                ++summary.folders[name.parent_path().generic_string()];
                ++summary.sizes[*size];
            } else {
                summary.unreadable.push_back({name.generic_string(), size.error()});
            }
            control.report(++done, images->size());
        },
        control.threads, control.stop);
    if (control.stopRequested())
        return fail(ErrorCode::Cancelled);
    std::sort(summary.unreadable.begin(), summary.unreadable.end(),
              [](const SkippedImage& a, const SkippedImage& b) { return a.name < b.name; });
    return summary;
}

}
