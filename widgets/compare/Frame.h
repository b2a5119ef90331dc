#pragma once

#include <vector>

#include <QImage>
#include <QRect>

#include "color/ColorTable.h"
#include "slide/Slide.h"
#include "tiles/FramePlan.h"
#include "tiles/TileCache.h"
#include "tiles/Viewport.h"

class QWidget;

namespace isostain {

/// Colors around the picture, 0xRRGGBB: neutral, and the same in dark and light themes, because the eye judges the stain
/// against them.
namespace canvas {
inline constexpr QRgb kBackground = 0x767676;
inline constexpr QRgb kGap = 0x2E2E2E;
inline constexpr QRgb kHatchDark = 0x8C8C8C;
inline constexpr QRgb kHatchLight = 0x9A9A9A;
/// Missing tiles: stripes of this many device pixels at 45 degrees.
inline constexpr int kHatchStripe = 8;
}

/// One pane as it is to be drawn; device pixels from the view's top left corner.
struct FramePane {
    QRect rect;
    int viewportX = 0;
    ColorTablePtr table;   ///< null: the source
};

/// Something painted over the panes: a label, the divider. Premultiplied ARGB, device pixels.
struct Decoration {
    QPoint position;
    QImage image;
};

/// Everything that a frame shows. The surfaces draw it and know nothing else.
struct Frame {
    QSize size;                           ///< device pixels
    SlidePtr slide;                       ///< null: only the canvas
    Viewport viewport;
    FramePlan plan;
    std::vector<FramePane> panes;
    std::vector<ColorTablePtr> tables;    ///< to be kept ready: those of the panes and those about to be shown
    std::vector<Decoration> decorations;
};

struct FrameOutcome {
    bool isComplete = true;   ///< everything that the plan draws was drawn
    bool needsMore = false;   ///< uploads were put off to the next frame
};

/// What a surface draws for: the view.
class FrameClient {
public:
    virtual Frame describeFrame() = 0;
    virtual void frameDrawn(const FrameOutcome& outcome) = 0;
    /// OpenGL turned out to be unusable; the surface draws nothing.
    virtual void surfaceFailed() = 0;

protected:
    ~FrameClient() = default;
};

/// The widget that frames are drawn on.
class FrameSurface {
public:
    virtual ~FrameSurface() = default;

    virtual QWidget& widget() = 0;
    /// A pane with this table can be drawn in the very next frame.
    virtual bool isTableReady(const ColorTable& table) const = 0;
    /// Draws a frame and returns it, device pixels.
    virtual QImage grabFrame() = 0;
};

}
