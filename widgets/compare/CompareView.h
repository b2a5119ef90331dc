#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QColor>
#include <QString>
#include <QWidget>

#include "compare/PaneContent.h"
#include "compare/PaneLayout.h"
#include "compare/PaneLayer.h"
#include "compare/PaneMarker.h"
#include "compare/ViewTool.h"
#include "display/DisplayTables.h"
#include "evaluation/GrayProfile.h"
#include "slide/Slide.h"
#include "tiles/TileCache.h"
#include "tiles/TileScheduler.h"
#include "tiles/Viewport.h"

namespace isostain {

/// What lies under the cursor.
struct CursorSample {
    cv::Point2d level0;                   ///< level-0 pixels of the view's slide
    std::optional<QColor> source;         ///< nothing while the tile is not there
    std::optional<QColor> normalized;     ///< of the main pane, or of the first that does not show the source
    std::vector<std::optional<QColor>> panes;   ///< of every pane; nothing while its tile is not there, and off its slide
};

/// Where the names of the panes are.
enum class PaneLabels {
    Painted,   ///< on the screen and in grabbed frames
    Widgets,   ///< over the view, see PaneHeaders; painted in grabbed frames only
};

/// The slide on screen: up to kMaxPanes panes on one viewport, drawn by OpenGL 3.3 core from one set of tile textures and
/// one 256^3 texture per table, or by the CPU where no graphics processor offers that. A pane may show another slide: one of
/// the same geometry, or a second scan of the same glass in its place. Level 0 at whole magnifications
/// is the table's answer to the bit; between levels texels are mapped first, then averaged over each screen pixel. Never
/// decodes, waits or reads a file. GUI thread only.
///
/// Mouse: drag pans, the wheel and pinching zoom at the cursor, a double click zooms in, a click makes a pane the main one
/// (side by side) or picks a point (ViewTool::PickPoint). Shift and a drag turn, held by quarter turns; so do two fingers. Keys, while it has the focus: + and - zoom at the cursor, 0 fits,
/// 1 is one device pixel per slide pixel, arrows pan by a quarter of a pane, Page Up and Page Down by a pane; Shift with Left
/// or Right moves the curtain's divider.
///
/// A new table is uploaded over several frames. Until that is done its pane keeps what it showed before, with a label that
/// says so, and the view is not settled.
///
/// With ViewTool::Line a drag draws a line, which every pane shows at the same place of the tissue; its ends and the line itself
/// can be dragged, Shift keeps to multiples of 45 degrees, Escape removes it.
class CompareView : public QWidget {
    Q_OBJECT

public:
    /// `cache` and `scheduler` have to outlive the view. Tiles stay in the cache when the slide changes.
    CompareView(TileCache& cache, TileScheduler& scheduler, QWidget* parent = nullptr);
    ~CompareView() override;

    void setSlide(SlidePtr slide);   ///< null: empty view. Resets the viewport to fit.
    const SlidePtr& slide() const;
    /// One to kMaxPanes, more are left out; none is the source alone. The viewport stays.
    void setPanes(std::vector<PaneContent> panes);
    const std::vector<PaneContent>& panes() const;

    CompareMode mode() const;
    void setMode(CompareMode mode);
    /// How panes lie side by side. At first PaneArrangement::Row.
    PaneArrangement arrangement() const;
    void setArrangement(PaneArrangement arrangement);
    /// While held, every pane shows the source (flicker).
    void setSourceHeld(bool held);
    bool isSourceHeld() const;
    /// The pane that single mode shows and that is on the right in curtain mode; with three panes and more, it has a frame.
    /// At first the first pane that does not show the source.
    void setMainPane(int index);
    int mainPane() const;
    /// Where the curtain's divider stands, as a part [0, 1] of the view's width.
    void setDividerPosition(double position);
    double dividerPosition() const;
    /// What the left mouse button does. At first ViewTool::Pan.
    void setTool(ViewTool tool);
    ViewTool tool() const;
    /// Numbered marks over the panes, e.g. of picked points.
    void setMarkers(std::vector<PaneMarker> markers);
    const std::vector<PaneMarker>& markers() const;
    /// How the screen shows colors: null as they are. Only the screen: the panes' tables, what is told of the cursor and
    /// grabbed frames are not touched. A pane whose colors are not among the tables keeps what it showed, and the view does
    /// not settle until it is given tables that have them.
    void setDisplay(DisplayTablesPtr tables);
    const DisplayTablesPtr& display() const;
    /// Null: none. It has to outlive the view or be taken away before.
    void setLayer(PaneLayer* layer);
    /// The layer has something else to show.
    void updateLayer();
    void setPaneLabels(PaneLabels labels);
    PaneLabels paneLabels() const;
    /// How far a pane had come in the last frame.
    PaneState paneState(int pane) const;
    /// What a pane shows now, in words, and remarks on it; also for PanePlace::kSource.
    QString paneTitle(int pane) const;
    QStringList paneBadges(int pane) const;

    /// The line across the tissue, level-0 pixels of the slide; gone with the slide. Shown with every tool.
    void setLine(const std::optional<ProfileLine>& line);
    const std::optional<ProfileLine>& line() const;
    /// Of the line and of those drawn from now on, level-0 pixels within [1, ProfileLine::kMaxWidth].
    void setLineWidth(int width);
    int lineWidth() const;
    /// Marks a place on the line, level-0 pixels from its start, in every pane.
    void setLineMarker(std::optional<double> distance);

    /// Width and height of one pane, device pixels.
    const Viewport& viewport() const;
    /// Size is that of the view's panes whatever the value says; clamped to the slide.
    void setViewport(const Viewport& viewport);
    /// Turns and mirrors all panes about their middle; a slide that fitted fits again. Upright for every new slide.
    void setOrientation(const ViewOrientation& orientation);
    void zoomToFit();
    /// `zoom` in device pixels per level-0 pixel, about the cursor while it is over the view, else about the pane's center.
    void zoomTo(double zoom);
    void zoomIn();
    void zoomOut();
    /// What is shown where, device pixels.
    PaneLayout paneLayout() const;

    /// Drawn by the CPU, see shouldDrawWithOpenGl().
    bool isSoftwareFallback() const;
    /// Everything visible is sharp and drawn.
    bool isSettled() const;
    /// The current frame, labels included, without widgets above it, and without what setDisplay() does to the screen. Device
    /// pixels, Format_RGB32.
    QImage grabFrame();
    /// Frames drawn so far; for tests and measurements.
    int frameCount() const;

signals:
    void viewportChanged(const isostain::Viewport& viewport);
    void modeChanged(isostain::CompareMode mode);
    void dividerMoved(double position);
    void toolChanged(isostain::ViewTool tool);
    /// Also while it is being dragged.
    void lineChanged(const std::optional<isostain::ProfileLine>& line);
    /// Another slide, or none.
    void slideChanged();
    /// Other panes have been set.
    void panesChanged();
    void paneStateChanged(int pane);
    void mainPaneChanged(int pane);
    void sourceHeldChanged(bool isHeld);
    /// paneLayout() has changed.
    void paneLayoutChanged();
    /// A click with ViewTool::PickPoint on a pane's slide; `level0` in level-0 pixels of that slide. `pane` may be
    /// PanePlace::kSource in curtain mode.
    void pointPicked(int pane, const cv::Point2d& level0);
    void cursorMoved(const isostain::CursorSample& sample);
    void cursorLeft();
    /// Tiles of a slide could not be read: the first error and how many so far. Once per slide; the view itself shows
    /// the count quietly.
    void tilesFailed(const isostain::Error& error, int count);
    void settled();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}
