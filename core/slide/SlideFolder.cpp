#include "slide/SlideFolder.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>

#include "slide/DicomSlide.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// Of what OpenSlide and the other readers open; plain pictures beside slides are not meant when a folder is given.
constexpr std::array<std::string_view, 14> kSlideExtensions = {".svs", ".tif", ".tiff", ".ndpi", ".mrxs", ".scn",   ".bif",
                                                               ".vms", ".vmu", ".svslide", ".dcm",  ".btf",  ".tf8", ".dzi"};

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char each) { return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each; });
    return text;
}

bool isHidden(const fs::path& path)
{
    return path.filename().native().starts_with('.');
}

bool looksLikeSlide(const fs::path& path)
{
    const std::string extension = lowered(path.extension().string());
    return !isHidden(path) && std::find(kSlideExtensions.begin(), kSlideExtensions.end(), extension) != kSlideExtensions.end();
}

}

Result<std::vector<fs::path>> slidesIn(const fs::path& folder, FolderDepth depth)
{
    std::error_code error;
    std::vector<fs::path> slides;
    auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored) && (depth == FolderDepth::Alone || isHidden(entry->path())))
            entry.disable_recursion_pending();
        else if (entry->is_regular_file(ignored) && looksLikeSlide(entry->path()))
            slides.push_back(entry->path());
    }
    if (error)
        return fail(ErrorCode::FileUnreadable, folder.string(), error.message());
    std::sort(slides.begin(), slides.end());
    return oncePerDicomSeries(slides);
}

}
