#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// What a training run is: everything that decides its outcome. Written once, before its first step. All text is UTF-8.
struct RunInfo {
    std::string kind;          ///< "staingan", "stainnet", "classifier"
    std::string config = "{}"; ///< a JSON object: the whole configuration, defaults included, paths as they were given
    std::uint64_t seed = 0;
    std::string device = "cpu"; ///< "cpu", or the GPU's name
    unsigned threads = 1;
    std::map<std::string, std::string> versions = {}; ///< of libraries, by name; the program's own is added when it is written
    std::vector<std::string> metrics = {};            ///< columns of metrics.csv after "step"; names as isMetricName()
    /// Files in the run folder that the training leaves besides: names of letters, digits, '.', '-', '_' and at most one '*',
    /// which stands for any. A run that replaces this one removes them.
    std::vector<std::string> results = {};
    std::string started = {}; ///< UTC, ISO 8601; filled in when it is written
};

/// What became of a run. A run whose process was killed says Running, but nobody has its lock: that reads as Interrupted,
/// which is never stored.
enum class RunState { Running, Finished, Stopped, Failed, Interrupted };

struct RunStatus {
    RunState state = RunState::Running;
    std::string reason; ///< Failed: the sentence; may be empty otherwise
};

/// The name in state.json and for scripts: "running", "finished", ...
const char* nameOf(RunState state);

// Reading a run folder, also while it is being written. Block; any thread.

/// Errors: FileNotFound (no such folder), RunInvalid (no run, or one of a newer version).
Result<RunInfo> readRunInfo(const std::filesystem::path& run);
/// Errors: FileNotFound, RunInvalid.
Result<RunStatus> readRunStatus(const std::filesystem::path& run);

/// Writes config.json. Errors: InvalidArgument (the configuration is no JSON object, text that is no UTF-8), OutputExists,
/// OutputUnwritable, DiskFull.
Result<void> writeRunInfo(const RunInfo& info, const std::filesystem::path& run);
/// Writes state.json. Errors: OutputUnwritable, DiskFull.
Result<void> writeRunStatus(const RunStatus& status, const std::filesystem::path& run);

}
