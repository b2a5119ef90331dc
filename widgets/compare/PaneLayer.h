#pragma once

#include <vector>

#include <QKeyEvent>

#include <opencv2/core/types.hpp>

#include "compare/Frame.h"
#include "tiles/Viewport.h"

namespace isostain {

/// Where the mouse is on the view's slide, and how far off it still takes hold of things; level-0 pixels.
struct LayerPointer {
    cv::Point2d level0;
    double reach = 0;
    Qt::KeyboardModifiers modifiers;
};

/// Something that a view paints over every pane and that has the left mouse button with ViewTool::Layer. The view says where
/// things are; what they are only the layer knows. GUI thread only.
class PaneLayer {
public:
    virtual ~PaneLayer() = default;

    /// What it paints over one pane: device pixels from the pane's top left corner, within the pane.
    virtual std::vector<Decoration> paint(const Viewport& viewport, double devicePixelRatio) = 0;

    virtual void press(const LayerPointer& pointer) = 0;
    /// With the button held.
    virtual void drag(const LayerPointer& pointer) = 0;
    /// Without.
    virtual void hover(const LayerPointer& pointer) = 0;
    virtual void release(const LayerPointer& pointer) = 0;
    virtual void doubleClick(const LayerPointer& pointer) = 0;
    virtual Qt::CursorShape cursorAt(const LayerPointer& pointer) const = 0;

    /// Whether a key is for it, while the view has the focus and the tool is ViewTool::Layer; before any shortcut.
    virtual bool takesKey(const QKeyEvent& event) const = 0;
    virtual void key(const QKeyEvent& event) = 0;
};

}
