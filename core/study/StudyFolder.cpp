#include "study/StudyFolder.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/InputFile.h"

namespace isostain {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kConfigFile = "study.json";
constexpr const char* kStateFile = "state.json";
constexpr std::array kStateKeys = {"waiting", "running", "done", "stopped", "failed", "interrupted"};

using States = std::map<StudyStep, StudyStepStatus>;

const char* keyOf(StudyStep step)
{
    return studySteps()[static_cast<std::size_t>(step)].key;
}

std::string utcNow()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text;
    return std::string(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
}

/// What state.json holds.
struct StoredState {
    std::string started;
    States steps;
};

std::string textOf(const StoredState& state)
{
    json steps = json::object();
    for (const auto& [step, status] : state.steps)
        steps[keyOf(step)] = {{"state", kStateKeys[static_cast<std::size_t>(status.state)]},
                              {"reason", status.reason},
                              {"seconds", status.seconds}};
    return json{{"started", state.started}, {"steps", steps}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

StepState stateFrom(const std::string& key)
{
    const auto found = std::find(kStateKeys.begin(), kStateKeys.end(), key);
    return found == kStateKeys.end() ? StepState::Waiting : static_cast<StepState>(found - kStateKeys.begin());
}

/// A state that cannot be read is that of a study that has not begun: its steps look at their own folders anyway.
StoredState readState(const fs::path& path, const StudyConfig& config)
{
    StoredState state;
    for (const StudyStep step : config.steps)
        state.steps[step] = {};
    const auto text = readTextFile(path / kStateFile);
    const json object = text ? json::parse(*text, nullptr, false) : json();
    if (!object.is_object())
        return state;
    try {
        state.started = object.value("started", std::string());
        for (auto& [step, status] : state.steps) {
            const json& stored = object.at("steps").at(keyOf(step));
            status = {stateFrom(stored.value("state", std::string())), stored.value("reason", std::string()),
                      stored.value("seconds", 0.0)};
        }
    } catch (const json::exception&) {
        return state;
    }
    return state;
}

void markInterrupted(States& states)
{
    for (auto& [step, status] : states)
        if (status.state == StepState::Running)
            status.state = StepState::Interrupted;
}

bool isEmptyOrMissing(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return true;
    // The lock of one that was given up.
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().filename() != ".lock")
            return false;
    return !error;
}

}

bool StudyEntry::isFinished() const
{
    return std::all_of(steps.begin(), steps.end(), [](const auto& step) { return step.second.state == StepState::Done; });
}

StudyFolder::StudyFolder(fs::path path, StudyConfig config, RunLock lock, std::string started, States states)
    : m_path(std::move(path)),
      m_config(std::move(config)),
      m_lock(std::move(lock)),
      m_started(std::move(started)),
      m_states(std::move(states))
{
}

Result<StudyFolder> StudyFolder::create(const fs::path& path, const StudyConfig& config)
{
    if (auto checked = checkStudyConfig(config); !checked)
        return tl::unexpected(checked.error());
    if (!isEmptyOrMissing(path))
        return fail(ErrorCode::OutputExists, path.string());
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        return tl::unexpected(writeError(path, error.value()));
    auto lock = RunLock::take(path);
    if (!lock)
        return tl::unexpected(lock.error());
    StoredState state = readState(path, config);
    state.started = utcNow();
    if (auto written = writeFileAtomically(path / kStateFile, textOf(state), Overwrite::Yes); !written)
        return tl::unexpected(written.error());
    if (auto written = writeFileAtomically(path / kConfigFile, toJson(config), Overwrite::No); !written)
        return tl::unexpected(written.error());
    return StudyFolder(fs::absolute(path, error), config, std::move(*lock), state.started, std::move(state.steps));
}

Result<StudyFolder> StudyFolder::open(const fs::path& path)
{
    auto config = readStudyConfig(path);
    if (!config)
        return tl::unexpected(config.error());
    auto lock = RunLock::take(path);
    if (!lock)
        return tl::unexpected(lock.error());
    StoredState state = readState(path, *config);
    markInterrupted(state.steps);
    std::error_code error;
    return StudyFolder(fs::absolute(path, error), std::move(*config), std::move(*lock), std::move(state.started),
                       std::move(state.steps));
}

fs::path StudyFolder::stepPath(StudyStep step) const
{
    return studyStepPath(m_path, step);
}

StudyStepStatus StudyFolder::status(StudyStep step) const
{
    const auto found = m_states.find(step);
    return found == m_states.end() ? StudyStepStatus() : found->second;
}

Result<void> StudyFolder::setStatus(StudyStep step, const StudyStepStatus& status)
{
    m_states[step] = status;
    return writeFileAtomically(m_path / kStateFile, textOf({m_started, m_states}), Overwrite::Yes);
}

bool isStudyFolder(const fs::path& path)
{
    std::error_code error;
    return fs::exists(path / kConfigFile, error);
}

Result<StudyConfig> readStudyConfig(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return fail(ErrorCode::FileNotFound, path.string());
    const auto text = readTextFile(path / kConfigFile);
    if (!text)
        return fail(ErrorCode::RunInvalid, path.string(), std::string(kConfigFile) + " is missing");
    auto config = studyConfigFromJson(*text, (path / kConfigFile).string());
    if (!config)
        return fail(ErrorCode::RunInvalid, path.string(), config.error().detail);
    return config;
}

fs::path studyStepPath(const fs::path& study, StudyStep step)
{
    return study / keyOf(step);
}

Result<StudyEntry> readStudyEntry(const fs::path& path)
{
    // Before the state: one that ends meanwhile must not look interrupted.
    const bool isBusy = isRunLocked(path);
    const auto config = readStudyConfig(path);
    if (!config)
        return tl::unexpected(config.error());
    StoredState state = readState(path, *config);
    if (!isBusy)
        markInterrupted(state.steps);
    return StudyEntry{path, config->name, std::move(state.started), std::move(state.steps), isBusy};
}

std::vector<StudyEntry> listStudies(const std::vector<fs::path>& folders)
{
    std::vector<StudyEntry> found;
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
            if (auto study = readStudyEntry(entry->path()))
                found.push_back(std::move(*study));
    }
    std::sort(found.begin(), found.end(), [](const StudyEntry& a, const StudyEntry& b) {
        return std::pair(b.started, a.path) < std::pair(a.started, b.path);
    });
    return found;
}

Result<void> deleteStudy(const fs::path& path)
{
    if (const auto study = StudyFolder::open(path); !study)
        return tl::unexpected(study.error());
    std::vector<fs::path> own;
    for (const StudyStepRow& row : studySteps())
        own.push_back(path / row.key);
    // What makes it a study goes last: what a kill leaves can be deleted again.
    for (const char* name : {"report", kStateFile, kConfigFile, ".lock"})
        own.push_back(path / name);
    for (const fs::path& each : own) {
        std::error_code error;
        fs::remove_all(each, error);
        if (error)
            return fail(ErrorCode::DeletionFailed, each.string(), error.message());
    }
    std::error_code ignored;
    fs::remove(path, ignored); // unless the user has put something there
    return {};
}

}
