#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "wizard/StudyBackend.h"

namespace isostain::test {

/// What the wizard asks core/study for, answered without files; it notes which thread asked. Shared with the functions of
/// backend(), which may outlive it.
class FakeStudies {
public:
    FakeStudies();

    StudyBackend backend();

    /// Lets a study end that run() waits in, as `end` says.
    void finish(const Result<StudyEnd>& end);

    struct State {
        std::thread::id gui = std::this_thread::get_id();
        std::atomic<int> callsOnGuiThread = 0;
        std::atomic<int> checks = 0;
        std::atomic<int> forecasts = 0;
        std::atomic<int> runs = 0;
        std::atomic<int> removed = 0;
        std::mutex mutex;
        std::condition_variable changed;
        StudyCheck check; ///< what every check finds
        std::optional<Error> checkError;
        std::optional<Result<StudyEnd>> end; ///< of the study that runs
        std::vector<StudyOrder> orders;
        std::vector<StudyEntry> entries; ///< that a list finds
        StudyResults results;
        std::uint64_t freeBytes = 1'000'000'000'000;
    };
    State& state() { return *m_state; }

private:
    std::shared_ptr<State> m_state;
};

}
