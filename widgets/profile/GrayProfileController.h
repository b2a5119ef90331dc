#pragma once

#include <cstdint>
#include <vector>

#include <QObject>

#include "compare/ArrivalInbox.h"
#include "profile/ProfileWorker.h"
#include "tiles/TileScheduler.h"

namespace isostain {

class CompareView;
class ProfilePlot;

/// Fills the plot from the line in a view, live: the source's curve, then one for every other pane, in the order of the panes.
/// Tiles that are missing are asked for through clients of its own and fill the gaps as they come; nothing is read or computed
/// on the GUI thread. Rests while the plot is hidden. GUI thread only.
class GrayProfileController : public QObject {
    Q_OBJECT

public:
    /// All of these have to outlive the controller. `scheduler` reads for panes that bring none of their own.
    GrayProfileController(CompareView& view, TileCache& cache, TileScheduler& scheduler, ProfilePlot& plot,
                          QObject* parent = nullptr);
    ~GrayProfileController() override;

    /// The plot shows the line as it is, and nothing more is to come.
    bool isSettled() const;
    /// Results shown so far; for tests and measurements.
    int resultCount() const { return m_resultCount; }

private:
    /// One wish list: the tiles of one slide from one scheduler.
    struct Client {
        TileScheduler* scheduler = nullptr;
        SlidePtr slide;
        TileScheduler::ClientId id = 0;
    };
    struct PaneSource {
        ProfileSource source;
        TileScheduler* scheduler = nullptr;
    };

    void connectView();
    void connectPlot();
    void takeContent();
    void update();
    void show(const ProfileResult& result);
    void request(const std::vector<SlideTileKey>& tiles);
    void removeClients();
    std::vector<PaneSource> sources() const;
    void followCursor(const cv::Point2d& level0);

    CompareView& m_view;
    TileCache& m_cache;
    TileScheduler& m_scheduler;
    ProfilePlot& m_plot;
    ArrivalInbox m_inbox;
    ProfileWorker m_worker;
    std::vector<Client> m_clients;
    std::uint64_t m_posted = 0;     ///< number of the last job
    std::uint64_t m_shown = 0;      ///< of the last result
    std::uint64_t m_firstValid = 0; ///< results before it are of other panes or another slide
    int m_awaitedTiles = 0;
    int m_resultCount = 0;
};

}
