#pragma once

#include <memory>

#include <QObject>

#include "DemoMaker.h"
#include "MainWindow.h"
#include "PaneSet.h"
#include "SlideSession.h"

namespace isostain {

/// One window with what it alone shows: its slide and its panes. GUI thread only.
class ViewerWindow : public QObject {
    Q_OBJECT

public:
    /// `number` tells windows apart; `session` is the file that what it shows is kept in. Everything of `services` outlives the
    /// window.
    ViewerWindow(const ViewerServices& services, int number, const QString& session, const QString& demoFolder);

    SlideSession& slides() { return m_slides; }
    PaneSet& panes() { return m_panes; }
    MainWindow& window() { return *m_window; }
    int number() const { return m_number; }

private:
    int m_number;
    SlideSession m_slides;
    PaneSet m_panes;
    DemoMaker m_demo;
    std::unique_ptr<MainWindow> m_window;
};

}
