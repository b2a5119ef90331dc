#include "dataset/DatasetSlides.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// Without what would break a table or a file name.
std::string cleaned(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](unsigned char each) { return each < 0x20 || each == 0x7F || each == '/'; }, '_');
    return text.empty() || text.front() == '.' ? "_" + text : text;
}

fs::path withoutTrailingSlash(const fs::path& path)
{
    const fs::path normal = path.lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

std::string stemOf(const fs::path& slide)
{
    return cleaned(slide.stem().string());
}

std::string folderName(const fs::path& slide, int levels)
{
    std::error_code error;
    fs::path folder = fs::absolute(slide, error);
    for (int i = 0; i < levels; ++i)
        folder = folder.parent_path();
    return cleaned(folder.filename().string());
}

std::string caseOf(const std::string& name, const std::string& until)
{
    const std::size_t end = until.empty() ? std::string::npos : name.find(until);
    return end == std::string::npos || end == 0 ? name : name.substr(0, end);
}

std::optional<fs::path> annotationsIn(const fs::path& folder, const std::string& name)
{
    for (const char* extension : {".xml", ".geojson", ".json"}) {
        std::error_code error;
        fs::path path = folder / (name + extension);
        if (fs::exists(path, error))
            return path;
    }
    return std::nullopt;
}

/// One file for one slide. Errors: FileNotFound.
Result<void> annotateOne(std::vector<DatasetSlide>& slides, const fs::path& file)
{
    const auto named =
        std::find_if(slides.begin(), slides.end(), [&](const DatasetSlide& slide) { return slide.name == file.stem(); });
    if (named != slides.end())
        named->annotations = file;
    else if (slides.size() == 1)
        slides.front().annotations = file;
    else
        return fail(ErrorCode::FileNotFound, "A slide named " + file.stem().string(),
                    "that " + file.string() + " could belong to");
    return {};
}

}

Result<DatasetSlides> namedSlides(std::vector<fs::path> paths, const std::optional<fs::path>& annotations,
                                  const SlideNaming& naming)
{
    for (fs::path& path : paths)
        path = withoutTrailingSlash(path);
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    if (paths.empty())
        return fail(ErrorCode::InvalidArgument, "The list of slides", "it is empty");
    std::map<std::string, int> count;
    for (const fs::path& path : paths)
        ++count[stemOf(path)];

    DatasetSlides result;
    std::set<std::string> names;
    for (const fs::path& path : paths) {
        DatasetSlide slide;
        slide.path = path;
        slide.name = count[stemOf(path)] == 1 ? stemOf(path) : folderName(path, 1) + "-" + stemOf(path);
        slide.center = folderName(path, naming.centerFolder);
        slide.caseName = caseOf(slide.name, naming.caseUntil);
        if (!names.insert(slide.name).second)
            return fail(ErrorCode::InvalidArgument, path.string(),
                        "another slide has the same name, in a folder of the same name");
        result.slides.push_back(std::move(slide));
    }
    std::sort(result.slides.begin(), result.slides.end(),
              [](const DatasetSlide& a, const DatasetSlide& b) { return a.name < b.name; });
    if (!annotations)
        return result;
    std::error_code error;
    if (!fs::exists(*annotations, error))
        return fail(ErrorCode::FileNotFound, annotations->string());
    if (fs::is_directory(*annotations, error)) {
        for (DatasetSlide& slide : result.slides)
            slide.annotations = annotationsIn(*annotations, slide.name);
    } else if (const auto annotated = annotateOne(result.slides, *annotations); !annotated) {
        return tl::unexpected(annotated.error());
    }
    return result;
}

}
