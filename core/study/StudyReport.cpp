#include "study/StudyReport.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <system_error>

#include <nlohmann/json.hpp>

#include "base/Base64.h"
#include "base/Version.h"
#include "normalize/ProfileNames.h"
#include "report/Html.h"
#include "study/StudyTables.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

std::string fixedText(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string htmlOf(const StudyTable& table)
{
    std::string html = "<figure><figcaption>" + htmlText(table.caption) + "</figcaption><table><tr><th>Method</th>";
    std::vector<std::vector<std::size_t>> best;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        html += "<th>" + htmlText(table.columns[i].title) + "</th>";
        best.push_back(bestRows(table, i));
    }
    html += "</tr>\n";
    for (std::size_t number = 0; number < table.rows.size(); ++number) {
        html += "<tr><td>" + htmlText(table.rows[number].name) + "</td>";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const std::string text = htmlText(cellText(table.rows[number].cells[i], table.columns[i].decimals));
            const bool isBest = std::find(best[i].begin(), best[i].end(), number) != best[i].end();
            html += "<td>" + (isBest ? "<strong>" + text + " *</strong>" : text) + "</td>";
        }
        html += "</tr>\n";
    }
    return html + "</table></figure>\n";
}

std::string row(const std::string& name, const std::string& value)
{
    return "<tr><th>" + htmlText(name) + "</th><td>" + htmlText(value) + "</td></tr>\n";
}

std::string dataSection(const StudyResults& results)
{
    const StudyData& data = results.config.data;
    std::string html = "<h2>Data</h2><table>";
    switch (data.source) {
    case StudySource::Generated:
        html += row("kind", "generated tissue of two scanners");
        html += row("stain", named(data.stain).displayName);
        html +=
            row("tiles", std::to_string(data.tiles) + " of each scanner to train on, from two sections; tests from a third");
        html += row("seed", std::to_string(results.config.seed));
        break;
    case StudySource::TwoScans:
        html += row("kind", "two scans of one glass, registered");
        html += row("source", data.sourcePath.filename().string());
        html += row("target", data.targetPath.filename().string());
        html += row("tests", fixedText(100 * data.holdOut, 0) + " % of the glass, beyond a line");
        break;
    case StudySource::Slides:
    case StudySource::Folders:
        if (data.source == StudySource::Slides)
            html += row("kind", "up to " + std::to_string(data.tiles) + " patches of tissue of each look, cut from slides at " +
                                    fixedText(data.mpp, 4) + " µm per pixel");
        else
            html += row("kind", "folders of images");
        html += row("source", data.sourcePath.filename().string());
        html += row("target", data.targetPath.filename().string());
        html += row("test pairs", data.testSourcePath.empty() ? "none"
                                                              : data.testSourcePath.filename().string() + ", " +
                                                                    data.testTargetPath.filename().string());
        break;
    }
    return html + "</table>\n";
}

/// What the paper's methods section would say.
std::string methodsSection(const StudyResults& results)
{
    const StudyConfig& config = results.config;
    std::string html = "<h2>Methods</h2>\n";
    if (config.has(StudyStep::StainGan)) {
        const StainGanConfig& gan = config.stainGan;
        html += "<p>A StainGAN (Shaban et al. 2019), a CycleGAN (Zhu et al. 2017) with generators of " +
                std::to_string(gan.blocks) + " residual blocks and width " + std::to_string(gan.width) +
                ", was trained on unpaired crops of " + std::to_string(gan.crop) + " x " + std::to_string(gan.crop) +
                " pixels, " + std::to_string(gan.batch) + " a step, for " + std::to_string(epochCount(gan)) +
                " epochs with Adam at " + fixedText(gan.learningRate, 6) + ", cycle weight " + fixedText(gan.cycleWeight, 1) +
                ", identity weight " + fixedText(gan.identityWeight, 1) + ", schedule <code>" +
                (gan.schedule == StainGanSchedule::Paper ? "paper" : "published-code") + "</code>, seed " +
                std::to_string(gan.seed) + ".</p>\n";
    }
    if (config.has(StudyStep::StainNet)) {
        const DistillationConfig& net = config.distillation;
        html += "<p>A StainNet (Kang et al. 2021) of " + std::to_string(net.shape.kernels.size()) + " layers and " +
                std::to_string(net.shape.channels) + " channels (" + std::to_string(net.shape.parameterCount()) +
                " parameters) was " +
                (config.has(StudyStep::StainGan) ? "distilled from what the StainGAN makes of the training sources"
                                                 : "trained on the aligned training pairs") +
                ", recipe <code>" + std::string(distillationRecipes()[static_cast<std::size_t>(config.recipe)].key) +
                "</code>, seed " + std::to_string(net.seed) + ".</p>\n";
    }
    std::string baselines;
    for (const std::string& method : config.baselines)
        baselines += (baselines.empty() ? "" : ", ") + method.substr(0, method.find('='));
    html += "<p>Compared methods: " + htmlText(baselines) + ", in the published form" +
            (results.reference.empty() ? std::string()
                                       : "; fitted methods bring images to the colors of " + htmlText(results.reference)) +
            ". SSIM and PSNR follow Wang et al. 2004 as the paper's code computes them; deviations are those of the "
            "population.</p>\n";
    return html;
}

std::string figureHtml(const ReportFigure& figure, std::size_t number)
{
    return "<figure><p><img alt=\"" + htmlText(figure.caption) + "\" src=\"data:" + htmlText(figure.mediaType) + ";base64," +
           base64(std::as_bytes(std::span(figure.bytes))) + "\"></p><figcaption>Figure " + std::to_string(number) + ". " +
           htmlText(figure.caption) + "</figcaption></figure>\n";
}

std::string versionsSection(const StudyResults& results)
{
    std::string html = "<h2>Versions</h2><table>";
    html += row("Isostain", kVersion);
    std::map<std::string, std::string> versions;
    std::string device;
    for (const auto& [step, info] : results.runs) {
        versions.insert(info.versions.begin(), info.versions.end());
        if (step == StudyStep::StainGan)
            device = info.device + ", " + std::to_string(info.threads) + " threads";
    }
    versions.erase("isostain");
    for (const auto& [name, version] : versions)
        html += row(name, version);
    if (!device.empty())
        html += row("device of the StainGAN", device);
    html += row("begun", results.entry.started);
    for (const auto& [step, status] : results.entry.steps)
        html += row(studySteps()[static_cast<std::size_t>(step)].name, fixedText(status.seconds, 1) + " s");
    if (!results.profileSha256.empty())
        html += row("SHA-256 of the stain profile", results.profileSha256);
    return html + "</table>\n<details><summary>Every parameter</summary><pre>" + htmlText(toJson(results.config)) +
           "</pre></details>\n";
}

}

std::string studyReportHtml(const StudyResults& results, const std::vector<ReportFigure>& figures)
{
    std::string body = "<h1>" + htmlText(results.config.name) + "</h1>\n";
    if (!results.entry.isFinished())
        body += "<p><strong>This study is not finished: what is missing here has not been done yet.</strong></p>\n";
    body += "<p>For research use. Validate a normalizer on your own slides before you rely on it.</p>\n";
    body += dataSection(results) + methodsSection(results) + "<h2>Results</h2>\n";
    const std::vector<StudyTable> tables = studyTables(results);
    for (const StudyTable& table : tables)
        body += htmlOf(table);
    if (!tables.empty())
        body += "<p>* the best of its column</p>\n";
    for (std::size_t i = 0; i < figures.size(); ++i)
        body += figureHtml(figures[i], i + 1);
    if (figures.empty())
        body += "<p>Figures are drawn by the viewer: <code>isostain --report STUDY -o DIR</code>.</p>\n";
    return htmlPage(results.config.name, body + versionsSection(results));
}

Result<void> writeStudyReport(const StudyResults& results, const std::vector<ReportFigure>& figures, const fs::path& folder,
                              Overwrite overwrite)
{
    std::error_code error;
    fs::create_directories(folder / "tables", error);
    if (error)
        return tl::unexpected(writeError(folder, error.value()));
    for (const StudyTable& table : studyTables(results))
        if (auto written = writeFileAtomically(folder / "tables" / (table.name + ".csv"), csvText(table), overwrite); !written)
            return written;
    if (auto written = writeFileAtomically(folder / "study.json", toJson(results.config), overwrite); !written)
        return written;
    return writeFileAtomically(folder / "report.html", studyReportHtml(results, figures), overwrite);
}

}
