#include "evaluation/EvaluationFiles.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <map>

#include <nlohmann/json.hpp>

#include "base/Version.h"
#include "evaluation/Spread.h"
#include "export/NumberText.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

std::string nameOf(const EvaluationReport& report, const EvaluationMethod& method)
{
    return tableName(method, report.request.reference);
}

/// One column of the tables.
struct Metric {
    const char* key;
    const char* title;
    int digits; ///< after the point, as in the paper
    double EvaluationRow::*value;
};

constexpr std::array kMetrics{
    Metric{"ssimTarget", "SSIM Target", 3, &EvaluationRow::ssimTarget},
    Metric{"psnrTarget", "PSNR Target (dB)", 1, &EvaluationRow::psnrTarget},
    Metric{"ssimSource", "SSIM Source", 3, &EvaluationRow::ssimSource},
};

constexpr std::uint64_t kBootstrapSeed = 1;
constexpr const char* kDeviation = "standard deviation of the population (divided by n)";

std::vector<double> valuesOf(const EvaluationReport& report, const std::string& method, const Metric& metric)
{
    std::vector<double> values;
    for (const EvaluationRow& row : report.result.rows)
        if (row.method == method)
            values.push_back(row.*metric.value);
    return values;
}

/// The mean over each image's finite values, by the index of its pair.
std::map<std::size_t, double> imageMeans(const EvaluationReport& report, const std::string& method, const Metric& metric)
{
    std::map<std::size_t, std::vector<double>> values;
    for (const EvaluationRow& row : report.result.rows)
        if (row.method == method)
            values[row.pair].push_back(row.*metric.value);
    std::map<std::size_t, double> means;
    for (const auto& [pair, ofPair] : values)
        if (const auto mean = spreadOf(ofPair).mean)
            means[pair] = *mean;
    return means;
}

/// Nothing where no image has both.
std::optional<PairedDifference> differenceToFirst(const EvaluationReport& report, const std::string& method,
                                                  const Metric& metric)
{
    const auto first = imageMeans(report, nameOf(report, report.request.methods.front()), metric);
    std::vector<double> before;
    std::vector<double> after;
    for (const auto& [pair, mean] : imageMeans(report, method, metric)) {
        if (const auto other = first.find(pair); other != first.end()) {
            before.push_back(other->second);
            after.push_back(mean);
        }
    }
    const auto difference = pairedDifference(before, after, kBootstrapSeed);
    return difference ? std::optional(*difference) : std::nullopt;
}

template <typename T>
Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json jsonOf(const Spread& spread)
{
    return {{"mean", orNull(spread.mean)},
            {"std", orNull(spread.deviation)},
            {"count", spread.count},
            {"infinite", spread.notFinite}};
}

Json methodJson(const EvaluationReport& report, const EvaluationMethod& method)
{
    Json json{{"name", nameOf(report, method)}};
    if (method.kind == EvaluationMethod::Kind::Profile) {
        json["file"] = method.file;
        json["recipeSha256"] = recipeSha256(method.profile);
    }
    for (const Metric& metric : kMetrics)
        json[metric.key] = jsonOf(spreadOf(valuesOf(report, nameOf(report, method), metric)));
    if (&method == &report.request.methods.front())
        return json;
    Json differences;
    for (const Metric& metric : kMetrics)
        if (const auto difference = differenceToFirst(report, nameOf(report, method), metric))
            differences[metric.key] = {{"mean", difference->mean},
                                       {"low", difference->low},
                                       {"high", difference->high},
                                       {"images", difference->count}};
    if (!differences.is_null())
        json["differenceToFirst"] = std::move(differences);
    return json;
}

bool isMatched(const EvaluationReport& report)
{
    return report.request.reference.kind == EvaluationReference::Kind::Matched;
}

Json referenceJson(const EvaluationReport& report)
{
    if (isMatched(report))
        return {{"kind", "matched"}, {"oracle", true}};
    if (report.result.reference.empty())
        return nullptr;
    const bool isFirst = report.request.reference.kind == EvaluationReference::Kind::FirstTarget;
    return {{"kind", isFirst ? "first-target" : "file"}, {"file", report.result.reference}, {"oracle", false}};
}

Json jsonOf(const std::vector<EvaluationRemark>& remarks)
{
    Json json = Json::array();
    for (const EvaluationRemark& remark : remarks)
        json.push_back({{"image", remark.image}, {"method", remark.method}, {"text", remark.text}});
    return json;
}

Json jsonOf(const SpeedReport& speed)
{
    Json methods = Json::array();
    for (const MethodSpeed& method : speed.methods)
        methods.push_back({{"name", method.method},
                           {"fpsDirect", orNull(method.direct)},
                           {"fpsTable", orNull(method.table)},
                           {"tableBuildSeconds", orNull(method.tableBuildSeconds)},
                           {"device", method.device},
                           {"threads", method.threads},
                           {"batch", 1}});
    return {{"size", SpeedImages::kSide},
            {"images", speed.imageCount},
            {"cut", speed.images.cut},
            {"repeated", speed.images.repeated},
            {"secondsPerRate", speed.secondsPerRate},
            {"methods", std::move(methods)}};
}

std::string fixedText(double value, int digits)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string spreadText(const Spread& spread, int digits)
{
    if (!spread.mean)
        return spread.notFinite > 0 ? "identical" : "–";
    return fixedText(*spread.mean, digits) + "±" + fixedText(*spread.deviation, digits) +
           (spread.notFinite > 0 ? " (" + std::to_string(spread.notFinite) + " identical)" : "");
}

/// A name in a cell of a table.
std::string cell(const std::string& text)
{
    std::string escaped;
    for (const char c : text)
        escaped += c == '|' ? "\\|" : std::string(1, c == '\n' || c == '\r' ? ' ' : c);
    return escaped;
}

std::string metricsTable(const EvaluationReport& report)
{
    std::string text = "| Method |";
    std::string line = "|---|";
    for (const Metric& metric : kMetrics) {
        text += std::string(" ") + metric.title + " |";
        line += "---|";
    }
    text += "\n" + line + "\n";
    for (const EvaluationMethod& method : report.request.methods) {
        text += "| " + cell(nameOf(report, method)) + " |";
        for (const Metric& metric : kMetrics)
            text += " " + spreadText(spreadOf(valuesOf(report, nameOf(report, method), metric)), metric.digits) + " |";
        text += "\n";
    }
    return text;
}

std::string conditions(const EvaluationReport& report)
{
    const EvaluationRequest& request = report.request;
    std::string text = std::string("Mean ± ") + kDeviation + " over ";
    text += request.patchSize > 0
                ? "patches of " + std::to_string(request.patchSize) + " x " + std::to_string(request.patchSize) +
                      " pixels of " + std::to_string(report.result.images) + " images"
                : std::to_string(report.result.images) + " images";
    text += ". The PSNR of identical images is infinite, left out of the mean and counted.\n\n";
    if (isMatched(report))
        text += "Reference: each image's own target. This is an oracle: no use of a method has its result's target at hand.\n";
    else if (!report.result.reference.empty())
        text += "Reference of the fitted methods: " + cell(report.result.reference) +
                (request.reference.kind == EvaluationReference::Kind::FirstTarget ? ", the first target by name.\n" : ".\n");
    text += std::string("Form: ") + std::string(named(request.form).key) + ". Methods are fitted to whole images";
    return text + (request.patchSize > 0 ? ", which are then cut into patches.\n" : ".\n");
}

std::string differencesTable(const EvaluationReport& report)
{
    if (report.request.methods.size() < 2)
        return {};
    std::string text = "\n## Differences to " + nameOf(report, report.request.methods.front()) +
                       "\n\nPaired by image (means of patches); 95 % percentile interval of a bootstrap over images, "
                       "which is too narrow for fewer than about ten.\n\n| Method |";
    for (const Metric& metric : kMetrics)
        text += std::string(" ") + metric.title + " |";
    text += "\n|---|---|---|---|\n";
    for (const EvaluationMethod& method : std::span(report.request.methods).subspan(1)) {
        text += "| " + cell(nameOf(report, method)) + " |";
        for (const Metric& metric : kMetrics) {
            const auto difference = differenceToFirst(report, nameOf(report, method), metric);
            const int digits = metric.digits + 1;
            text += difference ? " " + fixedText(difference->mean, digits) + " [" + fixedText(difference->low, digits) + ", " +
                                     fixedText(difference->high, digits) + "] |"
                               : " – |";
        }
        text += "\n";
    }
    return text;
}

std::string speedTable(const SpeedReport& speed)
{
    const auto rate = [](const std::optional<double>& value, int digits) {
        return value ? fixedText(*value, digits) : "–";
    };
    std::string text =
        "\n## Speed\n\n| Method | FPS, evaluated directly | FPS, by its table | Table built in (s) | Device | Threads |\n"
        "|---|---|---|---|---|---|\n";
    for (const MethodSpeed& method : speed.methods)
        text += "| " + cell(method.method) + " | " + rate(method.direct, 1) + " | " + rate(method.table, 1) + " | " +
                rate(method.tableBuildSeconds, 2) + " | " + cell(method.device) + " | " + std::to_string(method.threads) +
                " |\n";
    return text + "\n512 x 512 pixels, batch 1, after a warm-up, without file access, on " + std::to_string(speed.imageCount) +
           " real images (" + std::to_string(speed.images.cut) + " cut from larger ones, " +
           std::to_string(speed.images.repeated) +
           " smaller ones repeated side by side). Directly: a network on every pixel; a fitted method fitted to every image, "
           "its tissue mask included, and applied to it.\n";
}

std::string remarksText(const char* title, const std::vector<EvaluationRemark>& remarks)
{
    std::string text;
    for (const EvaluationRemark& remark : remarks)
        text += "- " + remark.image + ", " + remark.method + ": " + remark.text + "\n";
    return text.empty() ? text : std::string("\n## ") + title + "\n\n" + text;
}

std::string leftOut(const EvaluationReport& report)
{
    std::string text;
    for (const SkippedImage& skipped : report.result.skipped)
        text += "- " + skipped.name + ": " + describe(skipped.reason) + "\n";
    for (const std::string& name : report.sourceOrphans)
        text += "- " + name + " (source): it has no partner.\n";
    for (const std::string& name : report.targetOrphans)
        text += "- " + name + " (target): it has no partner.\n";
    return text.empty() ? text : "\n## Images left out\n\n" + text;
}

}

std::string csvField(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

Result<CsvFile> CsvFile::create(const fs::path& path, const std::string& header, Overwrite overwrite)
{
    std::error_code error;
    if (overwrite == Overwrite::No && fs::exists(path, error))
        return fail(ErrorCode::OutputExists, path.string());
    errno = 0;
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    if (!stream)
        return tl::unexpected(writeError(path, errno));
    CsvFile file(path, std::move(stream));
    if (auto written = file.append(header); !written)
        return tl::unexpected(written.error());
    return file;
}

Result<void> CsvFile::append(const std::string& lines)
{
    errno = 0;
    m_stream.write(lines.data(), static_cast<std::streamsize>(lines.size()));
    m_stream.flush();
    if (!m_stream)
        return tl::unexpected(writeError(m_path, errno));
    return {};
}

std::string metricsCsvHeader()
{
    return "image,method,ssim_target,psnr_target,ssim_source\n";
}

std::string metricsCsvLines(std::span<const EvaluationRow> rows)
{
    std::string text;
    for (const EvaluationRow& row : rows) {
        text += csvField(row.image) + "," + csvField(row.method);
        for (const Metric& metric : kMetrics)
            text += "," + numberText(row.*metric.value);
        text += "\n";
    }
    return text;
}

std::string summaryJson(const EvaluationReport& report)
{
    Json json{{"program", std::string("Isostain ") + kVersion}, {"source", report.source}, {"target", report.target}};
    json["unit"] = report.request.patchSize > 0 ? "patch" : "image";
    if (report.request.patchSize > 0)
        json["patchSize"] = report.request.patchSize;
    json["images"] = report.result.images;
    json["std"] = kDeviation;
    json["form"] = named(report.request.form).key;
    json["reference"] = referenceJson(report);
    json["methods"] = Json::array();
    for (const EvaluationMethod& method : report.request.methods)
        json["methods"].push_back(methodJson(report, method));
    json["bootstrap"] = {{"interval", 0.95}, {"seed", kBootstrapSeed}, {"over", "images"}};
    if (report.speed)
        json["speed"] = jsonOf(*report.speed);
    json["skipped"] = Json::array();
    for (const SkippedImage& skipped : report.result.skipped)
        json["skipped"].push_back({{"image", skipped.name}, {"reason", describe(skipped.reason)}});
    json["sourceOrphans"] = report.sourceOrphans;
    json["targetOrphans"] = report.targetOrphans;
    json["failed"] = jsonOf(report.result.failed);
    json["warnings"] = jsonOf(report.result.warnings);
    // File names need not be UTF-8.
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string summaryMarkdown(const EvaluationReport& report)
{
    std::string text = "# Evaluation\n\nSource " + report.source + ", target " + report.target + ".\n\n";
    text += metricsTable(report) + "\n" + conditions(report) + differencesTable(report);
    if (report.speed)
        text += speedTable(*report.speed);
    return text + leftOut(report) + remarksText("Failed", report.result.failed) +
           remarksText("Warnings", report.result.warnings);
}

Result<void> checkSummariesFree(const fs::path& folder, Overwrite overwrite)
{
    for (const char* name : {"summary.json", "summary.md"}) {
        std::error_code error;
        if (overwrite == Overwrite::No && fs::exists(folder / name, error))
            return fail(ErrorCode::OutputExists, (folder / name).string());
    }
    return {};
}

Result<void> writeSummaries(const std::string& json, const std::string& markdown, const fs::path& folder, Overwrite overwrite)
{
    if (auto written = writeFileAtomically(folder / "summary.json", json, overwrite); !written)
        return written;
    return writeFileAtomically(folder / "summary.md", markdown, overwrite);
}

}
