#include "dataset/ImagePairs.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>

#include "base/InputFile.h"
#include "dataset/ImageFolder.h"
#include "dataset/NaturalOrder.h"
#include "image/ImageFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

/// Images of one folder that have no partner yet, by file name.
using Unpaired = std::map<std::string, fs::path, NaturalOrder>;

Result<Unpaired> unpairedIn(const fs::path& folder)
{
    const auto images = imagesIn(folder);
    if (!images)
        return tl::unexpected(images.error());
    Unpaired unpaired;
    for (const fs::path& path : *images)
        unpaired.emplace(path.filename().string(), path);
    return unpaired;
}

/// How many images have each name without its extension.
std::map<std::string, int> countStems(const Unpaired& images)
{
    std::map<std::string, int> count;
    for (const auto& [name, path] : images)
        ++count[path.stem().string()];
    return count;
}

void takeNamesakes(Unpaired& sources, Unpaired& targets, std::vector<ImagePair>& pairs)
{
    std::erase_if(sources, [&](const auto& source) {
        const auto partner = targets.find(source.first);
        if (partner == targets.end())
            return false;
        pairs.push_back({source.second, partner->second, source.first});
        targets.erase(partner);
        return true;
    });
}

/// Stems of which each folder, as it was at first, has exactly one image.
std::set<std::string> unambiguousStems(const Unpaired& sources, const Unpaired& targets)
{
    const auto inTargets = countStems(targets);
    std::set<std::string> stems;
    for (const auto& [stem, count] : countStems(sources))
        if (const auto other = inTargets.find(stem); count == 1 && other != inTargets.end() && other->second == 1)
            stems.insert(stem);
    return stems;
}

void takeSameStems(Unpaired& sources, Unpaired& targets, const std::set<std::string>& stems, std::vector<ImagePair>& pairs)
{
    std::erase_if(sources, [&](const auto& source) {
        const std::string stem = source.second.stem().string();
        const auto partner =
            std::find_if(targets.begin(), targets.end(), [&](const auto& target) { return target.second.stem() == stem; });
        if (!stems.contains(stem) || partner == targets.end())
            return false;
        pairs.push_back({source.second, partner->second, source.first});
        targets.erase(partner);
        return true;
    });
}

std::vector<std::string> namesOf(const Unpaired& images)
{
    std::vector<std::string> names;
    for (const auto& [name, path] : images)
        names.push_back(name);
    return names;
}

void forget(Unpaired& images, const fs::path& used)
{
    std::erase_if(images, [&](const auto& image) { return image.second.lexically_normal() == used.lexically_normal(); });
}

/// Reads a list of pairs line by line.
class PairList {
public:
    PairList(const fs::path& sourceFolder, const fs::path& targetFolder, const fs::path& list)
        : m_sourceFolder(sourceFolder),
          m_targetFolder(targetFolder),
          m_list(list)
    {
    }

    Result<std::vector<ImagePair>> read()
    {
        if (auto isFile = checkIsFile(m_list); !isFile)
            return tl::unexpected(isFile.error());
        std::ifstream file(m_list, std::ios::binary);
        if (!file)
            return fail(ErrorCode::FileUnreadable, m_list.string());
        std::vector<ImagePair> pairs;
        for (std::string line; std::getline(file, line);) {
            ++m_line;
            auto pair = pairOf(line);
            if (!pair)
                return tl::unexpected(pair.error());
            if (*pair)
                pairs.push_back(std::move(**pair));
        }
        if (file.bad())
            return fail(ErrorCode::FileUnreadable, m_list.string());
        return pairs;
    }

private:
    tl::unexpected<Error> wrong(const std::string& detail) const
    {
        return fail(ErrorCode::TrainingDataInvalid, m_list.string(), "line " + std::to_string(m_line) + ": " + detail);
    }

    Result<std::optional<ImagePair>> pairOf(std::string_view line)
    {
        static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        if (m_line == 1 && line.starts_with(kByteOrderMark))
            line.remove_prefix(kByteOrderMark.size());
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.starts_with('#') || line.find_first_not_of(" \t") == std::string_view::npos)
            return std::nullopt;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos || line.find('\t', tab + 1) != std::string_view::npos || tab == 0 ||
            tab + 1 == line.size())
            return wrong("not a source and a target separated by one tab");
        const std::string source(line.substr(0, tab));
        const std::string target(line.substr(tab + 1));
        ImagePair pair{m_sourceFolder / source, m_targetFolder / target, source};
        if (!m_sources.insert(pair.source.lexically_normal()).second)
            return wrong(source + " is named twice");
        return pair;
    }

    const fs::path& m_sourceFolder;
    const fs::path& m_targetFolder;
    const fs::path& m_list;
    int m_line = 0;
    std::set<fs::path> m_sources;
};

}

Result<ImagePairs> pairImages(const fs::path& sourceFolder, const fs::path& targetFolder)
{
    auto sources = unpairedIn(sourceFolder);
    if (!sources)
        return tl::unexpected(sources.error());
    auto targets = unpairedIn(targetFolder);
    if (!targets)
        return tl::unexpected(targets.error());
    const auto stems = unambiguousStems(*sources, *targets);
    ImagePairs result;
    takeNamesakes(*sources, *targets, result.pairs);
    takeSameStems(*sources, *targets, stems, result.pairs);
    if (result.pairs.empty())
        return fail(ErrorCode::TrainingDataInvalid, sourceFolder.string(),
                    "no image has a partner of the same name in " + targetFolder.string());
    std::sort(result.pairs.begin(), result.pairs.end(),
              [](const ImagePair& a, const ImagePair& b) { return comesBefore(a.name, b.name); });
    result.sourceOrphans = namesOf(*sources);
    result.targetOrphans = namesOf(*targets);
    return result;
}

Result<ImagePairs> pairImagesByList(const fs::path& sourceFolder, const fs::path& targetFolder, const fs::path& list)
{
    auto sources = unpairedIn(sourceFolder);
    if (!sources)
        return tl::unexpected(sources.error());
    auto targets = unpairedIn(targetFolder);
    if (!targets)
        return tl::unexpected(targets.error());
    auto pairs = PairList(sourceFolder, targetFolder, list).read();
    if (!pairs)
        return tl::unexpected(pairs.error());
    if (pairs->empty())
        return fail(ErrorCode::TrainingDataInvalid, list.string(), "it names no pair");
    // Both sides of a pair may lie in one folder, which is then given twice.
    for (const ImagePair& pair : *pairs)
        for (auto* images : {&*sources, &*targets})
            for (const fs::path* used : {&pair.source, &pair.target})
                forget(*images, *used);
    return ImagePairs{*std::move(pairs), namesOf(*sources), namesOf(*targets)};
}

Result<ImagePairs> pairImages(const fs::path& sourceFolder, const fs::path& targetFolder, const fs::path& list)
{
    return list.empty() ? pairImages(sourceFolder, targetFolder) : pairImagesByList(sourceFolder, targetFolder, list);
}

Result<LoadedPair> readPair(const ImagePair& pair)
{
    auto source = readImage(pair.source);
    if (!source)
        return tl::unexpected(source.error());
    auto target = readImage(pair.target);
    if (!target)
        return tl::unexpected(target.error());
    if (source->pixels.size() != target->pixels.size())
        return fail(ErrorCode::TrainingDataInvalid, pair.target.string(),
                    "its size differs from that of " + pair.source.string());
    return LoadedPair{std::move(*source), std::move(*target)};
}

}
