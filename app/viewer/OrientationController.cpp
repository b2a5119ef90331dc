#include "OrientationController.h"

#include <functional>

#include <QAction>
#include <QLocale>
#include <QPushButton>

#include "ViewerActions.h"
#include "compare/CompareView.h"
#include "overview/ViewOverlays.h"

namespace isostain {

namespace {

constexpr double kQuarter = 90;
constexpr double kStep = 5;

}

OrientationController::OrientationController(ViewerActions& actions, CompareView& view, ViewOverlays& overlays)
    : QObject(&view),
      m_view(view),
      m_actions(actions),
      m_chip(overlays.addChip())
{
    m_chip->setObjectName(QStringLiteral("orientationChip"));
    m_chip->setToolTip(tr("Shows the slide upright again"));
    const auto bind = [this](QAction* action, const std::function<ViewOrientation(const ViewOrientation&)>& change) {
        connect(action, &QAction::triggered, this, [this, change] { m_view.setOrientation(change(m_view.viewport().orientation)); });
    };
    bind(actions.rotateLeft, [](const ViewOrientation& now) { return now.turnedBy(-kQuarter); });
    bind(actions.rotateRight, [](const ViewOrientation& now) { return now.turnedBy(kQuarter); });
    bind(actions.turnLeft, [](const ViewOrientation& now) { return now.turnedBy(-kStep); });
    bind(actions.turnRight, [](const ViewOrientation& now) { return now.turnedBy(kStep); });
    bind(actions.flipHorizontally, [](const ViewOrientation& now) { return now.flippedHorizontally(); });
    bind(actions.flipVertically, [](const ViewOrientation& now) { return now.flippedVertically(); });
    bind(actions.upright, [](const ViewOrientation&) { return ViewOrientation(); });
    connect(m_chip, &QPushButton::clicked, actions.upright, &QAction::trigger);
    connect(&view, &CompareView::viewportChanged, this, &OrientationController::showState);
    connect(&view, &CompareView::slideChanged, this, &OrientationController::showState);
    showState();
}

void OrientationController::showState()
{
    const ViewOrientation& now = m_view.viewport().orientation;
    for (QAction* action : {m_actions.rotateLeft, m_actions.rotateRight, m_actions.turnLeft, m_actions.turnRight,
                            m_actions.flipHorizontally, m_actions.flipVertically})
        action->setEnabled(m_view.slide() != nullptr);
    m_actions.upright->setEnabled(m_view.slide() && !now.isUpright());
    m_chip->setVisible(!now.isUpright());
    if (now.isUpright())
        return;
    const QString angle = tr("Turned by %1°").arg(QLocale().toString(now.degrees, 'f', now.degrees == qRound(now.degrees) ? 0 : 1));
    const QString text = !now.isMirrored ? angle : now.degrees == 0 ? tr("Mirrored") : tr("Mirrored, %1").arg(angle.toLower());
    m_chip->setText(text + QStringLiteral("  ×"));
    m_chip->setAccessibleName(text);
}

}
