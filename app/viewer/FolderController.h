#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;
class QSettings;

namespace isostain {

class Background;
class FolderPanel;
class SlideSession;
class ViewerActions;

/// The list of the slides that lie beside the one that is open, in a dock. GUI thread only.
class FolderController : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the controller, which belongs to `window`.
    FolderController(ViewerActions& actions, SlideSession& slides, Background& background, QSettings& settings,
                     QMainWindow& window);

private:
    void followSlide();
    void chooseFolder();

    SlideSession& m_slides;
    QSettings& m_settings;
    QMainWindow& m_window;
    FolderPanel* m_panel;
    QDockWidget* m_dock;
};

}
