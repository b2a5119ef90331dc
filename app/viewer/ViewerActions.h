#pragma once

#include <vector>

#include <QObject>

#include "compare/PaneLayout.h"

class QAction;
class QWidget;

namespace isostain {

/// Every command of the window with its text, shortcut and icon, but not what it does: menus, toolbar, and the list of
/// shortcuts derive from this one place. GUI thread only.
class ViewerActions : public QObject {
    Q_OBJECT

public:
    /// Shortcuts work in the whole of `window`, also while its menus are hidden.
    explicit ViewerActions(QWidget* window);

    /// The magnifications of the number keys: 1.25x is `2`, up to 40x at `7`; `1` is one screen pixel per slide pixel.
    struct Magnification {
        double power;
        QAction* action;
    };

    struct Arrangement {
        PaneArrangement arrangement;
        QAction* action;
    };

    QAction* open;
    QAction* exportSlide;
    QAction* properties;
    QAction* closeSlide;
    QAction* settings;
    QAction* quit;
    QAction* sideBySide;
    QAction* curtain;
    QAction* single;
    QAction* addPane;
    QAction* nextPane;
    QAction* closePane;
    std::vector<Arrangement> arrangements; ///< in the order of paneArrangements(); one is checked
    QAction* grayProfile;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* fit;
    QAction* actualPixels;
    std::vector<Magnification> magnifications;
    QAction* fullScreen;
    QAction* leaveFullScreen;
    QAction* normalize;
    QAction* manageProfiles;
    QAction* makeDemo;
    QAction* shortcuts;
    QAction* about;

    /// For the list of shortcuts.
    std::vector<QAction*> all() const;

private:
    QAction* add(const QString& text, const char* icon, const QList<QKeySequence>& keys);

    QWidget* m_window;
    std::vector<QAction*> m_all;
};

}
