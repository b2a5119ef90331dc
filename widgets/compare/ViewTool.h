#pragma once

namespace isostain {

/// What the left mouse button does in a CompareView. Wheel, middle button and keys move the picture with every tool.
enum class ViewTool {
    Pan,         ///< a drag moves the picture
    PickPoint,   ///< a click picks a point of a pane, see CompareView::pointPicked(); a drag still moves the picture
    Line,        ///< a drag draws a line
    Layer,       ///< is the view's PaneLayer's
};

}
