#pragma once

#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "compare/ArrivalInbox.h"
#include "compare/Frame.h"
#include "compare/PaneContent.h"

namespace isostain {

/// The distinct slides of a view's panes, each with its plan and its wish list: panes that show the same slide at the same
/// place share one, so that no tile is planned, asked for or read twice. The first layer is the view's slide. GUI thread
/// only; arrivals come through the inbox.
class SlideLayers {
public:
    SlideLayers(TileCache& cache, TileScheduler& scheduler, ArrivalInbox& inbox);
    ~SlideLayers();
    SlideLayers(const SlideLayers&) = delete;
    SlideLayers& operator=(const SlideLayers&) = delete;

    /// Layers that stay keep their wishes; what only others wanted is dropped. No slide, no layers.
    void set(const SlidePtr& slide, const std::vector<PaneContent>& panes);
    bool isEmpty() const { return m_layers.empty(); }
    /// The layer of a pane; 0 for PanePlace::kSource.
    int layerOf(int pane) const;
    const SlideAlignment& alignmentOf(int pane) const;
    const SlidePtr& slideOf(int pane) const;

    /// Plans a frame of the view and restates the wish lists: of the view's slide and of the panes in `shown`. What other
    /// panes wanted is withdrawn.
    void plan(const Viewport& viewport, const std::vector<int>& shown);
    std::vector<FrameLayer> frameLayers() const;
    /// Everything that these panes show is sharp, or known to be missing.
    bool isComplete(const std::vector<int>& shown) const;
    /// The source stands in somewhere in a pane.
    bool isSourceUnderneath(int pane) const;

    struct News {
        bool isVisible = false;            ///< something arrived that the last plan shows
        std::optional<Error> firstFailure; ///< of a slide of which no failure was told yet
    };
    News take(const ArrivalInbox::Items& arrivals);
    /// Tiles of all layers that are known to be unreadable.
    int failureCount() const;

    /// The color of a pane's slide, before its table, under a point of the view's slide (level-0 pixels): that of the finest
    /// level whose tile is there. Nothing where there is none, and outside the slide.
    std::optional<std::uint32_t> colorAt(int pane, const cv::Point2d& level0) const;

private:
    struct Layer;

    bool holdsSource(const Layer& layer) const;
    void release(Layer& layer);

    TileCache& m_cache;
    TileScheduler& m_scheduler;
    ArrivalInbox& m_inbox;
    std::vector<std::unique_ptr<Layer>> m_layers;
    std::vector<int> m_layerOfPane;
    Viewport m_view; ///< that the plans are for
};

}
