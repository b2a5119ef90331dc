#include "dataset/DatasetLayouts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>

namespace isostain {

namespace fs = std::filesystem;

namespace {

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char each) { return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each; });
    return text;
}

/// The number after a prefix; nothing for other names.
std::optional<int> numberAfter(std::string_view name, std::string_view prefix)
{
    int number = 0;
    if (!name.starts_with(prefix))
        return std::nullopt;
    name.remove_prefix(prefix.size());
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    return error == std::errc() && end == name.data() + name.size() && !name.empty() ? std::optional(number) : std::nullopt;
}

/// The files right in a folder by their lowered name without extension; none where there is no such folder.
Result<std::map<std::string, fs::path>> filesIn(const fs::path& folder, std::string_view extension)
{
    std::map<std::string, fs::path> files;
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return files;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (lowered(entry->path().extension().string()) == extension)
            files.emplace(lowered(entry->path().stem().string()), entry->path());
    if (error)
        return fail(ErrorCode::FileUnreadable, folder.string(), error.message());
    return files;
}

Result<std::map<std::string, fs::path>> filesInAll(const fs::path& root, std::initializer_list<const char*> folders,
                                                   std::string_view extension)
{
    std::map<std::string, fs::path> all;
    for (const char* folder : folders) {
        auto files = filesIn(root / folder, extension);
        if (!files)
            return files;
        all.merge(*files);
    }
    return all;
}

/// README.md of the data set: "The annotations for the images listed below are not exhaustive".
constexpr std::array kNotExhaustive = {10, 15, 18, 20, 25, 29, 33, 34, 44, 46, 51, 54, 55, 56, 67, 79, 85, 92, 95, 110};
constexpr int kMisclassified = 86; ///< normal_086, renamed to tumor_111

std::string tumorCenter(int number)
{
    return number <= 70 || number == 111 ? "radboud" : number <= 110 ? "utrecht" : "";
}

std::string normalCenter(int number)
{
    return number <= 100 ? "radboud" : number <= 160 ? "utrecht" : "";
}

/// A frame's file, told from its name "A03_00Aa".
struct Frame {
    char scanner;
    std::string caseName;
    std::string frame;
};

std::optional<Frame> frameOf(const fs::path& path)
{
    const std::string extension = lowered(path.extension().string());
    const std::string name = path.stem().string();
    const std::size_t underscore = name.find('_');
    if ((extension != ".tiff" && extension != ".tif") || underscore == std::string::npos || underscore < 2 ||
        underscore + 1 == name.size() || (name[0] != 'A' && name[0] != 'H'))
        return std::nullopt;
    return Frame{name[0], name.substr(1, underscore - 1), name.substr(underscore + 1)};
}

using FrameFiles = std::map<std::pair<std::string, std::string>, std::map<char, fs::path>>;

constexpr int kDeepestFrame = 7; ///< archive, case, frames and x40 below up to four folders

Result<FrameFiles> framesBelow(const fs::path& root)
{
    FrameFiles frames;
    std::error_code error;
    fs::recursive_directory_iterator entry(root, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (entry.depth() >= kDeepestFrame)
            entry.disable_recursion_pending();
        const fs::path folder = entry->path().parent_path();
        if (lowered(folder.filename().string()) != "x40" || lowered(folder.parent_path().filename().string()) != "frames")
            continue;
        if (const auto frame = frameOf(entry->path()))
            frames[{frame->caseName, frame->frame}].emplace(frame->scanner, entry->path());
    }
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                    root.string(), error.message());
    return frames;
}

}

Result<DatasetSlides> camelyon16Slides(const fs::path& root)
{
    const auto slides = filesInAll(root, {"training/tumor", "training/normal", "images"}, ".tif");
    if (!slides)
        return tl::unexpected(slides.error());
    const auto annotations = filesInAll(root, {"training/lesion_annotations", "annotations"}, ".xml");
    if (!annotations)
        return tl::unexpected(annotations.error());

    DatasetSlides result;
    bool hasTumor = false;
    for (const auto& [name, path] : *slides) {
        DatasetSlide slide{path, name, std::nullopt, {}, name, AnnotatedTumor::All};
        if (const auto number = numberAfter(name, "tumor_")) {
            hasTumor = true;
            slide.center = tumorCenter(*number);
            const auto found = annotations->find(name);
            if (found == annotations->end()) {
                result.skipped.push_back({name, "its annotations are missing"});
                continue;
            }
            slide.annotations = found->second;
            if (std::find(kNotExhaustive.begin(), kNotExhaustive.end(), *number) != kNotExhaustive.end())
                slide.annotated = AnnotatedTumor::Some;
        } else if (const auto normal = numberAfter(name, "normal_")) {
            slide.center = normalCenter(*normal);
            if (*normal == kMisclassified) {
                result.skipped.push_back({name, "it holds tumor: the data set has it as tumor_111"});
                continue;
            }
        } else {
            continue;
        }
        result.slides.push_back(std::move(slide));
    }
    if (hasTumor && annotations->empty())
        return fail(ErrorCode::FileNotFound, (root / "training" / "lesion_annotations").string(),
                    "unpack lesion_annotations.zip into a folder of this name");
    if (result.slides.empty())
        return fail(ErrorCode::FileNotFound, (root / "training" / "tumor" / "tumor_001.tif").string(),
                    "nor any other slide of Camelyon16");
    return result;
}

Result<FramePairs> mitosAtypiaFrames(const fs::path& root)
{
    const auto frames = framesBelow(root);
    if (!frames)
        return tl::unexpected(frames.error());
    FramePairs result;
    for (const auto& [key, files] : *frames) {
        if (files.contains('A') && files.contains('H'))
            result.pairs.push_back({files.at('A'), files.at('H'), key.first, key.second});
        else
            result.orphans.push_back({files.begin()->second.filename().string(), "the other scanner has no such frame"});
    }
    if (result.pairs.empty())
        return fail(ErrorCode::FileNotFound, (root / "A03" / "frames" / "x40" / "A03_00Aa.tiff").string(),
                    "nor any other frame that both scanners have");
    return result;
}

}
