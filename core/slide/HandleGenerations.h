#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "base/Error.h"

namespace isostain {

/// What to read: position in level-0 pixels of the file, size in pixels of the level.
struct LevelRegion {
    int level = 0;
    std::int64_t x0 = 0;
    std::int64_t y0 = 0;
    int width = 0;
    int height = 0;
};

/// A handle of a slide library with OpenSlide's manners: any thread may read, but the first error sticks, and from then on
/// every read gives cleared pixels. A read during which another one fails is still good.
class RegionHandle {
public:
    virtual ~RegionHandle() = default;

    /// Fills width x height premultiplied ARGB pixels; clears them where an error occurs or has occurred.
    virtual void readRegion(const LevelRegion& region, std::uint32_t* pixels) = 0;
    /// The first error, if there was one.
    virtual std::optional<std::string> error() const = 0;
};

/// How long to rest between two openings of one slide, so that a file full of bad tiles does not keep the drive busy with
/// nothing but openings.
struct ReopenPolicy {
    int restPerOpening = 4;   ///< in durations of the last opening
    std::chrono::milliseconds longestRest{250};
};

/// One handle shared by all threads, replaced by a fresh one (the next generation) after an error has stuck to it, so that a
/// bad tile does not end the slide. Readers under way finish on their generation; it is closed when the last one leaves.
///
/// A reader whose pixels are clear on a broken handle may have broken it or may have come too late. It waits for the others
/// of its generation to leave: if it was the only such reader, it is the culprit, and its tile has cost one reopening
/// (the next reader's). Otherwise it tries again alone on a handle of its own, which is the one reopening it may cost itself.
/// Any thread.
class HandleGenerations {
public:
    using Opener = std::function<Result<std::shared_ptr<RegionHandle>>()>;

    HandleGenerations(std::shared_ptr<RegionHandle> first, Opener reopen, ReopenPolicy policy = {});

    /// Errors: TileUnreadable (this region is bad, or the file cannot be opened any more), Cancelled.
    Result<void> read(const LevelRegion& region, std::uint32_t* pixels, const std::stop_token& stop);

    int reopenCount() const;

private:
    struct Generation {
        std::shared_ptr<RegionHandle> handle;
        int readers = 0;
        int suspects = 0;
    };
    using GenerationPtr = std::shared_ptr<Generation>;
    enum class Outcome { Good, Late, Suspect };

    Result<GenerationPtr> enter(const std::stop_token& stop);
    void leave(Generation& generation, Outcome outcome);
    static Outcome attempt(RegionHandle& handle, const LevelRegion& region, std::uint32_t* pixels);
    Result<bool> isOnlySuspect(const Generation& generation, const std::stop_token& stop);
    Result<void> readAlone(const LevelRegion& region, std::uint32_t* pixels, const std::stop_token& stop);
    Result<std::shared_ptr<RegionHandle>> reopen(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
    bool waitWhileReopening(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);

    using Clock = std::chrono::steady_clock;

    const Opener m_reopen;
    const ReopenPolicy m_policy;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    GenerationPtr m_current;
    bool m_isReopening = false;
    int m_reopenCount = 0;
    Clock::time_point m_restUntil{};
};

}
