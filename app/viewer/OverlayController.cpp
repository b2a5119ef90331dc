#include "OverlayController.h"

#include <QAction>
#include <QSettings>

#include "ViewerActions.h"
#include "compare/CompareView.h"
#include "overview/ViewOverlays.h"

namespace isostain {

namespace {

const QString kOverviewKey = QStringLiteral("view/overview");
const QString kScaleBarKey = QStringLiteral("view/scaleBar");

}

OverlayController::OverlayController(ViewerActions& actions, CompareView& view, Background& background, QSettings& store)
    : QObject(&view),
      m_overlays(new ViewOverlays(view, background))
{
    const auto bind = [this, overlays = m_overlays, &store](QAction* action, const QString& key, void (ViewOverlays::*show)(bool)) {
        connect(action, &QAction::toggled, overlays, [overlays, &store, key, show](bool shown) {
            (overlays->*show)(shown);
            store.setValue(key, shown);
        });
        const bool shown = store.value(key, true).toBool();
        action->setChecked(shown);
        (overlays->*show)(shown);
    };
    bind(actions.overview, kOverviewKey, &ViewOverlays::setNavigatorShown);
    bind(actions.scaleBar, kScaleBarKey, &ViewOverlays::setScaleBarShown);
}

}
