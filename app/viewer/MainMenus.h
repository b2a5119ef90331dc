#pragma once

class QMainWindow;
class QMenu;
class QMenuBar;
class QToolBar;
class QWidget;

namespace isostain {

class ViewerActions;

/// Menus that parts of the window fill themselves.
struct PartMenus {
    QMenu& recent;
    QMenu& bookmarks;
    QMenu& profiles;
    QMenu& references;
};

/// Arranges the commands in the window's menus. GUI thread only, like the rest.
void makeMenus(QMenuBar& bar, const ViewerActions& actions, const PartMenus& parts);
/// Adds the tool bar to the window, which owns it.
QToolBar* makeToolBar(QMainWindow& window, const ViewerActions& actions, QWidget& profilePicker, QWidget& zoomBox);

}
