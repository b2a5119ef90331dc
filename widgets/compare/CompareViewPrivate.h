#pragma once

#include "compare/ArrivalInbox.h"
#include "compare/CompareView.h"
#include "compare/Decorations.h"
#include "compare/Frame.h"
#include "compare/LineOverlay.h"
#include "compare/LineTool.h"
#include "compare/SlideLayers.h"

namespace isostain {

/// State of the view and how it becomes frames; the widget itself turns events into calls of these.
class CompareView::Private : public FrameClient {
public:
    Private(CompareView& view, TileCache& cache, TileScheduler& scheduler);

    Frame describeFrame(FramePurpose purpose) override;
    void frameDrawn(const FrameOutcome& outcome) override;
    void surfaceFailed() override;

    /// Something that the frame shows has changed: one repaint per turn of the event loop.
    void invalidate();
    /// Slides or panes have changed.
    void updateLayers();
    /// Takes over size and mode changes: the viewport gets its pane size, and fits again where it fitted.
    void updateLayout();
    void moveTo(const Viewport& viewport);
    void fit();
    /// Zooms about a point of a pane, device pixels; the zoom is kept within its limits.
    void zoomAt(const cv::Point2d& device, double zoom);
    void takeArrivals(const ArrivalInbox::Items& arrivals);
    void createSurface();
    int defaultMainPane() const;
    /// A press and release of the left button at one place.
    void click(const QPointF& position);

    QSize deviceSize() const;
    QPoint toDevice(const QPointF& position) const;
    /// A device position of the view in its pane's viewport.
    cv::Point2d toPane(const QPoint& device) const;
    int dividerX() const;
    bool isNearDivider(const QPointF& position) const;
    void updateCursorShape(const QPointF& position);
    void reportCursor();
    int sourcePane() const;

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
    bool givesToLayer(const QKeyEvent& event) const;
    /// In the pane where a drag began, also beyond its borders.
    LayerPointer layerPointer(const QPointF& position, Qt::KeyboardModifiers modifiers) const;
    void beginTurn(const QPointF& position);
    void turn(const QPointF& position);
    void beginLayerDrag(const QPointF& position, Qt::KeyboardModifiers modifiers);

    CompareView& view;
    TileCache& cache;
    ArrivalInbox inbox;
    SlideLayers layers;
    std::unique_ptr<FrameSurface> surface;
    Decorations decorations;

    SlidePtr slide;
    std::vector<PaneContent> panes{PaneContent{}};
    std::vector<ColorTablePtr> shownTables{nullptr}; ///< per pane: what it shows while its table is being prepared
    std::vector<PaneState> states{PaneState::Ready}; ///< per pane, as told by paneStateChanged()
    std::vector<PaneMarker> markers;
    CompareMode mode = CompareMode::SideBySide;
    PaneArrangement arrangement = PaneArrangement::Row;
    PaneLabels labels = PaneLabels::Painted;
    bool isSourceHeld = false;
    int mainPane = 0;
    bool isMainPaneChosen = false; ///< by the user or the program, not by default
    double dividerPosition = 0.5;
    ViewTool tool = ViewTool::Pan;
    PaneLayout layout;
    Viewport viewport;
    bool isFitted = true;

    DisplayTablesPtr display;      ///< what the screen is to show
    DisplayTablesPtr shownDisplay; ///< what it shows until that is on the graphics card
    bool isPreparing = false;      ///< something is on its way to the graphics card
    bool isAwaitingDisplay = false; ///< colors are shown that `display` knows nothing of
    bool isSettled = false;
    int frameCount = 0;

    enum class Drag { None, Pan, Turn, Divider, Line, Layer };
    Drag drag = Drag::None;
    QPointF dragPosition;
    bool isClick = false; ///< the pointer has not left the place of the press
    std::optional<QPointF> cursor;
    PaneLayer* paneLayer = nullptr;
    LineTool lineTool;
    LineOverlay lineOverlay;
    cv::Point2d dragPaneCorner;   ///< of the viewport that something is being dragged in, device pixels of the view
    std::optional<double> lineMarker;
    ViewOrientation turnBegin; ///< when a drag began to turn the view
    double turnBeginAngle = 0; ///< of the pointer about the pane's middle, degrees

private:
    void setSurface(std::unique_ptr<FrameSurface> next);
    bool showsSource(const PaneContent& pane) const;
    int curtainPane() const;
    void resizeViewport();
    std::vector<int> shownPanes() const;
    ColorTablePtr tableOf(const PanePlace& place);
    /// What the screen shows instead.
    ColorTablePtr onScreen(const PanePlace& place, const ColorTablePtr& table) const;
    bool isReady(const ColorTablePtr& table) const { return !table || surface->isTableReady(*table); }
    bool isDisplayReady(int pane, const ColorTablePtr& table) const;
    std::uint64_t slideIdOf(int pane) const;
    void takeDisplay();
    PaneState stateOf(int pane) const;
    void tellStates();
    QString labelOf(const PanePlace& place) const;
    void addPanes(Frame& frame, FramePurpose purpose);
    void addFills(Frame& frame) const;
    void addLabels(Frame& frame);
    void addMarkers(Frame& frame);
    void addDivider(Frame& frame);
    void addLine(Frame& frame);
    void addLayer(Frame& frame);
    /// Device pixels of the view's panes, each viewport once: both sides of the curtain are one.
    std::vector<QPoint> viewportCorners() const;
    double angleAt(const QPointF& position) const;
    cv::Point2d inDragPane(const QPointF& position) const;
    void keepDragPane(const QPointF& position);
    double reach() const;
    void lineChanged();
    void addMessage(Frame& frame);
    int frameWidth() const;
};

}
