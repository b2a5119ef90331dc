#include "BookmarkController.h"

#include <QAction>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "SlideSession.h"
#include "ViewerActions.h"
#include "compare/CompareView.h"
#include "panels/Mnemonics.h"

namespace isostain {

namespace {

constexpr int kMostInMenu = 20;

}

BookmarkController::BookmarkController(ViewerActions& actions, CompareView& view, SlideSession& slides, Background& background,
                                       KeptFileWriter& writer, const QString& folder, QMainWindow& window)
    : QObject(&window),
      m_actions(actions),
      m_view(view),
      m_bookmarks(background, writer, folder),
      m_menu(new QMenu(tr("Boo&kmarks"), &window)),
      m_dock(new QDockWidget(tr("Bookmarks"), &window))
{
    m_dock->setObjectName(QStringLiteral("bookmarksDock"));
    m_dock->setWidget(makePanel());
    window.addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_dock->hide();
    connect(actions.addBookmark, &QAction::triggered, this, &BookmarkController::addHere);
    connect(actions.bookmarkList, &QAction::toggled, m_dock, &QWidget::setVisible);
    connect(m_dock, &QDockWidget::visibilityChanged, this, [this] { m_actions.bookmarkList->setChecked(!m_dock->isHidden()); });
    connect(&slides, &SlideSession::slideChanged, this, [this, &slides] { m_bookmarks.setSlide(slides.slide()); });
    connect(&m_bookmarks, &Bookmarks::changed, this, &BookmarkController::fill);
    fill();
}

QWidget* BookmarkController::makePanel()
{
    auto* panel = new QWidget;
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("bookmarkList"));
    m_list->setAccessibleName(tr("Bookmarks"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    const auto button = [](const QString& text, const QString& name) {
        auto* made = new QToolButton;
        made->setObjectName(name);
        made->setText(text);
        made->setAutoRaise(true);
        return made;
    };
    m_go = button(tr("&Go to"), QStringLiteral("goToBookmark"));
    m_rename = button(tr("Re&name"), QStringLiteral("renameBookmark"));
    m_remove = button(tr("De&lete"), QStringLiteral("deleteBookmark"));
    m_undo = button(tr("Un&do"), QStringLiteral("undoBookmark"));
    auto* row = new QHBoxLayout;
    for (QToolButton* each : {m_go, m_rename, m_remove, m_undo})
        row->addWidget(each);
    row->addStretch();
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(4, 4, 4, 4);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    connect(m_go, &QToolButton::clicked, this, [this] { goTo(m_list->currentRow()); });
    connect(m_rename, &QToolButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_bookmarks.remove(m_list->currentRow()); });
    connect(m_undo, &QToolButton::clicked, &m_bookmarks, &Bookmarks::undo);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { goTo(m_list->row(item)); });
    connect(m_list, &QListWidget::currentRowChanged, this, &BookmarkController::showButtons);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (m_isFilling)
            return;
        m_bookmarks.rename(m_list->row(item), item->text());
        fill(); // also where the name was none
    });
    return panel;
}

void BookmarkController::addHere()
{
    const Viewport& viewport = m_view.viewport();
    m_bookmarks.add({tr("Place %1").arg(m_bookmarks.list().size() + 1), viewport.center, viewport.zoom, viewport.orientation});
}

void BookmarkController::goTo(int index)
{
    if (index < 0 || std::size_t(index) >= m_bookmarks.list().size())
        return;
    const Bookmark& bookmark = m_bookmarks.list()[std::size_t(index)];
    Viewport viewport = m_view.viewport();
    viewport.center = bookmark.center;
    viewport.zoom = bookmark.zoom;
    viewport.orientation = bookmark.orientation;
    m_view.setViewport(viewport);
}

void BookmarkController::fill()
{
    m_isFilling = true;
    const int row = m_list->currentRow();
    m_list->clear();
    m_menu->clear();
    m_menu->addActions({m_actions.addBookmark, m_actions.bookmarkList});
    m_menu->addSeparator();
    int index = 0;
    for (const Bookmark& bookmark : m_bookmarks.list()) {
        auto* item = new QListWidgetItem(bookmark.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (index < kMostInMenu)
            m_menu->addAction(withEscapedMnemonics(bookmark.name), this, [this, index] { goTo(index); });
        ++index;
    }
    m_list->setCurrentRow(std::min(std::max(row, 0), m_list->count() - 1));
    m_isFilling = false;
    showButtons();
}

void BookmarkController::showButtons()
{
    const bool isAny = m_list->currentRow() >= 0;
    for (QToolButton* button : {m_go, m_rename, m_remove})
        button->setEnabled(isAny);
    m_undo->setEnabled(m_bookmarks.canUndo());
    m_actions.addBookmark->setEnabled(m_view.slide() != nullptr);
}

}
