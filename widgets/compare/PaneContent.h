#pragma once

#include <QString>

#include "color/ColorTable.h"
#include "slide/Slide.h"
#include "tiles/SlideAlignment.h"
#include "tiles/TileScheduler.h"

namespace isostain {

/// What a pane with a slide of its own shows where no tile of it is there yet.
enum class PaneStandIn {
    Nothing, ///< the slide's background
    Source,  ///< the view's slide, grayed and darkened so that nobody takes it for the answer
};

/// What one pane shows: the view's slide or one of its own, through a table or as it is.
struct PaneContent {
    QString name = {};
    ColorTablePtr table = nullptr;
    /// Null: the view's slide. Tiles stay in the view's cache when the pane shows something else.
    SlidePtr slide = nullptr;
    /// From level-0 pixels of the view's slide to those of `slide`. Under the identity the slide is drawn exactly like the
    /// view's own (to the bit at whole magnifications), else through a bilinear filter, mapped first.
    SlideAlignment alignment = {};
    /// Only where `slide` has the size of the view's slide and the alignment is the identity.
    PaneStandIn standIn = PaneStandIn::Nothing;
    /// A remark behind the name, e.g. "preview"; empty for none.
    QString badge = {};
    /// Reads the slide's tiles into the view's cache, so that slow ones (networks) do not hold up the others; has to outlive
    /// the pane. Null: the view's scheduler.
    TileScheduler* scheduler = nullptr;
};

/// How far a pane has come.
enum class PaneState {
    Ready,      ///< shows its content, sharp or not
    Preparing,  ///< its table is on its way to the graphics card; shows what it showed before
    StandingIn, ///< the source stands in, in part or wholly
};

}
