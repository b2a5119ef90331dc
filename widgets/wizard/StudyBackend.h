#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "base/Progress.h"
#include "image/Image.h"
#include "normalize/StainProfile.h"
#include "runs/MetricsFile.h"
#include "study/StudyCheck.h"
#include "study/StudyConfig.h"
#include "study/StudyFolder.h"
#include "study/StudyForecast.h"
#include "study/StudyResults.h"
#include "study/StudyRun.h"

namespace isostain {

/// A study to be run: a new one with its configuration, or one that is on disk.
struct StudyOrder {
    std::filesystem::path folder;
    std::optional<StudyConfig> config; ///< nothing: what the folder says
};

/// How a running study looks at the moment, read from its folder.
struct StudyGlimpse {
    struct Row {
        std::string method;           ///< "source", "staingan", "stainnet", "target"
        std::vector<RgbImage> images; ///< side by side
    };
    std::map<StudyStep, MetricsTable> metrics; ///< of the trainings that have begun
    std::filesystem::path previewFile;         ///< that the previews are of
    bool hasStainNet = false;                  ///< it is trained, and among the previews
    std::vector<Row> previews;                 ///< empty: there are none yet
};

/// What the wizard has core/study do. Every function blocks and is called on another thread than the GUI's; tests put their own
/// in place.
struct StudyBackend {
    using Path = std::filesystem::path;
    std::function<Result<StudyCheck>(const StudyConfig&, const JobControl&)> check;
    std::function<Result<StudyForecast>(const StudyConfig&, const StudyCheck&, const JobControl&)> forecast;
    /// Of the disk that the folder, or the nearest one above it that exists, lies on; nothing: it cannot be told.
    std::function<std::optional<std::uint64_t>(const Path& folder)> freeBytes;
    std::function<Result<StudyEnd>(const StudyOrder&, const StudyObserver&, const JobControl&)> run;
    /// Previews that have not changed since the last time are taken from there.
    std::function<StudyGlimpse(const Path& study, const StudyGlimpse& last)> glimpse;
    std::function<Result<StudyResults>(const Path& study)> results;
    std::function<Result<StainProfile>(const Path& profile)> profile;
    std::function<std::vector<StudyEntry>(const std::vector<Path>& folders)> list;
    /// Of one study.
    std::function<Result<StudyEntry>(const Path& study)> entry;
    std::function<Result<void>(const Path& study)> remove;
};

/// The real one.
StudyBackend studyBackend();

}
