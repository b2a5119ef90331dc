#include "GrayProfileDock.h"

#include <QAction>

#include "compare/CompareView.h"
#include "profile/GrayProfileController.h"
#include "profile/ProfilePlot.h"

namespace isostain {

GrayProfileDock::GrayProfileDock(CompareView& view, TileCache& cache, TileScheduler& scheduler, QAction& action,
                                 QWidget* parent)
    : QDockWidget(tr("Gray Value Profile"), parent),
      m_view(view),
      m_action(action),
      m_plot(new ProfilePlot),
      m_controller(new GrayProfileController(view, cache, scheduler, *m_plot, m_plot))
{
    setObjectName(QStringLiteral("grayProfileDock"));
    setWidget(m_plot);
    hide();
    connect(&m_action, &QAction::toggled, this, &GrayProfileDock::followAction);
    connect(this, &QDockWidget::visibilityChanged, this, [this] {
        if (isHidden())
            m_action.setChecked(false);
    });
    connect(&m_view, &CompareView::toolChanged, this, [this](ViewTool tool) {
        // The dock stays: what was measured can be read while the picture is moved with another tool.
        if (tool == ViewTool::Line)
            m_action.setChecked(true);
    });
}

GrayProfileDock::~GrayProfileDock() = default;

bool GrayProfileDock::isSettled() const
{
    return isHidden() || m_controller->isSettled();
}

void GrayProfileDock::followAction(bool isWanted)
{
    setVisible(isWanted);
    if (isWanted)
        m_view.setTool(ViewTool::Line);
    else if (m_view.tool() == ViewTool::Line)
        m_view.setTool(ViewTool::Pan);
}

}
