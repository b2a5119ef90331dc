#include "dataset/ImageFolder.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "dataset/NaturalOrder.h"

namespace isostain {

namespace fs = std::filesystem;

bool isImageName(const fs::path& path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    static constexpr std::array kExtensions{".png", ".jpg", ".jpeg", ".tif", ".tiff"};
    return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

Result<std::vector<fs::path>> imagesIn(const fs::path& folder)
{
    std::vector<fs::path> images;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code isOther;
        // Other systems leave hidden companions ("._name.png") beside images.
        if (isImageName(entry->path()) && !entry->path().filename().string().starts_with('.') && !entry->is_directory(isOther))
            images.push_back(entry->path());
    }
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                    folder.string(), error.message());
    std::sort(images.begin(), images.end(),
              [](const fs::path& a, const fs::path& b) { return comesBefore(a.filename().string(), b.filename().string()); });
    return images;
}

}
