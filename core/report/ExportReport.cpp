#include "report/ExportReport.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <map>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>

#include <nlohmann/json.hpp>

#include "base/AtomicFile.h"
#include "base/FileDescriptor.h"
#include "base/Version.h"
#include "normalize/ProfileNames.h"
#include "report/Html.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using State = ExportRecord::State;

std::size_t countOf(const ExportReport& report, State state)
{
    return static_cast<std::size_t>(std::count_if(report.slides.begin(), report.slides.end(),
                                                  [&](const ExportRecord& each) { return each.state == state; }));
}

/// A number with a fixed number of decimals, whatever the locale.
std::string fixed(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

/// The journals of one output, told as one record.
ExportRecord verdict(const std::vector<const OutputHistory*>& histories, const fs::path& folder)
{
    for (const OutputHistory* history : histories) {
        std::error_code error;
        if (history->finished && fs::exists(folder / history->finished->output, error))
            return *history->finished;
    }
    const auto most = std::max_element(histories.begin(), histories.end(), [](const OutputHistory* a, const OutputHistory* b) {
        return (a->last.state == State::Failed) < (b->last.state == State::Failed);
    });
    ExportRecord last = (*most)->last;
    if (last.state == State::Finished)   // and gone since
        last.state = State::Begun;
    return last;
}

std::string sentenceOf(const ExportRecord& record)
{
    for (const ErrorSentence& row : errorSentences())
        if (row.key == record.error)
            return describe({row.code, record.subject, record.detail});
    return record.error;
}

std::string image(const std::string& base64, const char* text)
{
    if (base64.empty())
        return "<span class=\"muted\">none</span>";
    return std::string("<img alt=\"") + text + "\" src=\"data:image/jpeg;base64," + htmlText(base64) + "\">";
}

std::string cell(const std::string& html, const char* kind = nullptr)
{
    return (kind ? "<td class=\"" + std::string(kind) + "\">" : std::string("<td>")) + html + "</td>";
}

std::string outcome(const ExportRecord& record)
{
    if (record.state == State::Failed)
        return "<span class=\"bad\">Failed</span><br>" + htmlText(sentenceOf(record));
    if (record.state == State::Begun)
        return "<span class=\"bad\">Interrupted</span><br>Run the same export again to finish it.";
    std::string text = "<span class=\"good\">Exported</span>";
    for (const FitWarning warning : record.warnings)
        text += "<br>" + htmlText(named(warning).displayName);
    return text;
}

std::string row(const ExportRecord& record)
{
    const bool finished = record.state == State::Finished;
    const double megapixels = static_cast<double>(record.width) * static_cast<double>(record.height) / 1e6;
    std::string names = htmlText(record.output);
    if (!record.slide.empty())
        names += "<br><span class=\"muted\">from " + htmlText(record.slide) + "</span>";
    std::string html = "<tr>" + cell(names) + cell(outcome(record));
    html += cell(finished ? image(record.thumbnailBefore, "before") : "") + cell(finished ? image(record.thumbnailAfter, "after") : "");
    html += cell(finished ? std::to_string(record.width) + " × " + std::to_string(record.height) : "", "number");
    html += cell(finished ? fixed(static_cast<double>(record.result.bytes) / 1e6, 1) + " MB" : "", "number");
    html += cell(finished && record.seconds > 0 ? fixed(record.seconds, 1) + " s<br>" + fixed(megapixels / record.seconds, 0) + " Mpx/s" : "",
                 "number");
    html += cell(!finished ? "" : record.outOfGamutShare ? fixed(100 * *record.outOfGamutShare, 2) + " %" : "unknown", "number");
    return html + "</tr>\n";
}

/// "3 of 4 slides exported; 1 failed."
std::string summary(const ExportReport& report)
{
    std::string text = std::to_string(report.finished()) + " of " + std::to_string(report.slides.size()) + " slides exported";
    if (report.failed() > 0)
        text += "; " + std::to_string(report.failed()) + " failed";
    if (report.interrupted() > 0)
        text += "; " + std::to_string(report.interrupted()) + " interrupted";
    return text + ".";
}

const char* stateKey(State state)
{
    return state == State::Finished ? "exported" : state == State::Failed ? "failed" : "interrupted";
}

json toJson(const ExportRecord& record)
{
    json object = {{"output", record.output}, {"state", stateKey(record.state)}, {"recipe", record.recipe}};
    if (!record.slide.empty())
        object["slide"] = record.slide;
    if (!record.source.sha256.empty())
        object["source-sha256"] = record.source.sha256;
    if (record.state == State::Failed)
        object["error"] = {{"key", record.error}, {"sentence", sentenceOf(record)}};
    if (record.state != State::Finished)
        return object;
    object["sha256"] = record.result.sha256;
    object["bytes"] = record.result.bytes;
    object["width"] = record.width;
    object["height"] = record.height;
    object["seconds"] = record.seconds;
    object["out-of-gamut-share"] = record.outOfGamutShare ? json(*record.outOfGamutShare) : json(nullptr);
    object["warnings"] = json::array();
    for (const FitWarning warning : record.warnings)
        object["warnings"].push_back(named(warning).key);
    return object;
}

}

std::size_t ExportReport::finished() const
{
    return countOf(*this, State::Finished);
}

std::size_t ExportReport::failed() const
{
    return countOf(*this, State::Failed);
}

Result<ExportReport> readExportReport(const fs::path& folder)
{
    const auto journals = readJournals(folder);
    if (!journals)
        return tl::unexpected(journals.error());
    if (journals->empty())
        return fail(ErrorCode::FileNotFound, journalPath(folder).string(), "no export has been made into this folder");
    std::map<std::string, std::vector<const OutputHistory*>> outputs;
    for (const ExportHistory& journal : *journals)
        for (const auto& [output, history] : journal)
            outputs[output].push_back(&history);
    ExportReport report;
    for (const auto& [output, histories] : outputs)
        report.slides.push_back(verdict(histories, folder));
    return report;
}

std::string exportReportHtml(const ExportReport& report)
{
    std::string body = "<h1>Export of normalized slides</h1>\n<p class=\"summary\">" + htmlText(summary(report)) + " Isostain " +
                       htmlText(kVersion) + ". For research use.</p>\n<table>\n<thead><tr><th>Slide</th><th>Outcome</th>"
                       "<th>Before</th><th>After</th><th class=\"number\">Pixels</th><th class=\"number\">Size</th>"
                       "<th class=\"number\">Time</th><th class=\"number\">Colors not trained on</th></tr></thead>\n<tbody>\n";
    for (const ExportRecord& record : report.slides)
        body += row(record);
    return htmlPage("Export of normalized slides", body + "</tbody>\n</table>\n");
}

std::string exportReportJson(const ExportReport& report)
{
    json object = {{"program", "Isostain " + std::string(kVersion)}, {"exported", report.finished()}, {"failed", report.failed()},
                   {"interrupted", report.interrupted()}, {"slides", json::array()}};
    for (const ExportRecord& record : report.slides)
        object["slides"].push_back(toJson(record));
    return object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

fs::path exportReportPath(const fs::path& folder)
{
    return folder / "isostain-export.html";
}

namespace {

fs::path exportReportJsonPath(const fs::path& folder)
{
    return folder / "isostain-export.json";
}

/// Held while a report is made: of several exports into one folder, the last to write it has then seen what the others did.
/// Where a file system has no such locks, writing the report again at the end does the same.
class FolderLock {
public:
    explicit FolderLock(const fs::path& folder) : m_folder(FileDescriptor::open(folder, O_RDONLY | O_DIRECTORY))
    {
        while (m_folder.isOpen() && ::flock(m_folder.get(), LOCK_EX) != 0 && errno == EINTR) {}
    }

private:
    FileDescriptor m_folder;
};

}

Result<ExportReport> writeExportReport(const fs::path& folder)
{
    const FolderLock lock(folder);
    auto report = readExportReport(folder);
    if (!report)
        return report;
    for (const fs::path& path : {exportReportPath(folder), exportReportJsonPath(folder)})
        removeAbandoned(path);   // of a run that was killed meanwhile
    const auto written = writeFileAtomically(exportReportPath(folder), exportReportHtml(*report), Overwrite::Yes).and_then([&] {
        return writeFileAtomically(exportReportJsonPath(folder), exportReportJson(*report), Overwrite::Yes);
    });
    if (!written)
        return tl::unexpected(written.error());
    return report;
}

}
