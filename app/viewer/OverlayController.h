#pragma once

#include <QObject>

class QSettings;

namespace isostain {

class Background;
class CompareView;
class ViewOverlays;
class ViewerActions;

/// Overview and scale bar of a view, as the user last wanted them. GUI thread only.
class OverlayController : public QObject {
    Q_OBJECT

public:
    /// The view owns this object; everything else outlives it.
    OverlayController(ViewerActions& actions, CompareView& view, Background& background, QSettings& store);

    ViewOverlays& overlays() { return *m_overlays; }

private:
    ViewOverlays* m_overlays; ///< the view's
};

}
