#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QColor>
#include <QString>
#include <QWidget>

#include "color/ColorTable.h"
#include "compare/PaneLayout.h"
#include "compare/ViewTool.h"
#include "evaluation/GrayProfile.h"
#include "slide/Slide.h"
#include "tiles/TileCache.h"
#include "tiles/TileScheduler.h"
#include "tiles/Viewport.h"

namespace isostain {

/// What one pane shows: the slide through a table, or the source where there is none.
struct PaneContent {
    QString name;
    ColorTablePtr table;
};

/// What lies under the cursor, for the status line.
struct CursorSample {
    cv::Point2d level0;                   ///< level-0 pixels
    std::optional<QColor> source;         ///< nothing while the tile is not there
    std::optional<QColor> normalized;     ///< of the first pane that has a table
};

/// The slide on screen: N panes on one viewport, drawn by OpenGL 3.3 core from one set of tile textures and one 256^3
/// texture per table, or by the CPU where no graphics processor offers that. Level 0 at whole magnifications
/// is the table's answer to the bit; between levels texels are mapped first, then averaged over each screen pixel. Never
/// decodes, waits or reads a file. GUI thread only.
///
/// Mouse: drag pans, the wheel and pinching zoom at the cursor, a double click zooms in. Keys, while it has the focus:
/// + and -, 0 fits, 1 is one device pixel per slide pixel, arrows pan by a quarter of a pane, Page Up and Page Down by a
/// pane; Shift with Left or Right moves the curtain's divider.
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
    void setPanes(std::vector<PaneContent> panes);   ///< at least one; the viewport stays
    const std::vector<PaneContent>& panes() const;

    CompareMode mode() const;
    void setMode(CompareMode mode);
    /// While held, every pane shows the source (flicker).
    void setSourceHeld(bool held);
    bool isSourceHeld() const;
    /// The pane that single mode shows and whose curtain part is on the right. At first the first pane with a table.
    void setMainPane(int index);
    int mainPane() const;
    /// Where the curtain's divider stands, as a part [0, 1] of the view's width.
    void setDividerPosition(double position);
    double dividerPosition() const;
    /// What the left mouse button does. At first ViewTool::Pan.
    void setTool(ViewTool tool);
    ViewTool tool() const;

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
    void zoomToFit();
    /// `zoom` in device pixels per level-0 pixel, about the pane's center.
    void zoomTo(double zoom);
    void zoomIn();
    void zoomOut();
    /// What is shown where, device pixels.
    PaneLayout paneLayout() const;

    /// Drawn by the CPU, see shouldDrawWithOpenGl().
    bool isSoftwareFallback() const;
    /// Everything visible is sharp and drawn.
    bool isSettled() const;
    /// The current frame, labels included, without widgets above it. Device pixels, Format_RGB32.
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
    /// The slide or what the panes show was replaced.
    void contentChanged();
    void cursorMoved(const isostain::CursorSample& sample);
    void cursorLeft();
    /// Tiles of the slide could not be read: the first error and how many so far. Once per slide; the view itself shows
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
