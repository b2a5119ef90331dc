#include "PaneMenu.h"

#include <QActionGroup>

#include "ViewerPane.h"
#include "panels/ProfilePicker.h"

namespace isostain {

PaneMenu::PaneMenu(ViewerPane& pane, QWidget* parent) : QMenu(parent), m_pane(pane), m_profiles(new ProfileMenu(this))
{
    setToolTipsVisible(true);
    addMenu(m_profiles);
    addSeparator();
    auto* group = new QActionGroup(this);
    for (const PaneViewRow& row : paneViews()) {
        QAction* action = addAction(titleOf(row.view), this, [this, view = row.view] { m_pane.setView(view); });
        action->setCheckable(true);
        group->addAction(action);
        m_views.push_back(action);
    }
    addSeparator();
    addAction(tr("&Open a Second Scan of This Glass…"), this, &PaneMenu::secondScanRequested);
    m_align = addAction(tr("&Align the Second Scan…"), this, &PaneMenu::alignmentRequested);
    m_loadAlignment = addAction(tr("&Load an Alignment…"), this, &PaneMenu::alignmentLoadRequested);
    m_saveAlignment = addAction(tr("Sa&ve the Alignment…"), this, &PaneMenu::alignmentSaveRequested);
    addSeparator();
    addAction(tr("&Close This Pane"), this, &PaneMenu::closeRequested);
    // Queued: the menu is rebuilt only after the click that came from it is over.
    connect(m_profiles, &ProfileMenu::picked, &pane, &ViewerPane::pick, Qt::QueuedConnection);
    connect(this, &QMenu::aboutToShow, this, &PaneMenu::refresh);
    connect(&pane, &ViewerPane::changed, this, &PaneMenu::refresh);
    refresh();
}

QAction* PaneMenu::viewAction(PaneView view) const
{
    return m_views[static_cast<std::size_t>(view)];
}

void PaneMenu::refresh()
{
    for (const PaneViewRow& row : paneViews()) {
        QAction* action = viewAction(row.view);
        const QString obstacle = m_pane.obstacleTo(row.view);
        action->setEnabled(obstacle.isEmpty());
        action->setToolTip(obstacle);
        action->setChecked(row.view == m_pane.view());
    }
    const bool isScan = m_pane.view() == PaneView::SecondScan;
    m_align->setEnabled(isScan);
    m_loadAlignment->setEnabled(isScan);
    m_saveAlignment->setEnabled(isScan && m_pane.placement());
    m_saveAlignment->setToolTip(m_pane.placement() || !isScan ? QString() : tr("Align the scan first."));
}

}
