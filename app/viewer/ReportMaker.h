#pragma once

#include <filesystem>
#include <vector>

#include "base/AtomicFile.h"
#include "plots/Figure.h"
#include "study/StudyReport.h"

namespace isostain {

/// A figure drawn for a report.
struct DrawnFigure {
    enum class Kind { Chart, Photographs };

    QString caption;
    QImage image;
    Kind kind = Kind::Chart;
};

/// GUI thread, as all that draws charts.
DrawnFigure drawForReport(const Figure& figure);
/// As reports have it: photographs as JPEG, charts as PNG. Blocks; any thread.
ReportFigure reportFigure(const DrawnFigure& figure);

/// The report of a study: report.html with its tables and configuration (see writeStudyReport()), and report.pdf with the same
/// content on A4 pages with numbers. Blocks; any thread. Errors: those of writeStudyReport(), OutputUnwritable for the PDF.
Result<void> writeReport(const StudyResults& results, const std::vector<ReportFigure>& figures, const std::filesystem::path& folder,
                         Overwrite overwrite);

/// Reads a study, draws its figures and writes its report; also offscreen. Blocks; GUI thread. Errors: those of
/// readStudyResults() and writeReport().
Result<void> makeStudyReport(const std::filesystem::path& study, const std::filesystem::path& folder, Overwrite overwrite);

/// A page as writeStudyReport() makes it as a PDF file; images that are wider than a page are made narrower, none is cut. Blocks;
/// any thread.
Result<void> writeReportPdf(const std::string& html, const std::filesystem::path& file);

}
