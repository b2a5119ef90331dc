#include "runs/MetricsFile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "base/AtomicFile.h"
#include "base/InputFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kStepColumn = "step";

template <typename Number>
void appendNumber(std::string& text, Number value)
{
    std::array<char, 32> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text.append(digits.data(), end);
}

std::string headerOf(const std::vector<std::string>& columns)
{
    std::string header(kStepColumn);
    for (const std::string& name : columns)
        header += "," + name;
    return header + "\n";
}

std::string rowOf(std::uint64_t step, std::span<const double> values)
{
    std::string row;
    appendNumber(row, step);
    for (const double value : values) {
        row += ',';
        if (!std::isnan(value))
            appendNumber(row, value);
    }
    return row + "\n";
}

std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    for (;;) {
        const std::size_t comma = line.find(',');
        cells.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos)
            return cells;
        line.remove_prefix(comma + 1);
    }
}

template <typename Number>
bool parseNumber(std::string_view cell, Number& value)
{
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size();
}

struct Row {
    std::uint64_t step = 0;
    std::vector<double> values;
};

/// Nothing where the line is no row of `columns` values.
std::optional<Row> parseRow(std::string_view line, std::size_t columns)
{
    const std::vector<std::string_view> cells = cellsOf(line);
    Row row;
    if (cells.size() != columns + 1 || !parseNumber(cells.front(), row.step))
        return std::nullopt;
    for (const std::string_view cell : std::span(cells).subspan(1)) {
        double value = std::numeric_limits<double>::quiet_NaN();
        if (!cell.empty() && !parseNumber(cell, value))
            return std::nullopt;
        row.values.push_back(value);
    }
    return row;
}

/// A table and where in the file each of its rows ends.
struct ParsedMetrics {
    MetricsTable table;
    std::size_t headerEnd = 0;
    std::vector<std::size_t> rowEnds;
};

Result<ParsedMetrics> parse(std::string_view text, const fs::path& path)
{
    const auto corrupt = [&](std::size_t line) {
        return fail(ErrorCode::CorruptFile, path.string(), "line " + std::to_string(line));
    };
    ParsedMetrics parsed;
    MetricsTable& table = parsed.table;
    parsed.headerEnd = text.find('\n') + 1;
    const std::vector<std::string_view> header = cellsOf(text.substr(0, parsed.headerEnd == 0 ? 0 : parsed.headerEnd - 1));
    if (parsed.headerEnd == 0 || header.front() != kStepColumn)
        return corrupt(1);
    table.columns.assign(header.begin() + 1, header.end());
    table.values.resize(table.columns.size());

    std::size_t number = 1;
    for (std::size_t begin = parsed.headerEnd; begin < text.size();) {
        ++number;
        const std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos)
            break; // torn
        auto row = parseRow(text.substr(begin, end - begin), table.columns.size());
        const bool isInOrder = row && (table.steps.empty() || row->step > table.steps.back());
        // A power cut may leave zeros where the last rows should be, line ends among them or not.
        if (!isInOrder && text.find_first_not_of(std::string_view("\0\n", 2), begin) == std::string_view::npos)
            break;
        if (!isInOrder)
            return corrupt(number);
        table.steps.push_back(row->step);
        for (std::size_t i = 0; i < row->values.size(); ++i)
            table.values[i].push_back(row->values[i]);
        begin = end + 1;
        parsed.rowEnds.push_back(begin);
    }
    return parsed;
}

Result<ParsedMetrics> readAndParse(const fs::path& path)
{
    return readTextFile(path).and_then([&](const std::string& text) { return parse(text, path); });
}

/// Writes at the end, all or nothing.
int appendWhole(const FileDescriptor& file, std::string_view text)
{
    const off_t before = ::lseek(file.get(), 0, SEEK_END);
    const int failure = before < 0 ? errno : file.write(text);
    // Where even shortening fails, the torn row is dropped when it is read.
    if (failure != 0 && before >= 0 && ::ftruncate(file.get(), before) != 0)
        return failure;
    return failure;
}

}

const std::vector<double>* MetricsTable::column(const std::string& name) const
{
    const auto found = std::find(columns.begin(), columns.end(), name);
    return found == columns.end() ? nullptr : &values[static_cast<std::size_t>(found - columns.begin())];
}

bool isMetricName(const std::string& name)
{
    constexpr std::size_t kLongest = 64;
    return !name.empty() && name.size() <= kLongest && name != kStepColumn && name.front() >= 'a' && name.front() <= 'z' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
}

Result<MetricsTable> readMetricsFile(const fs::path& path)
{
    return readAndParse(path).map([](ParsedMetrics&& parsed) { return std::move(parsed.table); });
}

MetricsFile::MetricsFile(fs::path path, FileDescriptor file, std::size_t columns, std::optional<std::uint64_t> lastStep)
    : m_path(std::move(path)),
      m_file(std::move(file)),
      m_columns(columns),
      m_lastStep(lastStep)
{
}

Result<MetricsFile> MetricsFile::create(const fs::path& path, const std::vector<std::string>& columns)
{
    for (const std::string& name : columns)
        if (!isMetricName(name))
            return fail(ErrorCode::InvalidArgument, "The metric '" + name + "'");
    if (std::set(columns.begin(), columns.end()).size() != columns.size())
        return fail(ErrorCode::InvalidArgument, "The list of metrics", "a name twice");
    if (const auto written = writeFileAtomically(path, headerOf(columns), Overwrite::No); !written)
        return tl::unexpected(written.error());
    return open(path, 0);
}

Result<MetricsFile> MetricsFile::open(const fs::path& path, std::uint64_t lastStep)
{
    const auto parsed = readAndParse(path);
    if (!parsed)
        return tl::unexpected(parsed.error());
    auto opened = FileDescriptor::open(path, O_WRONLY | O_APPEND);
    if (!opened.isOpen())
        return tl::unexpected(writeError(path, errno));
    const std::vector<std::uint64_t>& steps = parsed->table.steps;
    const auto kept = static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end(), lastStep) - steps.begin());
    MetricsFile file(path, std::move(opened), parsed->table.columns.size(),
                     kept > 0 ? std::optional(steps[kept - 1]) : std::nullopt);
    const std::size_t end = kept > 0 ? parsed->rowEnds[kept - 1] : parsed->headerEnd;
    if (::ftruncate(file.m_file.get(), static_cast<off_t>(end)) != 0)
        return tl::unexpected(writeError(path, errno));
    return file;
}

Result<void> MetricsFile::append(std::uint64_t step, std::span<const double> values)
{
    if (values.size() != m_columns)
        return fail(ErrorCode::InvalidArgument, "A row of " + m_path.string(), std::to_string(values.size()) + " values");
    if (m_lastStep && step <= *m_lastStep)
        return fail(ErrorCode::InvalidArgument, "A row of " + m_path.string(),
                    "step " + std::to_string(step) + " is there already");
    if (const int failure = appendWhole(m_file, rowOf(step, values)))
        return tl::unexpected(writeError(m_path, failure));
    m_lastStep = step;
    return {};
}

Result<void> MetricsFile::flushToDisk()
{
    if (const int failure = m_file.flushData())
        return tl::unexpected(writeError(m_path, failure));
    return {};
}

}
