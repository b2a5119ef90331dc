#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "evaluation/Evaluation.h"
#include "evaluation/SpeedTest.h"

namespace isostain {

/// A table that is written while an evaluation goes on, so that what was computed is there whatever happens. One thread at a
/// time.
class CsvFile {
public:
    /// Begins a new file. Blocks. Errors: OutputExists (unless overwriting), OutputUnwritable, DiskFull.
    static Result<CsvFile> create(const std::filesystem::path& path, const std::string& header, Overwrite overwrite);

    /// Whole lines; handed to the system when it returns. Errors: OutputUnwritable, DiskFull.
    Result<void> append(const std::string& lines);

private:
    CsvFile(std::filesystem::path path, std::ofstream stream) : m_path(std::move(path)), m_stream(std::move(stream)) {}

    std::filesystem::path m_path;
    std::ofstream m_stream;
};

/// First line of metrics.csv: image,method,ssim_target,psnr_target,ssim_source.
std::string metricsCsvHeader();
/// Numbers read back as they were; an infinite PSNR is "inf". Text with commas or quotes is quoted (RFC 4180).
std::string metricsCsvLines(std::span<const EvaluationRow> rows);

/// Text as a field of a CSV file.
std::string csvField(const std::string& text);

/// Everything that the summaries say.
struct EvaluationReport {
    std::string source; ///< names of the folders
    std::string target;
    std::vector<std::string> sourceOrphans;
    std::vector<std::string> targetOrphans;
    EvaluationRequest request;
    Evaluation result;
    std::optional<SpeedReport> speed;
};

/// Mean ± standard deviation of each method in the layout of Tables 1 and 2 of the paper, what they were taken on, the
/// reference, differences to the first method (pairedDifference() of the means of images), speed, and everything that was left
/// out.
std::string summaryJson(const EvaluationReport& report);
/// The same to be read by people.
std::string summaryMarkdown(const EvaluationReport& report);

/// Whether summaries can be written later. Errors: OutputExists.
Result<void> checkSummariesFree(const std::filesystem::path& folder, Overwrite overwrite);
/// summary.json and summary.md in the folder. Errors: as writeFileAtomically().
Result<void> writeSummaries(const std::string& json, const std::string& markdown, const std::filesystem::path& folder,
                            Overwrite overwrite);

}
