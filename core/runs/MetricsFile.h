#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/FileDescriptor.h"

namespace isostain {

/// What a training measured, row by row; everything that its curves are drawn from.
struct MetricsTable {
    std::vector<std::string> columns;        ///< names after the first one, which is "step"
    std::vector<std::uint64_t> steps;        ///< one per row, strictly increasing
    std::vector<std::vector<double>> values; ///< [column][row]; NaN: not measured at that step

    std::size_t rows() const { return steps.size(); }
    /// All rows of one column; nothing where there is no column of this name.
    const std::vector<double>* column(const std::string& name) const;
};

/// Reads `metrics.csv`: a header "step,NAME,...", then a row per step; an empty cell was not measured. A last row that a kill
/// or a full disk cut off is left out. Blocks; any thread, also while another process appends.
/// Errors: FileNotFound, FileUnreadable, CorruptFile (with the line).
Result<MetricsTable> readMetricsFile(const std::filesystem::path& path);

/// Whether a name can head a column: 1 to 64 of a-z, 0-9, '_', '-', beginning with a letter, not "step".
bool isMetricName(const std::string& name);

/// Appends to `metrics.csv`. Numbers are written so that they read back as they were; a row is either there as a whole or not
/// at all. One thread at a time.
class MetricsFile {
public:
    /// Makes it, with its header alone. Errors: InvalidArgument (names), OutputExists, OutputUnwritable, DiskFull.
    static Result<MetricsFile> create(const std::filesystem::path& path, const std::vector<std::string>& columns);
    /// Opens one and cuts off the rows after `lastStep`, and one that is torn. Errors: as readMetricsFile(),
    /// OutputUnwritable.
    static Result<MetricsFile> open(const std::filesystem::path& path, std::uint64_t lastStep);

    /// One value per column; NaN: not measured. The row has left the process when this returns, so that only a crash of the
    /// machine can lose it. Errors: InvalidArgument (number of values; a step not above the last one), DiskFull,
    /// OutputUnwritable; then the file is as it was.
    Result<void> append(std::uint64_t step, std::span<const double> values);
    /// Until this returns, a power cut may lose rows. Errors: DiskFull, OutputUnwritable.
    Result<void> flushToDisk();

private:
    MetricsFile(std::filesystem::path path, FileDescriptor file, std::size_t columns, std::optional<std::uint64_t> lastStep);

    std::filesystem::path m_path;
    FileDescriptor m_file;
    std::size_t m_columns = 0;
    std::optional<std::uint64_t> m_lastStep;
};

}
