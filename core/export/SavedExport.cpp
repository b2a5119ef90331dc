#include "export/SavedExport.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <span>
#include <string_view>
#include <system_error>

#include <nlohmann/json.hpp>

#include "base/AtomicFile.h"
#include "base/InputFile.h"
#include "base/Sha256.h"
#include "export/ExportJournal.h"
#include "export/ExportNames.h"
#include "export/ExportRecipe.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr int kVersion = 1;
/// A hundred thousand slides and a large profile.
constexpr std::uintmax_t kMostBytes = std::uintmax_t(64) << 20;
constexpr std::int64_t kMostPixels = std::int64_t(1) << 40;
constexpr std::array<std::string_view, 3> kAreas = {"whole", "region", "tissue"};

template <typename Enum>
std::string keyOf(std::span<const NamedValue<Enum>> rows, Enum value)
{
    return std::string(rows[static_cast<std::size_t>(value)].key);
}

/// Throws json::exception's kin, so that one catch serves all that a file can have wrong.
[[noreturn]] void refuse(const std::string& what)
{
    throw json::other_error::create(501, what, static_cast<const json*>(nullptr));
}

template <typename Enum>
Enum valueFrom(std::span<const NamedValue<Enum>> rows, const json& key)
{
    const auto value = valueOf(rows, key.get<std::string>());
    if (!value)
        refuse("unknown word: " + key.get<std::string>());
    return *value;
}

int numberFrom(const json& number, int least, int most)
{
    const auto value = number.is_number_integer() ? number.get<std::int64_t>() : -1;
    if (value < least || value > most)
        refuse("a number is out of range");
    return static_cast<int>(value);
}

json areaToJson(const ExportArea& area)
{
    json object = {{"kind", kAreas[static_cast<std::size_t>(area.kind)]}};
    if (area.kind == ExportArea::Kind::Region)
        object["region"] = {area.region.x, area.region.y, area.region.width, area.region.height};
    return object;
}

ExportArea areaFrom(const json& object)
{
    ExportArea area;
    const auto kind = std::find(kAreas.begin(), kAreas.end(), object.at("kind").get<std::string>());
    if (kind == kAreas.end())
        refuse("unknown area");
    area.kind = static_cast<ExportArea::Kind>(kind - kAreas.begin());
    if (area.kind == ExportArea::Kind::Region) {
        for (const json& number : object.at("region"))
            if (!number.is_number_integer())
                refuse("the region is out of range");
        const auto numbers = object.at("region").get<std::array<std::int64_t, 4>>();
        if (std::any_of(numbers.begin(), numbers.end(), [](std::int64_t each) { return each < 0 || each > kMostPixels; }))
            refuse("the region is out of range");
        area.region = {numbers[0], numbers[1], numbers[2], numbers[3]};
    }
    return area;
}

json optionsToJson(const ExportOptions& options)
{
    json object = {{"format", keyOf(exportFormats(), options.format)},
                   {"compression", keyOf(compressions(), options.compression)},
                   {"quality", options.quality},
                   {"subsampling", keyOf(subsamplings(), options.subsampling)},
                   {"tile-size", options.tileSize},
                   {"area", areaToJson(options.area)},
                   {"halvings", options.scale.halvings},
                   {"overwrite", options.overwrite == Overwrite::Yes}};
    if (options.scale.power)
        object["power"] = *options.scale.power;
    if (options.scale.mpp)
        object["mpp"] = *options.scale.mpp;
    return object;
}

ExportOptions optionsFrom(const json& object)
{
    ExportOptions options;
    options.format = valueFrom(exportFormats(), object.at("format"));
    options.compression = valueFrom(compressions(), object.at("compression"));
    options.quality = numberFrom(object.at("quality"), 1, 100);
    options.subsampling = valueFrom(subsamplings(), object.at("subsampling"));
    options.tileSize = numberFrom(object.at("tile-size"), 64, 4096);
    options.area = areaFrom(object.at("area"));
    options.scale.halvings = numberFrom(object.at("halvings"), 0, 16);
    options.overwrite = object.at("overwrite").get<bool>() ? Overwrite::Yes : Overwrite::No;
    if (object.contains("power"))
        options.scale.power = object["power"].get<double>();
    if (object.contains("mpp"))
        options.scale.mpp = object["mpp"].get<double>();
    return options;
}

std::string textOf(const SavedExport& saved)
{
    json slides = json::array();
    for (const fs::path& slide : saved.slides)
        slides.push_back(slide.string());
    return json{{"isostain-export", kVersion},
                {"slides", slides},
                {"folder", saved.folder.string()},
                {"pattern", saved.pattern},
                {"anonymous", saved.names == NamesInExport::Anonymous},
                {"options", optionsToJson(saved.options)},
                {"profile", toJson(saved.profile)},
                {"form", named(saved.form).key},
                {"profile-file", saved.profileFile.string()}}
        .dump(1);
}

Result<StainProfile> profileFrom(const std::string& text, const fs::path& file, const std::string& subject)
{
    auto profile = parseStainProfile(text, subject);
    if (!profile || profile->method != NormalizationMethod::StainGan)
        return profile;
    auto whole = readStainProfile(file);
    if (whole && whole->weightsSha256 != profile->weightsSha256)
        return fail(ErrorCode::ProfileInvalid, file.string(), "it is no longer the one that the export was begun with");
    if (whole)
        profile->generator = whole->generator;
    return whole ? profile : whole;
}

Result<SavedExport> savedFrom(const json& object, const fs::path& path)
{
    SavedExport saved;
    if (object.at("isostain-export") != kVersion)
        return fail(ErrorCode::CorruptFile, path.string(), "of another version");
    for (const json& slide : object.at("slides"))
        saved.slides.emplace_back(slide.get<std::string>());
    saved.folder = object.at("folder").get<std::string>();
    saved.pattern = object.at("pattern").get<std::string>();
    saved.names = object.at("anonymous").get<bool>() ? NamesInExport::Anonymous : NamesInExport::Kept;
    saved.options = optionsFrom(object.at("options"));
    saved.form = valueFrom(normalizerForms(), object.at("form"));
    saved.profileFile = object.at("profile-file").get<std::string>();
    if (saved.slides.empty() || saved.folder.empty())
        return fail(ErrorCode::CorruptFile, path.string(), "no slides or no folder");
    auto profile = profileFrom(object.at("profile").get<std::string>(), saved.profileFile, path.string());
    if (!profile)
        return tl::unexpected(profile.error());
    saved.profile = std::move(*profile);
    return saved;
}

Result<std::string> contentOf(const fs::path& path)
{
    if (const auto checked = checkIsFile(path); !checked)
        return tl::unexpected(checked.error());
    std::error_code error;
    if (fs::file_size(path, error) > kMostBytes || error)
        return fail(ErrorCode::CorruptFile, path.string(), "too large");
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (stream.bad() || text.empty())
        return fail(ErrorCode::FileUnreadable, path.string());
    return text;
}

}

Result<void> writeSavedExport(const SavedExport& saved, const fs::path& path)
{
    std::string text;
    try {
        text = textOf(saved);
    } catch (const json::exception& exception) {
        return fail(ErrorCode::InvalidArgument, path.string(), exception.what());
    }
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    removeAbandoned(path);
    auto file = AtomicFile::create(path, Overwrite::Yes);
    if (!file)
        return tl::unexpected(file.error());
    // While it is still empty.
    fs::permissions(file->temporaryPath(), fs::perms::owner_read | fs::perms::owner_write, error);
    if (error)
        return fail(ErrorCode::OutputUnwritable, path.string(), error.message());
    std::ofstream stream(file->temporaryPath(), std::ios::binary);
    stream << text;
    stream.close();
    if (!stream)
        return fail(ErrorCode::DiskFull, path.string());
    return file->commit();
}

Result<SavedExport> readSavedExport(const fs::path& path)
{
    const auto text = contentOf(path);
    if (!text)
        return tl::unexpected(text.error());
    try {
        return savedFrom(json::parse(*text), path);
    } catch (const json::exception& exception) {
        return fail(ErrorCode::CorruptFile, path.string(), exception.what());
    }
}

std::vector<ExportItem> itemsOf(const SavedExport& saved)
{
    return exportItems(saved.slides, saved.folder,
                       {saved.pattern, saved.profile.name, std::string(suffixOf(saved.options.format))});
}

std::vector<fs::path> slidesLeft(const SavedExport& saved)
{
    const std::string recipe = exportRecipe(saved.profile, saved.form, saved.options);
    std::vector<ExportRecord> finished;
    if (const auto journals = readJournals(saved.folder))
        for (const ExportHistory& journal : *journals)
            for (const auto& [name, known] : journal)
                if (known.finished && known.finished->recipe == recipe && isStill(saved.folder / name, known.finished->result))
                    finished.push_back(*known.finished);
    // By the slide's content, as its output's name is not known where names are kept out.
    std::vector<fs::path> left;
    std::copy_if(saved.slides.begin(), saved.slides.end(), std::back_inserter(left), [&](const fs::path& slide) {
        const auto outline = outlineOf(slide);
        return !outline || std::none_of(finished.begin(), finished.end(), [&](const ExportRecord& record) {
            return record.source.bytes == outline->bytes && record.source.modified == outline->modified;
        });
    });
    return left;
}

bool isRunning(const SavedExport& saved)
{
    const fs::path journal = journalPath(saved.folder);
    std::error_code error;
    if (!fs::exists(journal, error))
        return false;
    const auto opened = ExportJournal::open(journal);
    return !opened && opened.error().code == ErrorCode::ExportRunning;
}

fs::path savedExportPath(const fs::path& folder, const fs::path& outputs)
{
    constexpr std::size_t kDigits = 16;
    const std::string name = outputs.lexically_normal().string();
    return folder / (sha256Hex(std::as_bytes(std::span(name))).substr(0, kDigits) + ".json");
}

}
