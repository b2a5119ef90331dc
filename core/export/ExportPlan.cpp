#include "export/ExportPlan.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "base/InputFile.h"
#include "slide/SlideFolder.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

std::string stemOf(const fs::path& slide)
{
    // A folder may be given with a trailing slash: its name is then that of the part before.
    const fs::path named = slide.has_filename() ? slide : slide.parent_path();
    // An image that was exported as DICOM is a folder, whose name is the slide's.
    if (named.filename() == "level-0.dcm" && named.has_parent_path())
        return stemOf(named.parent_path());
    const fs::path stem = named.stem();
    return stem.extension() == ".ome" ? stem.stem().string() : stem.string();
}

void replaceAll(std::string& text, std::string_view token, const std::string& with)
{
    for (std::size_t at = text.find(token); at != std::string::npos; at = text.find(token, at + with.size()))
        text.replace(at, token.size(), with);
}

/// A profile may be called anything.
std::string withoutSlashes(std::string text)
{
    std::replace_if(text.begin(), text.end(), [](unsigned char each) { return each < 0x20 || each == '/' || each == '\\'; }, '-');
    return text;
}

std::string nameOf(const fs::path& slide, const ExportNaming& naming)
{
    std::string name = naming.pattern;
    // The profile first: a slide may be called "{profile}".
    replaceAll(name, kProfileToken, withoutSlashes(naming.profile));
    replaceAll(name, kNameToken, stemOf(slide));
    return name;
}

}

Result<void> checkNaming(const ExportNaming& naming)
{
    std::string rest = naming.pattern;
    replaceAll(rest, kNameToken, "");
    replaceAll(rest, kProfileToken, "");
    if (naming.pattern.empty() || rest.find_first_of("/\\{}") != std::string::npos || naming.pattern.front() == '.')
        return fail(ErrorCode::InvalidArgument, naming.pattern, "a name is made of {name}, {profile} and other text without slashes");
    return {};
}

Result<std::vector<fs::path>> findSlides(const std::vector<fs::path>& slidesAndFolders)
{
    std::vector<fs::path> slides;
    std::set<fs::path> known;
    const auto add = [&](const fs::path& slide) {
        if (known.insert(slide.lexically_normal()).second)
            slides.push_back(slide);
    };
    for (const fs::path& path : slidesAndFolders) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            add(path);
            continue;
        }
        auto found = slidesIn(path, FolderDepth::WithSubfolders);
        if (!found)
            return found;
        std::for_each(found->begin(), found->end(), add);
    }
    return slides;
}

Result<std::vector<fs::path>> readSlideList(const fs::path& list)
{
    if (const auto checked = checkIsFile(list); !checked)
        return tl::unexpected(checked.error());
    std::ifstream stream(list);
    std::vector<fs::path> slides;
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (!line.empty() && line.front() != '#')
            slides.emplace_back(line);
    }
    if (!stream.eof())
        return fail(ErrorCode::FileUnreadable, list.string());
    return slides;
}

std::vector<ExportItem> itemsOf(const Shard& shard, const std::vector<ExportItem>& all)
{
    std::vector<ExportItem> items;
    for (std::size_t i = shard.number - 1; i < all.size(); i += shard.count)
        items.push_back(all[i]);
    return items;
}

std::vector<ExportItem> exportItems(const std::vector<fs::path>& slides, const fs::path& folder, const ExportNaming& naming)
{
    std::set<std::string> taken;
    for (const fs::path& slide : slides)
        taken.insert(nameOf(slide, naming));

    std::set<std::string> begun;
    std::vector<ExportItem> items;
    for (const fs::path& slide : slides) {
        const std::string plain = nameOf(slide, naming);
        std::string name = plain;
        if (!begun.insert(plain).second)
            for (int number = 2; !taken.insert(name = plain + "-" + std::to_string(number)).second; ++number) {}
        items.push_back({slide, folder / (name + naming.extension), items.size() + 1});
    }
    return items;
}

}
