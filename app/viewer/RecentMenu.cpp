#include "RecentMenu.h"

#include <QDir>
#include <QFileInfo>

#include "RecentFiles.h"
#include "panels/Mnemonics.h"

namespace isostain {

RecentMenu::RecentMenu(RecentFiles& recent, QWidget* parent) : SteadyMenu(parent), m_recent(recent)
{
    setTitle(tr("Open &Recent"));
    setToolTipsVisible(true);
    connect(&recent, &RecentFiles::changed, this, [this] { whenClosed([this] { rebuild(); }); });
    connect(this, &QMenu::aboutToShow, &recent, &RecentFiles::refresh);
    rebuild();
}

void RecentMenu::rebuild()
{
    clear();
    for (const QString& path : m_recent.paths()) {
        const QString name = withEscapedMnemonics(QFileInfo(path).fileName());
        const bool isMissing = m_recent.isMissing(path);
        QAction* action = addAction(isMissing ? tr("%1 (not found)").arg(name) : name);
        action->setEnabled(!isMissing);
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { emit chosen(path); });
    }
    addSeparator();
    // Queued: clearing rebuilds the menu, which deletes the entry that was clicked.
    QAction* clearList = addAction(tr("&Clear List"));
    connect(clearList, &QAction::triggered, &m_recent, &RecentFiles::clear, Qt::QueuedConnection);
    setEnabled(!m_recent.paths().isEmpty());
}

}
