#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "base/PauseGate.h"

namespace isostain {

/// How far a long task is. Counted in whatever unit the task works in (tiles, colors, steps).
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;

    /// 0..1; 0 while the total is unknown.
    double fraction() const { return total == 0 ? 0.0 : static_cast<double>(done) / static_cast<double>(total); }
};

/// How a caller steers a long task: a stop token checked at tile and batch borders, and a callback that may come from any
/// thread, serialized, and must not block. `threads` 0 means one per core. Tasks that can pause say so.
struct JobControl {
    std::stop_token stop;
    std::function<void(const Progress&)> onProgress;
    unsigned threads = 0;
    std::shared_ptr<const PauseGate> pause = {};   ///< null: never pauses

    bool stopRequested() const { return stop.stop_requested(); }
    /// Until it is resumed or stopped.
    void waitWhilePaused() const { waitWhilePaused(stop); }
    void waitWhilePaused(const std::stop_token& until) const
    {
        if (pause)
            pause->waitWhilePaused(until);
    }
    void report(std::uint64_t done, std::uint64_t total) const
    {
        if (onProgress)
            onProgress(Progress{done, total});
    }
};

/// Estimates the time left from the rate so far. One thread at a time.
class EtaMeter {
public:
    using Clock = std::chrono::steady_clock;

    explicit EtaMeter(Clock::time_point start = Clock::now()) : m_start(start) {}

    /// Time left at the mean rate so far; nothing in the first half second, when the rate is not known yet.
    std::optional<std::chrono::seconds> remaining(const Progress& progress, Clock::time_point now = Clock::now()) const;
    std::chrono::duration<double> elapsed(Clock::time_point now = Clock::now()) const { return now - m_start; }

private:
    Clock::time_point m_start;
};

/// "1 h 02 min", "3 min 20 s", "12 s".
std::string durationText(std::chrono::seconds duration);

}
