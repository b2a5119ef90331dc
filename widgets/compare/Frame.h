#pragma once

#include <optional>
#include <vector>

#include <QImage>
#include <QRect>
#include <opencv2/core/matx.hpp>

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
inline constexpr QRgb kMainPaneFrame = 0xD8D8D8;
inline constexpr QRgb kHatchDark = 0x8C8C8C;
inline constexpr QRgb kHatchLight = 0x9A9A9A;
/// Missing tiles: stripes of this many device pixels at 45 degrees.
inline constexpr int kHatchStripe = 8;
}

/// A slide as a frame shows it: the view's own, one of the same geometry, or a second scan placed by an affine transform.
struct FrameLayer {
    SlidePtr slide;
    /// In the slide's own level-0 pixels: that of the view, or, for a placed slide, one of its own that encloses what a pane
    /// shows of it.
    Viewport viewport;
    FramePlan plan;
    /// Of a placed slide: a pane's device pixels (borders, not centers) to the slide's level-0 pixels.
    std::optional<cv::Matx23d> placement;
    /// Where nothing of this slide is there yet, the first layer shows, marked.
    bool hasSourceUnderneath = false;
};

/// One pane as it is to be drawn; device pixels from the view's top left corner.
struct FramePane {
    QRect rect;
    QPoint viewportCorner;
    int layer = 0;       ///< index in Frame::layers
    ColorTablePtr table; ///< null: as it is
};

/// An area of one color, 0xRRGGBB; device pixels.
struct FrameFill {
    QRect rect;
    QRgb color = 0;
};

/// Something painted over the panes: a label, the divider. Premultiplied ARGB, device pixels.
struct Decoration {
    QPoint position;
    QImage image;
};

/// Everything that a frame shows. The surfaces draw it and know nothing else.
struct Frame {
    QSize size;                        ///< device pixels
    std::vector<FrameLayer> layers;    ///< the view's slide first; none: only the canvas
    std::vector<FramePane> panes;      ///< on the canvas's background
    std::vector<FrameFill> fills;      ///< outside the panes, in painting order
    std::vector<ColorTablePtr> tables; ///< to be kept ready: those of the panes and those about to be shown
    std::vector<Decoration> decorations;
};

/// Whether the first layer is needed underneath this one.
bool showsSourceUnderneath(const FrameLayer& layer);
/// Whether some pane shows the layer, itself or marked underneath another.
bool isLayerShown(const Frame& frame, int layer);

struct FrameOutcome {
    bool isComplete = true; ///< everything that the plan draws was drawn
    bool needsMore = false; ///< uploads were put off to the next frame
};

/// Screen: what widgets over the view show already is left out. Picture: everything.
enum class FramePurpose { Screen, Picture };

/// What a surface draws for: the view.
class FrameClient {
public:
    virtual Frame describeFrame(FramePurpose purpose) = 0;
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
    /// The next paint event draws a new frame; others may show the last one again.
    virtual void requestFrame() = 0;
    /// A pane with this table can be drawn in the very next frame.
    virtual bool isTableReady(const ColorTable& table) const = 0;
    /// Draws a FramePurpose::Picture and returns it, device pixels.
    virtual QImage grabFrame() = 0;
};

}
