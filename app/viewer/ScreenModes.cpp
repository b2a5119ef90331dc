#include "ScreenModes.h"

#include <utility>

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

#include "ViewerActions.h"

namespace isostain {

ScreenModes::ScreenModes(ViewerActions& actions, QMainWindow& window, std::vector<QWidget*> tools, std::vector<QWidget*> names)
    : QObject(&window),
      m_actions(actions),
      m_window(window),
      m_tools(std::move(tools)),
      m_names(std::move(names))
{
    window.installEventFilter(this);
    connect(actions.fullScreen, &QAction::triggered, this, &ScreenModes::setFullScreen);
    connect(actions.presentation, &QAction::triggered, this, &ScreenModes::setPresenting);
    connect(actions.leaveFullScreen, &QAction::triggered, this, [this] { setFullScreen(false); });
}

void ScreenModes::setFullScreen(bool wanted)
{
    m_window.setWindowState(m_window.windowState().setFlag(Qt::WindowFullScreen, wanted));
}

void ScreenModes::setPresenting(bool wanted)
{
    // Names are gone before the screen is full.
    m_isPresenting = wanted;
    hideDocks();
    showState();
    emit presentationChanged();
    setFullScreen(wanted);
}

bool ScreenModes::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowStateChange) {
        const bool ended = m_isPresenting && !m_window.isFullScreen();
        m_isPresenting = m_isPresenting && !ended;
        hideDocks();
        showState();
        if (ended)
            emit presentationChanged();
    }
    return QObject::eventFilter(watched, event);
}

void ScreenModes::hideDocks()
{
    if (!m_isPresenting) {
        for (QDockWidget* dock : std::exchange(m_docks, {}))
            dock->show();
        return;
    }
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        if (!dock->isHidden()) {
            m_docks.push_back(dock);
            dock->hide();
        }
}

void ScreenModes::showState()
{
    const bool isFull = m_window.isFullScreen() || m_isPresenting;
    m_actions.fullScreen->setChecked(isFull);
    m_actions.presentation->setChecked(m_isPresenting);
    m_actions.leaveFullScreen->setEnabled(isFull);
    for (QWidget* widget : m_tools)
        widget->setVisible(!isFull);
    for (QWidget* widget : m_names)
        widget->setVisible(!m_isPresenting);
}

}
