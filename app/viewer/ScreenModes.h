#pragma once

#include <vector>

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace isostain {

class ViewerActions;

/// Full screen, which hides menus and tools, and presentation, which also hides whatever may name a patient: the title,
/// the status line and the docks. Escape leaves both. GUI thread only.
class ScreenModes : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the object. `tools` are hidden on a full screen, `names` in a presentation, too.
    ScreenModes(ViewerActions& actions, QMainWindow& window, std::vector<QWidget*> tools, std::vector<QWidget*> names);

    bool isPresenting() const { return m_isPresenting; }

signals:
    /// The window's title is to be told anew.
    void presentationChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setFullScreen(bool wanted);
    void setPresenting(bool wanted);
    void hideDocks();
    void showState();

    ViewerActions& m_actions;
    QMainWindow& m_window;
    std::vector<QWidget*> m_tools;
    std::vector<QWidget*> m_names;
    std::vector<QDockWidget*> m_docks; ///< that are hidden for the presentation
    bool m_isPresenting = false;
};

}
