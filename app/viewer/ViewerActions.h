#pragma once

#include <vector>

#include <QObject>

#include "annotate/AnnotationDrawing.h"
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

    struct Drawing {
        DrawingTool tool;
        QAction* action;
    };

    QAction* open;
    QAction* exportSlide;
    QAction* properties;
    QAction* newWindow;
    QAction* closeSlide;
    QAction* settings;
    QAction* quit;
    QAction* copyView;
    QAction* saveView;
    QAction* sideBySide;
    QAction* curtain;
    QAction* single;
    QAction* addPane;
    QAction* nextPane;
    QAction* closePane;
    std::vector<Arrangement> arrangements; ///< in the order of paneArrangements(); one is checked
    QAction* grayProfile;
    QAction* overview;
    QAction* scaleBar;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* fit;
    QAction* actualPixels;
    std::vector<Magnification> magnifications;
    QAction* rotateLeft;
    QAction* rotateRight;
    QAction* turnLeft;
    QAction* turnRight;
    QAction* flipHorizontally;
    QAction* flipVertically;
    QAction* upright;
    QAction* folderList;
    QAction* addBookmark;
    QAction* bookmarkList;
    QAction* display;
    QAction* undo;
    QAction* redo;
    QAction* pan;
    std::vector<Drawing> drawingTools;
    QAction* annotationList;
    QAction* annotationsShown;
    QAction* loadAnnotations;
    QAction* saveAnnotations;
    QAction* fullScreen;
    QAction* presentation;
    QAction* leaveFullScreen;
    QAction* normalize;
    QAction* manageProfiles;
    QAction* train;
    QAction* pastTrainings;
    QAction* resumeTraining;
    QAction* makeDemo;
    QAction* help;
    QAction* shortcuts;
    QAction* about;

    /// For the list of shortcuts; each has a name of its own.
    std::vector<QAction*> all() const;

private:
    /// `name` is the action's object name, which its shortcuts are kept under.
    QAction* add(const QByteArray& name, const QString& text, const char* icon, const QList<QKeySequence>& keys);

    QWidget* m_window;
    std::vector<QAction*> m_all;
};

}
