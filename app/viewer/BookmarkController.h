#pragma once

#include <QObject>

#include "Bookmarks.h"

class QDockWidget;
class QListWidget;
class QMainWindow;
class QMenu;
class QToolButton;

namespace isostain {

class CompareView;
class KeptFileWriter;
class SlideSession;
class ViewerActions;

/// Bookmarks in the window: their menu and their list, where they are gone to, renamed and deleted. GUI thread only.
class BookmarkController : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the controller, which belongs to `window`.
    BookmarkController(ViewerActions& actions, CompareView& view, SlideSession& slides, Background& background,
                       KeptFileWriter& writer, const QString& folder, QMainWindow& window);

    QMenu& menu() { return *m_menu; }

private:
    void addHere();
    void goTo(int index);
    void fill();
    QWidget* makePanel();
    void showButtons();

    ViewerActions& m_actions;
    CompareView& m_view;
    Bookmarks m_bookmarks;
    QMenu* m_menu;
    QDockWidget* m_dock;
    QListWidget* m_list;
    QToolButton* m_go;
    QToolButton* m_rename;
    QToolButton* m_remove;
    QToolButton* m_undo;
    bool m_isFilling = false;
};

}
