#pragma once

#include <QObject>

class QPushButton;

namespace isostain {

class CompareView;
class ViewOverlays;
class ViewerActions;

/// Turning and mirroring the view: the commands, and a note over the view while it is not upright, which ends that with a
/// click. GUI thread only.
class OrientationController : public QObject {
    Q_OBJECT

public:
    /// The view owns the controller.
    OrientationController(ViewerActions& actions, CompareView& view, ViewOverlays& overlays);

private:
    void showState();

    CompareView& m_view;
    ViewerActions& m_actions;
    QPushButton* m_chip;
};

}
