#include "AlignmentController.h"

#include <QFileInfo>
#include <QKeyEvent>

#include "PaneController.h"
#include "compare/CompareView.h"
#include "panels/AlignmentPanel.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

QString nameOf(const SlidePtr& slide)
{
    return QFileInfo(toFileName(slide->info().path)).fileName();
}

}

AlignmentController::AlignmentController(AlignmentPanel& panel, PaneSet& panes, SlideSession& slides, CompareView& view,
                                         QObject* parent)
    : QObject(parent),
      m_panel(panel),
      m_panes(panes),
      m_slides(slides),
      m_view(view)
{
    m_panel.hide();
    m_view.installEventFilter(this);
    connect(&m_view, &CompareView::pointPicked, this, [this](int pane, const cv::Point2d& level0) {
        if (isActive())
            m_panel.addPoint(pane, level0);
    });
    connect(&m_panel, &AlignmentPanel::markersChanged, this, [this](const std::vector<PaneMarker>& markers) {
        if (isActive())
            m_view.setMarkers(markers);
    });
    connect(&m_panel, &AlignmentPanel::applied, this, [this](const ScanPlacement& placement) {
        const QPointer<ViewerPane> pane = m_pane;
        end();
        if (pane)
            pane->setPlacement(placement);
    });
    connect(&m_panel, &AlignmentPanel::cancelled, this, &AlignmentController::end);
    connect(&m_panes, &PaneSet::changed, this, &AlignmentController::endIfOutdated);
}

void AlignmentController::begin(ViewerPane& pane)
{
    if (pane.view() != PaneView::SecondScan || !pane.secondScan() || !m_slides.slide())
        return;
    end();
    m_pane = &pane;
    m_scan = pane.secondScan();
    m_paneCount = m_panes.count();
    m_view.setMode(CompareMode::SideBySide);
    m_view.setTool(ViewTool::PickPoint);
    AlignmentScans scans{nameOf(m_slides.slide()),
                         nameOf(m_scan),
                         {0},
                         PaneController::viewIndexOf(m_panes.indexOf(&pane)),
                         meanMpp(m_scan->info())};
    for (int i = 0; i < m_panes.count(); ++i)
        if (m_panes.pane(i).view() != PaneView::SecondScan)
            scans.firstPanes.push_back(PaneController::viewIndexOf(i));
    m_panel.begin(std::move(scans));
    m_panel.show();
}

void AlignmentController::end()
{
    if (!isActive() && m_panel.isHidden())
        return;
    m_pane = nullptr;
    m_scan.reset();
    m_panel.hide();
    m_view.setMarkers({});
    if (m_view.tool() == ViewTool::PickPoint)
        m_view.setTool(ViewTool::Pan);
}

bool AlignmentController::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isActive() || !isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        end();
    event->accept();
    return true;
}

void AlignmentController::endIfOutdated()
{
    if (m_panel.isHidden())
        return;
    if (!m_pane || m_pane->secondScan() != m_scan || m_pane->view() != PaneView::SecondScan || m_panes.count() != m_paneCount)
        end();
}

}
