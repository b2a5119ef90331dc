#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <unordered_map>
#include <vector>

#include <QObject>

#include "handover/Inbox.h"
#include "profile/ProfileCurves.h"
#include "slide/Slide.h"
#include "tiles/TileCache.h"

namespace isostain {

/// A pane as the profile sees it.
struct ProfileSource {
    QString name;
    SlidePtr slide;
    cv::Matx23d toSlide = kSamePlace; ///< from level-0 pixels of the view's slide
    ColorTablePtr table;              ///< null: as it is
};

/// Everything that the curves follow from, save for the tiles.
struct ProfileJob {
    std::uint64_t number = 0; ///< rises
    ProfileLine line;
    SlidePtr slide;                     ///< the view's, not null
    std::vector<ProfileSource> sources; ///< the view's slide as it is first
};

struct ProfileResult {
    std::uint64_t number = 0;
    ProfileCurves curves;
    std::vector<SlideTileKey> missing; ///< each once
};

/// Computes the curves of a job: every distinct slide and place is gathered once, whatever the number of tables. `lookup` gets
/// each tile at most once per gathering. Any thread.
ProfileResult computeProfiles(const ProfileJob& job, const std::function<TilePtr(const SlideTileKey&)>& lookup);

/// Computes profiles on a thread of its own; of the jobs that come in while one is being worked on, only the last is done.
/// Tiles of the last line are held, so that a small cache cannot take them away between two results. GUI thread only.
class ProfileWorker : public QObject {
    Q_OBJECT

public:
    /// The cache has to outlive the worker.
    explicit ProfileWorker(TileCache& cache, QObject* parent = nullptr);
    ~ProfileWorker() override;

    void post(ProfileJob job);
    /// Forgets a job that has not begun, and the held tiles.
    void clear();

signals:
    /// In the GUI thread, in the order of the jobs.
    void computed(const isostain::ProfileResult& result);

private:
    using Tiles = std::unordered_map<SlideTileKey, TilePtr, SlideTileKeyHash>;

    void work(const std::stop_token& stop);
    ProfileResult compute(const ProfileJob& job);

    TileCache& m_cache;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<ProfileJob> m_pending;
    bool m_isClearing = false;
    Tiles m_held; ///< the thread's own
    Inbox<ProfileResult> m_results;
    std::jthread m_thread; ///< last: what it uses outlives it
};

}
