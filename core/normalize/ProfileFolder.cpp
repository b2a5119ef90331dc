#include "normalize/ProfileFolder.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/Version.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestStem = 100;
/// No profile is larger; checkpoints may be.
constexpr std::uintmax_t kMostText = std::uintmax_t(32) << 20;
constexpr int kMostNumbers = 10'000;

bool isControl(char character)
{
    return static_cast<unsigned char>(character) < 0x20 || character == 0x7F;
}

std::string trimmed(const std::string& text)
{
    constexpr const char* kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

/// Cut to `most` bytes, never within a UTF-8 character.
std::string cut(std::string text, std::size_t most)
{
    std::size_t size = std::min(text.size(), most);
    while (size > 0 && size < text.size() && (text[size] & 0xC0) == 0x80)
        --size;
    text.resize(size);
    return text;
}

/// A name as a file name that every file system takes.
std::string stemFor(const std::string& name)
{
    std::string stem = trimmed(name);
    std::replace_if(
        stem.begin(), stem.end(),
        [](char each) { return isControl(each) || std::string_view("/\\:*?\"<>|").find(each) != std::string_view::npos; }, '-');
    // A leading dot would hide the file.
    stem.erase(0, std::min(stem.find_first_not_of(". "), stem.size()));
    stem = cut(std::move(stem), kLongestStem);
    stem.erase(stem.find_last_not_of(". ") + 1);
    return stem.empty() ? "profile" : stem;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char each) { return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each; });
    return text;
}

bool isListed(const fs::path& path)
{
    return lowered(path.extension().string()) == ".json" && !path.filename().string().starts_with('.');
}

ListedProfile listed(const fs::path& path)
{
    ListedProfile entry;
    entry.path = path;
    auto profile = readStainProfile(path);
    if (!profile) {
        entry.name = path.filename().string();
        entry.error = std::move(profile.error());
        return entry;
    }
    entry.name = profile->name.empty() ? path.stem().string() : std::move(profile->name);
    entry.method = profile->method;
    entry.stain = profile->stain;
    entry.targetScanner = std::move(profile->targetScanner);
    entry.mpp = profile->mpp;
    return entry;
}

bool isTaken(const std::vector<ListedProfile>& profiles, const std::string& name, const fs::path& except = {})
{
    return std::any_of(profiles.begin(), profiles.end(), [&](const ListedProfile& each) {
        return !each.error && each.path.filename() != except.filename() && each.name == name;
    });
}

std::string freeName(const std::vector<ListedProfile>& profiles, const std::string& name)
{
    std::string candidate = name;
    for (int number = 2; isTaken(profiles, candidate); ++number)
        candidate = name + " (" + std::to_string(number) + ")";
    return candidate;
}

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder, error))
        return fail(ErrorCode::OutputUnwritable, folder.string(), error.message());
    return {};
}

/// Calls write(path) with one file name after the other until one is free, also where another program takes it meanwhile.
template <typename Write>
Result<fs::path> writeUnderFreeName(const fs::path& folder, const std::string& stem, Write write)
{
    for (int number = 1; number <= kMostNumbers; ++number) {
        const fs::path path = folder / (number == 1 ? stem + ".json" : stem + "-" + std::to_string(number) + ".json");
        const Result<void> written = write(path);
        if (written)
            return path;
        if (written.error().code != ErrorCode::OutputExists)
            return tl::unexpected(written.error());
    }
    return fail(ErrorCode::OutputExists, (folder / (stem + ".json")).string());
}

/// The text of a small file; nothing where it cannot be read.
std::optional<std::string> smallText(const fs::path& file)
{
    std::error_code error;
    if (fs::file_size(file, error) > kMostText || error)
        return std::nullopt;
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return stream.bad() ? std::nullopt : std::optional(std::move(text));
}

Result<fs::path> addUnder(const std::string& stem, StainProfile profile, const fs::path& folder,
                          const std::vector<ListedProfile>& profiles)
{
    profile.name = freeName(profiles, profile.name.empty() ? stem : profile.name);
    return writeUnderFreeName(folder, stem, [&profile](const fs::path& path) { return writeStainProfile(profile, path); });
}

/// A bare checkpoint says nothing of itself.
Result<void> describeCheckpoint(StainProfile& profile, const fs::path& file)
{
    if (!profile.weights.isPointwise())
        return fail(ErrorCode::SpatialUnsupported, file.string());
    profile.provenance = "Imported from " + file.filename().string() + ", SHA-256 " + profile.weightsSha256;
    profile.programVersion = kVersion;
    return {};
}

}

Result<std::vector<ListedProfile>> listProfiles(const fs::path& folder)
{
    std::error_code error;
    fs::directory_iterator files(folder, error);
    if (error == std::errc::no_such_file_or_directory)
        return std::vector<ListedProfile>();
    std::vector<fs::path> paths;
    for (; !error && files != fs::directory_iterator(); files.increment(error))
        if (isListed(files->path()))
            paths.push_back(files->path());
    if (error)
        return fail(ErrorCode::FileUnreadable, folder.string(), error.message());
    std::sort(paths.begin(), paths.end());
    std::vector<ListedProfile> profiles;
    for (const fs::path& path : paths) {
        ListedProfile entry = listed(path);
        // What another program has deleted meanwhile is not broken but gone.
        if (!entry.error || entry.error->code != ErrorCode::FileNotFound)
            profiles.push_back(std::move(entry));
    }
    return profiles;
}

Result<fs::path> addProfile(StainProfile profile, const fs::path& folder)
{
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    const auto profiles = listProfiles(folder);
    if (!profiles)
        return tl::unexpected(profiles.error());
    const std::string stem = stemFor(profile.name);
    return addUnder(stem, std::move(profile), folder, *profiles);
}

Result<fs::path> importProfile(const fs::path& file, const fs::path& folder)
{
    auto profile = readStainProfile(file);
    if (!profile)
        return tl::unexpected(profile.error());
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    std::error_code error;
    if (isListed(file) && fs::equivalent(fs::absolute(file, error).parent_path(), folder, error))
        return file;
    const auto profiles = listProfiles(folder);
    if (!profiles)
        return tl::unexpected(profiles.error());

    const std::string stem = stemFor(file.stem().string());
    const auto text = smallText(file);
    const auto fromText = text ? parseStainProfile(*text, file.string()) : fail(ErrorCode::ProfileInvalid);
    if (!fromText)
        if (const auto described = describeCheckpoint(*profile, file); !described)
            return tl::unexpected(described.error());
    if (!fromText || fromText->name.empty() || isTaken(*profiles, fromText->name))
        return addUnder(stem, *std::move(profile), folder, *profiles);
    return writeUnderFreeName(folder, stem,
                              [&text](const fs::path& path) { return writeFileAtomically(path, *text, Overwrite::No); });
}

Result<void> renameProfile(const fs::path& file, const std::string& name)
{
    const std::string wanted = trimmed(name);
    if (wanted.empty())
        return fail(ErrorCode::InvalidArgument, "An empty name");
    if (wanted.size() > kLongestName || std::any_of(wanted.begin(), wanted.end(), isControl))
        return fail(ErrorCode::InvalidArgument, "A name that is so long or has several lines");
    auto profile = readStainProfile(file);
    if (!profile)
        return tl::unexpected(profile.error());
    if (profile->name == wanted)
        return {};
    const auto profiles = listProfiles(fs::absolute(file).parent_path());
    if (!profiles)
        return tl::unexpected(profiles.error());
    if (isTaken(*profiles, wanted, file))
        return fail(ErrorCode::ProfileNameTaken, wanted);
    profile->name = wanted;
    return writeStainProfile(*profile, file, Overwrite::Yes);
}

}
