#include "runs/RunFolder.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <limits>
#include <system_error>
#include <utility>

#include <cerrno>

#include "base/AtomicNames.h"
#include "image/ImageFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr const char* kMetricsFile = "metrics.csv";
constexpr const char* kCheckpoints = "checkpoints";
constexpr const char* kPreviews = "previews";
constexpr const char* kOwnNames[] = {kMetricsFile, kCheckpoints, kPreviews, "config.json", "state.json"};
constexpr std::string_view kCheckpointExtension = ".ckpt";

/// Padded, so that names sort by step.
std::string stepName(std::uint64_t step)
{
    char text[24];
    std::snprintf(text, sizeof text, "%010llu", static_cast<unsigned long long>(step));
    return text;
}

/// The step that a name of ours begins with, up to `end`.
std::optional<std::uint64_t> stepOf(const std::string& name, char end)
{
    std::uint64_t step = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), step);
    if (error != std::errc() || stop == name.data() + name.size() || *stop != end)
        return std::nullopt;
    return step;
}

std::vector<fs::path> entriesOf(const fs::path& folder)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        entries.push_back(entry->path());
    return entries;
}

/// What a process that was killed has left half written.
void removeTemporaries(const fs::path& folder)
{
    for (const fs::path& path : entriesOf(folder))
        if (atomic::looksTemporary(path.filename().string()))
            atomic::removeUnlessLocked(path);
}

std::vector<RunCheckpoint> checkpointsIn(const fs::path& run)
{
    std::vector<RunCheckpoint> found;
    for (const fs::path& path : entriesOf(run / kCheckpoints))
        if (const auto step = stepOf(path.filename().string(), '.'); step && path.extension() == kCheckpointExtension)
            found.push_back({*step, path});
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
    return found;
}

Result<void> makeFolder(const fs::path& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        return tl::unexpected(writeError(path, error.value()));
    return {};
}

Result<void> removeAll(const fs::path& path)
{
    std::error_code error;
    fs::remove_all(path, error);
    if (error)
        return tl::unexpected(writeError(path, error.value()));
    return {};
}

/// A run that was killed before it had its config.json: its state comes first.
bool isUnbegun(const fs::path& run)
{
    std::error_code error;
    return !fs::exists(fs::symlink_status(run / "config.json", error)) && readRunStatus(run).has_value();
}

bool isPlain(const std::string& name)
{
    const auto isAllowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
               letter == '.' || letter == '-' || letter == '_' || letter == '*';
    };
    return !name.empty() && name != "." && name != ".." && std::all_of(name.begin(), name.end(), isAllowed) &&
           std::count(name.begin(), name.end(), '*') <= 1;
}

bool matches(const std::string& name, const std::string& pattern)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string::npos)
        return name == pattern;
    return name.size() + 1 >= pattern.size() && name.starts_with(pattern.substr(0, star)) &&
           name.ends_with(pattern.substr(star + 1));
}

Result<void> removeResults(const fs::path& run, const std::vector<std::string>& results)
{
    for (const std::string& pattern : results)
        for (const fs::path& path : entriesOf(run))
            if (isPlain(pattern) && matches(path.filename().string(), pattern) && fs::is_regular_file(fs::symlink_status(path)))
                if (auto removed = removeAll(path); !removed)
                    return removed;
    return {};
}

/// Its configuration goes last: while it is there, what is left can be told to be a run's.
Result<void> removeOldRun(const fs::path& run)
{
    for (const char* name : kOwnNames)
        if (auto removed = removeAll(run / name); !removed)
            return removed;
    return {};
}

/// Makes the folders, with nothing of an earlier run in them.
Result<void> prepare(const fs::path& run, Overwrite overwrite)
{
    if (isRunFolder(run) && !isUnbegun(run)) {
        const auto old = readRunInfo(run);
        if (overwrite == Overwrite::No)
            return fail(ErrorCode::OutputExists, run.string());
        if (!old)
            return fail(ErrorCode::OutputExists, run.string(),
                        "it holds files that no training of this program has left there");
        if (auto removed = removeResults(run, old->results); !removed)
            return removed;
    }
    if (auto removed = removeOldRun(run); !removed)
        return removed;
    if (const auto written = writeRunStatus({RunState::Running, {}}, run); !written)
        return tl::unexpected(written.error());
    for (const char* name : {kCheckpoints, kPreviews})
        if (auto made = makeFolder(run / name); !made)
            return made;
    return {};
}

/// config.json comes last: where it is, everything else is.
Result<MetricsFile> writeBeginning(const fs::path& run, const RunInfo& info)
{
    auto metrics = MetricsFile::create(run / kMetricsFile, info.metrics);
    if (!metrics)
        return metrics;
    if (const auto written = writeRunInfo(info, run); !written)
        return tl::unexpected(written.error());
    return metrics;
}

Result<void> writeContent(const fs::path& path, std::span<const std::byte> content)
{
    std::FILE* stream = std::fopen(path.c_str(), "wb");
    if (!stream)
        return tl::unexpected(writeError(path, errno));
    errno = 0;
    const bool isWritten = std::fwrite(content.data(), 1, content.size(), stream) == content.size();
    const int failure = errno;
    const bool isClosed = std::fclose(stream) == 0;
    if (!isWritten || !isClosed)
        return tl::unexpected(writeError(path, isWritten ? errno : failure));
    return {};
}

}

bool isRunFolder(const fs::path& path)
{
    std::error_code error;
    return std::any_of(std::begin(kOwnNames), std::end(kOwnNames),
                       [&](const char* name) { return fs::exists(fs::symlink_status(path / name, error)); });
}

Result<MetricsTable> readMetrics(const fs::path& run)
{
    return readMetricsFile(run / kMetricsFile);
}

RunFolder::RunFolder(fs::path path, RunInfo info, RunLock lock, MetricsFile metrics)
    : m_path(std::move(path)),
      m_info(std::move(info)),
      m_lock(std::move(lock)),
      m_metrics(std::move(metrics))
{
}

Result<RunFolder> RunFolder::create(const fs::path& path, const RunInfo& info, Overwrite overwrite)
{
    if (const auto made = makeFolder(path); !made)
        return tl::unexpected(made.error());
    auto lock = RunLock::take(path);
    if (!lock)
        return tl::unexpected(lock.error());
    if (const auto prepared = prepare(path, overwrite); !prepared)
        return tl::unexpected(prepared.error());
    auto metrics = writeBeginning(path, info);
    if (!metrics) {
        removeOldRun(path); // nothing half-made that would stand in the way of the next attempt
        return tl::unexpected(metrics.error());
    }
    auto written = readRunInfo(path);
    if (!written)
        return tl::unexpected(written.error());
    return RunFolder(path, std::move(*written), std::move(*lock), std::move(*metrics));
}

Result<RunFolder> RunFolder::open(const fs::path& path)
{
    auto info = readRunInfo(path);
    if (!info)
        return tl::unexpected(info.error());
    auto lock = RunLock::take(path);
    if (!lock)
        return tl::unexpected(lock.error());
    auto metrics = MetricsFile::open(path / kMetricsFile, std::numeric_limits<std::uint64_t>::max());
    if (!metrics)
        return tl::unexpected(metrics.error());
    for (const fs::path& folder : {path, path / kCheckpoints, path / kPreviews})
        removeTemporaries(folder);
    return RunFolder(path, std::move(*info), std::move(*lock), std::move(*metrics));
}

std::vector<RunCheckpoint> RunFolder::checkpoints() const
{
    return checkpointsIn(m_path);
}

std::optional<RunCheckpoint> RunFolder::latestCheckpoint() const
{
    const auto found = checkpoints();
    return found.empty() ? std::nullopt : std::optional(found.back());
}

Result<void> RunFolder::resumeAt(std::uint64_t step)
{
    // A row of step 0 belongs to the beginning, so it goes where everything begins anew.
    auto metrics = step > 0 ? MetricsFile::open(m_path / kMetricsFile, step) : removeAll(m_path / kMetricsFile).and_then([&] {
        return MetricsFile::create(m_path / kMetricsFile, m_info.metrics);
    });
    if (!metrics)
        return tl::unexpected(metrics.error());
    m_metrics = std::move(*metrics);
    for (const RunCheckpoint& checkpoint : checkpoints())
        if (checkpoint.step > step)
            if (auto removed = removeAll(checkpoint.path); !removed)
                return removed;
    for (const fs::path& preview : entriesOf(m_path / kPreviews))
        if (const auto made = stepOf(preview.filename().string(), '-'); made && *made > step)
            if (auto removed = removeAll(preview); !removed)
                return removed;
    return setStatus({RunState::Running, {}});
}

Result<void> RunFolder::appendMetrics(std::uint64_t step, std::span<const double> values)
{
    return m_metrics.append(step, values);
}

Result<void> RunFolder::saveCheckpoint(std::uint64_t step, const std::function<Result<void>(const fs::path&)>& write)
{
    const fs::path path = m_path / kCheckpoints / (stepName(step) + std::string(kCheckpointExtension));
    auto file = AtomicFile::create(path, Overwrite::Yes);
    if (!file)
        return tl::unexpected(file.error());
    if (auto written = write(file->temporaryPath()); !written) {
        Error error = written.error();
        if (error.subject == file->temporaryPath().string())
            error.subject = path.string(); // the name that means something to the user
        return tl::unexpected(std::move(error));
    }
    if (auto flushed = m_metrics.flushToDisk(); !flushed)
        return flushed;
    if (auto committed = file->commit(); !committed)
        return committed;
    const auto all = checkpoints();
    for (std::size_t i = 0; i + kCheckpointsKept < all.size(); ++i)
        if (auto removed = removeAll(all[i].path); !removed)
            return removed;
    return {};
}

Result<void> RunFolder::saveCheckpoint(std::uint64_t step, std::span<const std::byte> content)
{
    return saveCheckpoint(step, [&](const fs::path& path) { return writeContent(path, content); });
}

Result<void> RunFolder::savePreview(std::uint64_t step, const std::string& name, const RgbImage& image)
{
    if (!isMetricName(name))
        return fail(ErrorCode::InvalidArgument, "The preview's name '" + name + "'");
    return writePng(image, m_path / kPreviews / (stepName(step) + "-" + name + ".png"), Overwrite::Yes);
}

Result<void> RunFolder::setStatus(const RunStatus& status)
{
    return writeRunStatus(status, m_path);
}

}
