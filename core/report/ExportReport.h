#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/Error.h"
#include "export/ExportJournal.h"

namespace isostain {

/// What became of every slide of an export, told by the journals of its folder, a record for each output in the order of the
/// names. Where several journals know an output, one that says it is finished and whose file is there counts, else the one
/// that knows most.
struct ExportReport {
    std::vector<ExportRecord> slides;

    std::size_t finished() const;
    std::size_t failed() const;
    /// Begun and never ended: the run was killed.
    std::size_t interrupted() const { return slides.size() - finished() - failed(); }
};

/// Blocks; any thread. Errors: those of readJournals(); FileNotFound when the folder holds no journal.
Result<ExportReport> readExportReport(const std::filesystem::path& folder);

/// A self-contained page with a row per slide: thumbnails before and after, what was written or why not.
std::string exportReportHtml(const ExportReport& report);
/// The same for programs, without the thumbnails.
std::string exportReportJson(const ExportReport& report);

/// Where writeExportReport() writes the page.
std::filesystem::path exportReportPath(const std::filesystem::path& folder);

/// Writes isostain-export.html and isostain-export.json into the folder, over those of an earlier run. Blocks; any thread.
/// Errors: those of readExportReport(), OutputUnwritable, DiskFull.
Result<ExportReport> writeExportReport(const std::filesystem::path& folder);

}
