#include "ViewerWindow.h"

namespace isostain {

ViewerWindow::ViewerWindow(const ViewerServices& services, int number, const QString& session, const QString& demoFolder)
    : m_number(number),
      m_slides(services.background, openSlide),
      m_panes({services.background, m_slides, services.cache, openSlide, services.networkScheduler, services.networks}),
      m_demo(services.background, demoFolder),
      m_window(std::make_unique<MainWindow>(ViewerContext{services, m_slides, m_panes, m_demo, session}))
{
}

}
