#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "study/StudyResults.h"

namespace isostain {

/// A figure for a report, made by whoever can draw.
struct ReportFigure {
    std::string caption;   ///< English sentence, without number
    std::string mediaType; ///< "image/svg+xml" or "image/png"
    std::string bytes;
};

/// A self-contained page: methods in words with all parameters, data, tables, figures, versions, seeds, the profile's SHA-256.
/// Without figures it says that they need the viewer.
std::string studyReportHtml(const StudyResults& results, const std::vector<ReportFigure>& figures);

/// Writes report.html, tables/*.csv and study.json into a folder. Blocks. Errors: OutputExists, OutputUnwritable, DiskFull.
Result<void> writeStudyReport(const StudyResults& results, const std::vector<ReportFigure>& figures,
                              const std::filesystem::path& folder, Overwrite overwrite);

}
