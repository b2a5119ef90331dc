#include "normalize/StainProfile.h"

#include <fstream>
#include <new>

#include <nlohmann/json.hpp>

#include "base/InputFile.h"
#include "base/Sha256.h"
#include "normalize/ProfileNames.h"
#include "normalize/SlideStatisticsJson.h"
#include "normalize/StatisticsJson.h"
#include "normalize/WeightsJson.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kFormat = "isostain-stain-profile";
constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kMaxBytes = std::size_t(32) << 20;
/// A profile nests four deep; unknown fields of later versions may add a few.
constexpr int kMaxDepth = 16;
/// Values, beginnings and ends: a network of four million weights has as many, and an empty list costs more than its text.
constexpr std::size_t kMaxEvents = 6'000'000;

/// A profile that is JSON but none of ours; caught where parsing began.
struct Refusal {
    ErrorCode code;
    std::string detail;
};

json parseBounded(std::string_view text)
{
    if (text.size() > kMaxBytes)
        throw Refusal{ErrorCode::ProfileInvalid, "it is larger than 32 MiB"};
    std::size_t events = 0;
    return json::parse(text.begin(), text.end(), [&events](int depth, json::parse_event_t, const json&) {
        if (depth > kMaxDepth)
            throw Refusal{ErrorCode::ProfileInvalid, "it is nested too deeply"};
        if (++events > kMaxEvents)
            throw Refusal{ErrorCode::ProfileInvalid, "it holds too many values"};
        return true;
    });
}

void checkFormat(const json& document)
{
    if (!document.is_object() || document.value("format", "") != kFormat)
        throw Refusal{ErrorCode::ProfileInvalid, "it does not say that it is a stain profile"};
    const json& version = document.at("version");
    if (!version.is_number_unsigned() || version == 0u)
        throw Refusal{ErrorCode::ProfileInvalid, "it has no usable version number"};
    if (version > kVersion)
        throw Refusal{ErrorCode::ProfileTooNew, "format version " + version.dump()};
}

NormalizationMethod methodOf(const json& document)
{
    const auto method = valueOf(normalizationMethods(), document.at("method").get<std::string>());
    if (!method)
        throw Refusal{ErrorCode::ProfileTooNew, "it uses a method that this version does not know"};
    return *method;
}

std::optional<double> mppOf(const json& document)
{
    const auto found = document.find("mpp");
    if (found == document.end() || found->is_null())
        return std::nullopt;
    const auto mpp = found->get<double>();
    if (!(mpp > 0))
        throw Refusal{ErrorCode::ProfileInvalid, "mpp is not a size"};
    return mpp;
}

template <typename T>
T orRefusal(Result<T> result)
{
    if (!result)
        throw Refusal{result.error().code, result.error().detail};
    return *std::move(result);
}

std::optional<FittedStatistics> statisticsOf(const json& document, const char* key, NormalizationMethod method)
{
    const auto found = document.find(key);
    return found == document.end() ? std::nullopt : std::optional(orRefusal(statisticsFromJson(*found, method, {})));
}

std::optional<ColorGamut> gamutOf(const json& document)
{
    const auto found = document.find("gamut");
    if (found == document.end())
        return std::nullopt;
    auto gamut = ColorGamut::fromRuns(found->at("runs").get<std::vector<std::uint32_t>>());
    if (!gamut)
        throw Refusal{ErrorCode::ProfileInvalid, "its gamut is damaged: " + gamut.error().detail};
    return *std::move(gamut);
}

/// All but the weights.
StainProfile recipeFrom(const json& document)
{
    StainProfile profile;
    profile.name = document.at("name").get<std::string>();
    profile.method = methodOf(document);
    if (document.contains("options"))
        profile.options = orRefusal(optionsFromJson(document.at("options"), {}));
    if (isFitted(profile.method)) {
        profile.target = statisticsOf(document, "target", profile.method);
        profile.source = statisticsOf(document, "source", profile.method);
        if (!profile.target)
            throw Refusal{ErrorCode::ProfileInvalid, "it has no target"};
    }
    profile.gamut = gamutOf(document);
    if (const auto frozen = document.find("frozen"); frozen != document.end())
        profile.frozen = orRefusal(slideStatisticsFromJson(*frozen, {}));
    profile.stain = valueOf(stains(), document.value("stain", "")).value_or(Stain::Unknown);
    profile.description = document.value("description", "");
    profile.sourceScanner = document.value("sourceScanner", "");
    profile.targetScanner = document.value("targetScanner", "");
    profile.mpp = mppOf(document);
    profile.demoSlidesOnly = document.value("demoSlidesOnly", false);
    profile.programVersion = document.value("programVersion", "");
    profile.provenance = document.value("provenance", "");
    return profile;
}

Result<StainProfile> readCheckpointProfile(const fs::path& path)
{
    auto network = readNetwork(path);
    if (!network)
        return tl::unexpected(network.error());
    auto sha256 = sha256OfFile(path);
    if (!sha256)
        return tl::unexpected(sha256.error());
    StainProfile profile;
    profile.name = path.stem().string();
    if (auto* generator = std::get_if<ResnetGeneratorWeights>(&*network)) {
        profile.method = NormalizationMethod::StainGan;
        profile.generator = std::make_shared<const ResnetGeneratorWeights>(std::move(*generator));
        profile.generatorFile = path.filename().string();
    } else {
        profile.weights = std::get<StainNetWeights>(*std::move(network));
    }
    profile.weightsSha256 = *std::move(sha256);
    return profile;
}

/// Reads the checkpoint that a StainGAN profile names, from the profile's folder.
Result<StainProfile> withGenerator(StainProfile profile, const fs::path& path)
{
    auto checkpoint = readCheckpointProfile(path.parent_path() / profile.generatorFile);
    if (!checkpoint)
        return checkpoint;
    if (!checkpoint->generator)
        return fail(ErrorCode::ProfileInvalid, path.string(), profile.generatorFile + " is not a StainGAN generator");
    if (checkpoint->weightsSha256 != profile.weightsSha256)
        return fail(ErrorCode::ProfileInvalid, path.string(), profile.generatorFile + " is not the checkpoint that the profile was made with");
    profile.generator = checkpoint->generator;
    return profile;
}

/// A file name and nothing else: a profile must not reach into other folders.
bool isPlainFileName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find_first_of("/\\") == std::string::npos;
}

/// The text of a file that begins like JSON, cut one byte past what is accepted; nothing for any other file.
Result<std::optional<std::string>> readJsonText(const fs::path& path)
{
    if (const auto isFile = checkIsFile(path); !isFile)
        return tl::unexpected(isFile.error());
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::FileUnreadable, path.string());

    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::string text(64, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    const std::size_t start = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    const std::size_t first = text.find_first_not_of(" \t\r\n", start);
    if (first == std::string::npos || text[first] != '{')
        return std::nullopt;

    const std::size_t begun = text.size();
    std::error_code error;
    text.resize(std::min<std::size_t>(fs::file_size(path, error), kMaxBytes + 1));
    if (error)
        return fail(ErrorCode::FileUnreadable, path.string(), error.message());
    if (text.size() > begun) {
        file.read(text.data() + begun, static_cast<std::streamsize>(text.size() - begun));
        text.resize(begun + static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad())
        return fail(ErrorCode::FileUnreadable, path.string());
    return text;
}

}

Result<StainProfile> readStainProfile(const fs::path& path)
{
    try {
        const auto text = readJsonText(path);
        if (!text)
            return tl::unexpected(text.error());
        if (!*text)
            return readCheckpointProfile(path);
        auto profile = parseStainProfile(**text, path.string());
        if (!profile || profile->method != NormalizationMethod::StainGan)
            return profile;
        return withGenerator(*std::move(profile), path);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, path.string());
    }
}

Result<StainProfile> parseStainProfile(std::string_view text, const std::string& subject)
{
    try {
        const json document = parseBounded(text);
        checkFormat(document);
        StainProfile profile = recipeFrom(document);
        if (isFitted(profile.method))
            return profile;
        const json& embedded = document.at("weights");
        if (profile.method == NormalizationMethod::StainGan) {
            profile.generatorFile = embedded.at("file").get<std::string>();
            profile.weightsSha256 = embedded.at("sha256").get<std::string>();
            if (!isPlainFileName(profile.generatorFile))
                return fail(ErrorCode::ProfileInvalid, subject, "the checkpoint it names has to lie beside it");
            return profile;
        }
        auto weights = weightsFromJson(embedded, subject);
        if (!weights)
            return tl::unexpected(weights.error());
        profile.weights = *std::move(weights);
        profile.weightsSha256 = embedded.at("sha256").get<std::string>();
        return profile;
    } catch (const Refusal& refusal) {
        return fail(refusal.code, subject, refusal.detail);
    } catch (const json::parse_error& error) {
        return fail(ErrorCode::ProfileInvalid, subject, "not JSON at byte " + std::to_string(error.byte));
    } catch (const json::exception&) {
        return fail(ErrorCode::ProfileInvalid, subject, "a field is missing or of the wrong type");
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, subject);
    }
}

std::string toJson(const StainProfile& profile)
{
    nlohmann::ordered_json recipe = {
        {"format", kFormat},
        {"version", kVersion},
        {"name", profile.name},
        {"method", named(profile.method).key},
        {"options", optionsToJson(profile.options)},
        {"stain", named(profile.stain).key},
        {"description", profile.description},
        {"sourceScanner", profile.sourceScanner},
        {"targetScanner", profile.targetScanner},
        {"demoSlidesOnly", profile.demoSlidesOnly},
        {"programVersion", profile.programVersion},
        {"provenance", profile.provenance},
    };
    if (profile.mpp)
        recipe["mpp"] = *profile.mpp;
    // Numbers are put in as text: one line a layer or a list reads better than one line a number.
    std::string text = recipe.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    text.resize(text.size() - std::string_view("\n}").size());
    const auto add = [&text](const char* key, const std::string& value) { text += std::string(",\n  \"") + key + "\": " + value; };
    if (profile.target)
        add("target", statisticsToJson(*profile.target).dump());
    if (profile.source)
        add("source", statisticsToJson(*profile.source).dump());
    if (profile.gamut)
        add("gamut", json{{"runs", profile.gamut->runs()}}.dump());
    if (!profile.frozen.empty())
        add("frozen", slideStatisticsToJson(profile.frozen));
    if (profile.method == NormalizationMethod::StainGan)
        add("weights", json{{"file", profile.generatorFile}, {"sha256", profile.weightsSha256}}.dump(-1, ' ', false, json::error_handler_t::replace));
    else if (!isFitted(profile.method))
        add("weights", weightsToJson(profile.weights));
    return text + "\n}\n";
}

bool isFitted(NormalizationMethod method)
{
    return method != NormalizationMethod::StainNet && method != NormalizationMethod::StainGan;
}

bool isSpatial(const StainProfile& profile)
{
    return profile.method == NormalizationMethod::StainGan ||
           (profile.method == NormalizationMethod::StainNet && !profile.weights.isPointwise());
}

Network networkOf(const StainProfile& profile)
{
    if (profile.generator)
        return *profile.generator;
    return profile.weights;
}

std::string recipeSha256(const StainProfile& profile)
{
    if (!isFitted(profile.method))
        return profile.weightsSha256;
    std::string text(named(profile.method).key);
    text += optionsToJson(profile.options).dump();
    for (const auto& statistics : {profile.target, profile.source})
        text += statistics ? statisticsToJson(*statistics).dump() : "-";
    return sha256Hex(std::as_bytes(std::span(text)));
}

Result<void> writeStainProfile(const StainProfile& profile, const fs::path& path, Overwrite overwrite)
{
    const std::string text = toJson(profile);
    if (const auto readBack = parseStainProfile(text, path.string()); !readBack)
        return tl::unexpected(readBack.error());
    return writeFileAtomically(path, text, overwrite);
}

}
