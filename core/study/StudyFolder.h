#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "runs/RunLock.h"
#include "study/StudyConfig.h"

namespace isostain {

/// How far one step of a study is.
enum class StepState { Waiting, Running, Done, Stopped, Failed, Interrupted };

struct StudyStepStatus {
    StepState state = StepState::Waiting;
    std::string reason; ///< Failed: the sentence
    double seconds = 0; ///< spent so far, over all attempts
};

/// A study as it lies on disk:
///   study.json          StudyConfig, with the program's version and when it began; written once
///   state.json          StudyStepStatus of every step
///   data/               what the study made itself: see StudyData.h
///   staingan/ stainnet/ classifier/   run folders, see RunFolder.h
///   evaluation/         metrics.csv, summary.json, summary.md
///   pictures/           METHOD/NAME.png, pictures.json
///   slides/             slides.csv, summary.*, thumbnails
///   ablation/           metrics.csv, summary.*, NAME.pth
///   report/             report.html and what belongs to it
///   .lock               held while a process works on it
/// Blocks on the file system; one thread at a time.
class StudyFolder {
public:
    /// Errors: InvalidArgument, OutputExists (the folder is not empty), OutputUnwritable, DiskFull.
    static Result<StudyFolder> create(const std::filesystem::path& path, const StudyConfig& config);
    /// To go on with it. Errors: FileNotFound, RunInvalid, RunBusy (another process works on it), OutputUnwritable.
    static Result<StudyFolder> open(const std::filesystem::path& path);

    /// Absolute.
    const std::filesystem::path& path() const { return m_path; }
    const StudyConfig& config() const { return m_config; }
    std::filesystem::path stepPath(StudyStep step) const;

    StudyStepStatus status(StudyStep step) const;
    /// Errors: OutputUnwritable, DiskFull.
    Result<void> setStatus(StudyStep step, const StudyStepStatus& status);

private:
    StudyFolder(std::filesystem::path path, StudyConfig config, RunLock lock, std::string started,
                std::map<StudyStep, StudyStepStatus> states);

    std::filesystem::path m_path;
    StudyConfig m_config;
    RunLock m_lock;
    std::string m_started;
    std::map<StudyStep, StudyStepStatus> m_states;
};

/// Whether there is a study, readable or not, at this path. Any thread.
bool isStudyFolder(const std::filesystem::path& path);

/// What a study is. Blocks; any thread. Errors: FileNotFound, RunInvalid.
Result<StudyConfig> readStudyConfig(const std::filesystem::path& study);

/// The folder of a step.
std::filesystem::path studyStepPath(const std::filesystem::path& study, StudyStep step);

/// A study in a list, also one that is being worked on.
struct StudyEntry {
    std::filesystem::path path;
    std::string name;
    std::string started;                        ///< UTC, ISO 8601
    std::map<StudyStep, StudyStepStatus> steps; ///< those of its configuration
    bool isBusy = false;                        ///< some process works on it

    bool isFinished() const;
};

/// Blocks; any thread. Errors: FileNotFound, RunInvalid.
Result<StudyEntry> readStudyEntry(const std::filesystem::path& path);
/// The studies directly in these folders, newest first; what cannot be read is passed over. Blocks; any thread.
std::vector<StudyEntry> listStudies(const std::vector<std::filesystem::path>& folders);
/// Removes what a study wrote (nothing else), and its folder if it is empty then. Errors: RunBusy, RunInvalid, DeletionFailed.
Result<void> deleteStudy(const std::filesystem::path& path);

}
