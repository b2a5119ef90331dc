#pragma once

#include <set>

#include "compare/ArrivalInbox.h"
#include "compare/CompareView.h"
#include "compare/Decorations.h"
#include "compare/Frame.h"
#include "compare/LineOverlay.h"
#include "compare/LineTool.h"

namespace isostain {

/// State of the view and how it becomes frames; the widget itself turns events into calls of these.
class CompareView::Private : public FrameClient {
public:
    Private(CompareView& view, TileCache& cache, TileScheduler& scheduler);
    ~Private();

    Frame describeFrame() override;
    void frameDrawn(const FrameOutcome& outcome) override;
    void surfaceFailed() override;

    /// Something that the frame shows has changed: one repaint per turn of the event loop.
    void invalidate();
    /// Takes over size and mode changes: the viewport gets its pane size, and fits again where it fitted.
    void updateLayout();
    void moveTo(const Viewport& viewport);
    void fit();
    /// Zooms about a point of a pane, device pixels; the zoom is kept within its limits.
    void zoomAt(const cv::Point2d& device, double zoom);
    void takeArrivals(const ArrivalInbox::Arrivals& arrivals);
    void createSurface();

    QSize deviceSize() const;
    QPoint toDevice(const QPointF& position) const;
    /// A device position of the view in its pane's viewport.
    cv::Point2d toPane(const QPoint& device) const;
    int dividerX() const;
    bool isNearDivider(const QPointF& position) const;
    void updateCursorShape(const QPointF& position);
    void reportCursor();

    /// Calls `change` and tells everybody if the line is another one then.
    template <typename Change>
    void changeLine(const Change& change)
    {
        const std::optional<ProfileLine> before = lineTool.line();
        change();
        if (lineTool.line() != before)
            lineChanged();
    }
    void beginLineDrag(const QPointF& position);
    void dragLine(const QPointF& position, Qt::KeyboardModifiers modifiers);
    /// What a press on the line would do at a position of the view.
    LineTool::Part linePartAt(const QPointF& position) const;
    bool takesEscape(const QKeyEvent& event) const;

    CompareView& view;
    TileCache& cache;
    TileScheduler& scheduler;
    ArrivalInbox inbox;
    TileScheduler::ClientId client = 0;
    std::unique_ptr<FrameSurface> surface;
    Decorations decorations;

    SlidePtr slide;
    std::vector<PaneContent> panes{PaneContent{}};
    std::vector<ColorTablePtr> shownTables{nullptr};   ///< per pane: what it shows while its table is being prepared
    CompareMode mode = CompareMode::SideBySide;
    bool isSourceHeld = false;
    int mainPane = 0;
    double dividerPosition = 0.5;
    ViewTool tool = ViewTool::Pan;
    PaneLayout layout;
    Viewport viewport;
    bool isFitted = true;

    FramePlan plan;
    std::set<TileKey> failedTiles;
    bool hasReportedFailure = false;
    bool isPreparing = false;
    bool isSettled = false;
    int frameCount = 0;

    enum class Drag { None, Pan, Divider, Line };
    Drag drag = Drag::None;
    QPointF dragPosition;
    std::optional<QPointF> cursor;
    LineTool lineTool;
    LineOverlay lineOverlay;
    cv::Point2d linePaneCorner;   ///< of the viewport that the line is being dragged in, device pixels of the view
    std::optional<double> lineMarker;

private:
    void setSurface(std::unique_ptr<FrameSurface> next);
    int sourcePane() const;
    ColorTablePtr tableOf(const PanePlace& place);
    QString labelOf(const PanePlace& place) const;
    void addLabels(Frame& frame);
    void addDivider(Frame& frame);
    void addLine(Frame& frame);
    void lineChanged();
    double lineReach() const;
    void addMessage(Frame& frame);
    TilePtr cachedTileAt(const cv::Point2d& level0, cv::Point& pixel);
};

}
