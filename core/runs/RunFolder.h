#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "image/Image.h"
#include "runs/MetricsFile.h"
#include "runs/RunInfo.h"
#include "runs/RunLock.h"

namespace isostain {

/// A checkpoint of a run, complete on disk.
struct RunCheckpoint {
    std::uint64_t step = 0;
    std::filesystem::path path;
};

/// One training on disk, written so that after a kill, a power cut or a full disk it can be resumed from its last checkpoint:
///   config.json    what it is (RunInfo), written once
///   state.json     what became of it (RunStatus)
///   metrics.csv    what was measured, a row per step, see MetricsFile.h; curves are drawn from it alone
///   checkpoints/   NNNNNNNNNN.ckpt by step, whole or not there; the newest kCheckpointsKept
///   previews/      NNNNNNNNNN-NAME.png
///   .lock          held while a process writes the run
/// Results (weights, profiles) lie beside these, written by whoever trains. Blocks on the file system; one thread at a time.
class RunFolder {
public:
    static constexpr std::size_t kCheckpointsKept = 2;

    /// Makes the folder, its parents too where they are missing, and sets the state to Running. An existing folder may hold
    /// other files, but not under the names above, unless a run has left them. `overwrite` Yes: an earlier run is removed with
    /// its results (RunInfo::results); it must not be running. One that was killed before it had begun is replaced in any case.
    /// Errors: OutputExists (there is a run, or something that is none has its names), RunBusy, InvalidArgument,
    /// OutputUnwritable, DiskFull.
    static Result<RunFolder> create(const std::filesystem::path& path, const RunInfo& info, Overwrite overwrite);

    /// Opens a run to go on with it: nothing but a torn row changes until resumeAt(). Errors: FileNotFound, RunInvalid,
    /// RunBusy, CorruptFile (metrics), OutputUnwritable.
    static Result<RunFolder> open(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return m_path; }
    const RunInfo& info() const { return m_info; }

    /// All that are there, oldest first.
    std::vector<RunCheckpoint> checkpoints() const;
    std::optional<RunCheckpoint> latestCheckpoint() const;

    /// Goes on after `step` (that of a checkpoint; 0: from the beginning): rows, checkpoints and previews of later steps are
    /// removed, as they will be made anew; the state becomes Running. Errors: CorruptFile, OutputUnwritable, DiskFull.
    Result<void> resumeAt(std::uint64_t step);

    /// See MetricsFile::append(), with its errors.
    Result<void> appendMetrics(std::uint64_t step, std::span<const double> values);

    /// Writes a checkpoint through `write`, which is given a path to write a file to; it is on disk and has its name when this
    /// returns, and the rows appended before it are on disk too. Older ones than the newest kCheckpointsKept are removed
    /// afterwards. Errors: those of `write`, DiskFull, OutputUnwritable; then the earlier ones are as they were.
    Result<void> saveCheckpoint(std::uint64_t step, const std::function<Result<void>(const std::filesystem::path&)>& write);
    Result<void> saveCheckpoint(std::uint64_t step, std::span<const std::byte> content);

    /// `name`: as isMetricName(). One that exists is replaced. Errors: InvalidArgument and those of writePng().
    Result<void> savePreview(std::uint64_t step, const std::string& name, const RgbImage& image);

    /// Errors: DiskFull, OutputUnwritable.
    Result<void> setStatus(const RunStatus& status);

private:
    RunFolder(std::filesystem::path path, RunInfo info, RunLock lock, MetricsFile metrics);

    std::filesystem::path m_path;
    RunInfo m_info;
    RunLock m_lock;
    MetricsFile m_metrics;
};

/// The metrics of a run, also while it is being written. Blocks; any thread. Errors: as readMetricsFile().
Result<MetricsTable> readMetrics(const std::filesystem::path& run);

/// Whether something at this path stands in the way of a new run, a run or not. Any thread.
bool isRunFolder(const std::filesystem::path& path);

}
