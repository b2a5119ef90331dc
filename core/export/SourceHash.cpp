#include "export/SourceHash.h"

#include <algorithm>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "base/Sha256.h"
#include "slide/DicomSlide.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

Result<std::vector<fs::path>> filesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->is_regular_file(error))
            files.push_back(entry->path());
    if (error)
        return fail(ErrorCode::FileUnreadable, folder.string(), error.message());
    std::sort(files.begin(), files.end());
    return files;
}

}

Result<std::vector<fs::path>> filesOfSlide(const fs::path& path)
{
    std::error_code error;
    if (fs::is_directory(path, error))
        return filesIn(path);
    if (auto series = filesOfDicomSeries(path); !series.empty())
        return series;
    fs::path companion = path;
    companion.replace_extension();
    if (path.extension() != ".mrxs" || !fs::is_directory(companion, error))
        return std::vector{path};
    auto files = filesIn(companion);
    if (files)
        files->insert(files->begin(), path);
    return files;
}

Result<std::string> sourceSha256(const fs::path& path, const std::stop_token& stop)
{
    const auto parts = filesOfSlide(path);
    if (!parts)
        return tl::unexpected(parts.error());
    if (parts->size() == 1)
        return sha256OfFile(parts->front(), stop);
    std::string hashes;
    for (const fs::path& part : *parts) {
        auto hash = sha256OfFile(part, stop);
        if (!hash)
            return hash;
        hashes += *hash;
    }
    return sha256Hex(std::as_bytes(std::span(hashes)));
}

}
