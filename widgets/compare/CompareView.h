#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QColor>
#include <QString>
#include <QWidget>

#include "color/ColorTable.h"
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

enum class CompareMode { SideBySide, Curtain, Single };

/// What lies under the cursor, for the status line.
struct CursorSample {
    cv::Point2d level0;                   ///< level-0 pixels
    std::optional<QColor> source;         ///< nothing while the tile is not there
    std::optional<QColor> normalized;     ///< of the first pane that has a table
};

/// The slide on screen: N panes on one viewport, drawn by OpenGL 3.3 core from one set of tile textures and one 256^3
/// texture per table, or by the CPU where OpenGL is missing. Level 0 at whole magnifications is the table's answer to the
/// bit; between levels texels are mapped first, then filtered. Never decodes, waits or reads a file. GUI thread only.
class CompareView : public QWidget {
    Q_OBJECT

public:
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
    /// The pane that single mode shows and whose curtain part is on the right.
    void setMainPane(int index);

    const Viewport& viewport() const;   ///< width and height of one pane, device pixels
    void setViewport(const Viewport& viewport);
    void zoomToFit();
    /// `zoom` in device pixels per level-0 pixel, about the pane's center.
    void zoomTo(double zoom);
    void zoomIn();
    void zoomOut();

    /// Drawn by the CPU because OpenGL 3.3 is not available.
    bool isSoftwareFallback() const;
    /// Everything visible is sharp and drawn.
    bool isSettled() const;
    /// The last frame as drawn, device pixels, without decorations of the widget above it.
    QImage grabFrame();

signals:
    void viewportChanged(const isostain::Viewport& viewport);
    void modeChanged(isostain::CompareMode mode);
    void cursorMoved(const isostain::CursorSample& sample);
    void cursorLeft();
    /// Some tiles could not be read; shown quietly in the view and once per slide.
    void tilesFailed(const isostain::Error& error, int count);
    void settled();

private:
    class Private;
    std::unique_ptr<Private> d;
};

}
