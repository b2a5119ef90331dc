#pragma once

#include <optional>
#include <vector>

#include <QByteArray>
#include <QString>

#include "PaneView.h"
#include "compare/PaneLayout.h"
#include "tiles/Viewport.h"

namespace isostain {

/// What a window shows, to be shown again: the slide, where, and the panes. Pure value.
struct ViewerState {
    struct Pane {
        QString profile; ///< as NormalizerSession::pick() takes it; empty: none
        PaneView view = PaneView::Normalized;
        QString secondScan; ///< file; empty: none

        bool operator==(const Pane&) const = default;
    };

    QString slide; ///< file; empty: none
    cv::Point2d center;
    double zoom = 0; ///< 0: the whole slide
    ViewOrientation orientation;
    CompareMode mode = CompareMode::SideBySide;
    std::vector<Pane> panes; ///< beside the source
    int mainPane = 0;

    bool operator==(const ViewerState&) const = default;
};

/// One JSON object, and back; nothing where it is not one of ours.
QByteArray toJson(const ViewerState& state);
std::optional<ViewerState> viewerStateFromJson(const QByteArray& json);

}
