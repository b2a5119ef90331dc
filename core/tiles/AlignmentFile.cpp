#include "tiles/AlignmentFile.h"

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <new>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/InputFile.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

constexpr const char* kFormat = "isostain-slide-alignment";
constexpr std::uint64_t kFormatVersion = 1;
constexpr std::size_t kMaxBytes = std::size_t(4) << 20;
/// The format nests four deep; unknown fields of later versions may add a few.
constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxEvents = 1'000'000;
/// No scan is larger, and positions keep a thousandth of a pixel.
constexpr double kFarthest = 1e10;

/// Text that is no alignment; caught where parsing began.
struct Refusal {
    ErrorCode code;
    std::string detail;
};

[[noreturn]] void refuse(std::string detail)
{
    throw Refusal{ErrorCode::AlignmentInvalid, std::move(detail)};
}

json parseBounded(std::string_view text)
{
    if (text.size() > kMaxBytes)
        refuse("it is larger than 4 MiB");
    std::size_t events = 0;
    return json::parse(text.begin(), text.end(), [&events](int depth, json::parse_event_t, const json&) {
        if (depth > kMaxDepth || ++events > kMaxEvents)
            refuse("it is nested too deeply or holds too many values");
        return true;
    });
}

void checkFormat(const json& document)
{
    if (!document.is_object() || !document.contains("format") || document.at("format") != kFormat)
        refuse("it does not say that it is an alignment");
    const json& version = document.at("version");
    if (!version.is_number_unsigned() || version == 0u)
        refuse("it has no usable version number");
    if (version > kFormatVersion)
        throw Refusal{ErrorCode::AlignmentTooNew, "format version " + version.dump()};
}

double numberOf(const json& value)
{
    const auto number = value.get<double>();
    if (!value.is_number() || !(std::abs(number) <= kFarthest))
        refuse("a number is far too large");
    return number;
}

template <std::size_t N>
std::array<double, N> numbersOf(const json& list)
{
    if (!list.is_array() || list.size() != N)
        refuse("a list has another length than it should");
    std::array<double, N> numbers = {};
    for (std::size_t i = 0; i < N; ++i)
        numbers[i] = numberOf(list[i]);
    return numbers;
}

cv::Point2d pointOf(const json& list)
{
    const auto [x, y] = numbersOf<2>(list);
    return {x, y};
}

std::int64_t sizeOf(const json& value)
{
    if (!value.is_number_unsigned() || value == 0u || value.get<double>() > kFarthest)
        refuse("the size of a scan is not usable");
    return value.get<std::int64_t>();
}

ScanDescription scanOf(const json& object)
{
    ScanDescription scan;
    scan.fileName = object.at("file").get<std::string>();
    scan.width = sizeOf(object.at("width"));
    scan.height = sizeOf(object.at("height"));
    const auto mpp = object.find("mpp");
    if (mpp == object.end() || mpp->is_null())
        return scan;
    const auto [x, y] = numbersOf<2>(*mpp);
    if (!(x > 0 && y > 0))
        refuse("the pixel size of a scan is not usable");
    scan.mppX = x;
    scan.mppY = y;
    return scan;
}

SlideAlignment alignmentOf(const json& rows)
{
    if (!rows.is_array() || rows.size() != 2)
        refuse("its transform does not have two rows");
    const auto top = numbersOf<3>(rows[0]);
    const auto bottom = numbersOf<3>(rows[1]);
    const auto alignment = SlideAlignment::fromMatrix({top[0], top[1], top[2], bottom[0], bottom[1], bottom[2]});
    if (!alignment)
        refuse(alignment.error().detail);
    return *alignment;
}

ScanPlacement placementOf(const json& document)
{
    ScanPlacement placement{alignmentOf(document.at("affine"))};
    if (const auto pairs = document.find("pairs"); pairs != document.end()) {
        if (!pairs->is_array())
            refuse("its pairs of points are not a list");
        for (const json& pair : *pairs)
            placement.pairs.push_back({pointOf(pair.at("first")), pointOf(pair.at("second"))});
    }
    if (const auto residual = document.find("residual"); residual != document.end() && !residual->is_null()) {
        placement.residual = numberOf(*residual);
        if (!(*placement.residual >= 0))
            refuse("its residual is negative");
    }
    return placement;
}

ordered_json scanToJson(const ScanDescription& scan)
{
    ordered_json object = {{"file", scan.fileName}, {"width", scan.width}, {"height", scan.height}};
    if (scan.mppX && scan.mppY)
        object["mpp"] = {*scan.mppX, *scan.mppY};
    return object;
}

ordered_json pointToJson(const cv::Point2d& point)
{
    return {point.x, point.y};
}

bool haveSizesOf(const ScanDescription& a, const ScanDescription& b)
{
    return a.width == b.width && a.height == b.height;
}

std::string sizeText(const ScanDescription& scan)
{
    return scan.fileName + " " + std::to_string(scan.width) + " x " + std::to_string(scan.height);
}

}

ScanDescription describeScan(const Slide& slide)
{
    const SlideInfo& info = slide.info();
    ScanDescription scan{info.path.filename().string(), slide.geometry().width(), slide.geometry().height(), {}, {}};
    if (info.mppX && info.mppY) {
        scan.mppX = info.mppX;
        scan.mppY = info.mppY;
    }
    return scan;
}

Result<ScanPlacement> placementThrough(std::vector<PointPair> pairs)
{
    const auto alignment = SlideAlignment::fromPointPairs(pairs);
    if (!alignment)
        return tl::unexpected(alignment.error());
    ScanPlacement placement{*alignment};
    if (pairs.size() > 2)
        placement.residual = similarityResidual(pairs);
    placement.pairs = std::move(pairs);
    return placement;
}

ScanPlacement inverse(const ScanPlacement& placement)
{
    ScanPlacement inverted{placement.alignment.inverse()};
    for (const PointPair& pair : placement.pairs)
        inverted.pairs.push_back({pair.second, pair.first});
    if (placement.residual)
        inverted.residual = *placement.residual / placement.alignment.scale();
    return inverted;
}

std::string toJson(const SavedAlignment& alignment)
{
    const cv::Matx23d& m = alignment.placement.alignment.matrix();
    ordered_json document = {{"format", kFormat},
                             {"version", kFormatVersion},
                             {"programVersion", alignment.programVersion},
                             {"first", scanToJson(alignment.first)},
                             {"second", scanToJson(alignment.second)},
                             {"affine", {{m(0, 0), m(0, 1), m(0, 2)}, {m(1, 0), m(1, 1), m(1, 2)}}}};
    for (const PointPair& pair : alignment.placement.pairs)
        document["pairs"].push_back({{"first", pointToJson(pair.first)}, {"second", pointToJson(pair.second)}});
    if (alignment.placement.residual)
        document["residual"] = *alignment.placement.residual;
    return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<SavedAlignment> parseAlignment(std::string_view text, const std::string& subject)
{
    try {
        const json document = parseBounded(text);
        checkFormat(document);
        return SavedAlignment{scanOf(document.at("first")), scanOf(document.at("second")), placementOf(document),
                              document.value("programVersion", "")};
    } catch (const Refusal& refusal) {
        return fail(refusal.code, subject, refusal.detail);
    } catch (const json::parse_error& error) {
        return fail(ErrorCode::AlignmentInvalid, subject, "not JSON at byte " + std::to_string(error.byte));
    } catch (const json::exception&) {
        return fail(ErrorCode::AlignmentInvalid, subject, "a field is missing or of the wrong type");
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, subject);
    }
}

Result<SavedAlignment> readAlignment(const fs::path& path)
{
    if (const auto isFile = checkIsFile(path); !isFile)
        return tl::unexpected(isFile.error());
    std::error_code error;
    const auto size = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return fail(ErrorCode::FileUnreadable, path.string(), error ? error.message() : std::string());
    if (size > kMaxBytes)
        return fail(ErrorCode::AlignmentInvalid, path.string(), "it is larger than 4 MiB");
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad())
        return fail(ErrorCode::FileUnreadable, path.string());
    return parseAlignment(text, path.string());
}

Result<void> writeAlignment(const SavedAlignment& alignment, const fs::path& path, Overwrite overwrite)
{
    const std::string text = toJson(alignment);
    const auto readBack = parseAlignment(text, path.string());
    if (!readBack)
        return tl::unexpected(readBack.error());
    // JSON has no word for what is not finite and writes "nothing" instead.
    if (readBack->placement != alignment.placement)
        return fail(ErrorCode::AlignmentInvalid, path.string(), "a number is not finite");
    return writeFileAtomically(path, text, overwrite);
}

Result<ScanPlacement> placementFor(const SavedAlignment& saved, const ScanDescription& first, const ScanDescription& second,
                                   const std::string& subject)
{
    const bool fits = haveSizesOf(saved.first, first) && haveSizesOf(saved.second, second);
    const bool fitsSwapped = haveSizesOf(saved.first, second) && haveSizesOf(saved.second, first);
    const bool hasSwappedNames = saved.first.fileName != saved.second.fileName && saved.first.fileName == second.fileName &&
                                 saved.second.fileName == first.fileName;
    if (fitsSwapped && (!fits || hasSwappedNames))
        return inverse(saved.placement);
    if (fits)
        return saved.placement;
    return fail(ErrorCode::AlignmentMismatch, subject,
                "made for " + sizeText(saved.first) + " and " + sizeText(saved.second) + "; open are " + sizeText(first) + " and " +
                    sizeText(second));
}

}
