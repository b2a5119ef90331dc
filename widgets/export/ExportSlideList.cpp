#include "export/ExportSlideList.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "export/ExportStateDelegate.h"
#include "handover/Background.h"
#include "panels/PathText.h"

namespace isostain {

ExportSlideList::ExportSlideList(Background& background, QWidget* parent)
    : QWidget(parent),
      m_background(background),
      m_queue(new ExportQueue(this))
{
    makeTable();
    m_add = new QPushButton(tr("&Add Slides…"));
    m_addFolder = new QPushButton(tr("Add F&older…"));
    m_addFolder->setToolTip(tr("Adds every slide in a folder and in the folders below it"));
    m_remove = new QPushButton(tr("Re&move"));
    m_open = new QPushButton(tr("Open Res&ult"));
    m_open->setObjectName(QStringLiteral("openResult"));
    m_open->setToolTip(tr("Shows the exported slide in the viewer"));
    auto* buttons = new QVBoxLayout;
    for (QPushButton* button : {m_add, m_addFolder, m_remove, m_open}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addLayout(buttons);

    setAcceptDrops(true);
    connect(m_add, &QPushButton::clicked, this, &ExportSlideList::chooseSlides);
    connect(m_addFolder, &QPushButton::clicked, this, &ExportSlideList::chooseFolder);
    connect(m_remove, &QPushButton::clicked, this, &ExportSlideList::removeSelected);
    connect(m_open, &QPushButton::clicked, this, &ExportSlideList::openSelected);
    connect(m_table, &QTableView::doubleClicked, this, &ExportSlideList::openSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExportSlideList::updateState);
    connect(m_queue, &ExportQueue::changed, this, &ExportSlideList::updateState);
    updateState();
}

void ExportSlideList::makeTable()
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("exportSlides"));
    m_table->setAccessibleName(tr("Slides to export"));
    m_table->setModel(m_queue);
    m_table->setItemDelegate(new ExportStateDelegate(m_table));
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // a sentence may take several lines
    m_table->horizontalHeader()->resizeSection(ExportQueue::NameColumn, 260);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);

    m_hint = new QLabel(tr("Drop slides or folders of slides here"), m_table->viewport());
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_table->viewport()->installEventFilter(this);
}

void ExportSlideList::addPaths(const QStringList& slidesAndFolders)
{
    std::vector<std::filesystem::path> paths;
    for (const QString& each : slidesAndFolders)
        paths.push_back(toPath(each));
    if (paths.empty())
        return;
    ++m_searches;
    emit searching();
    m_background.run(
        this, [paths] { return findSlides(paths); },
        [this](const Result<std::vector<std::filesystem::path>>& found) { takeFound(found); });
}

void ExportSlideList::takeFound(const Result<std::vector<std::filesystem::path>>& found)
{
    --m_searches;
    const int before = m_queue->count();
    // An export that began meanwhile keeps its list.
    if (found && m_editing == Editing::Allowed) {
        QStringList slides;
        for (const std::filesystem::path& slide : *found)
            slides << toFileName(slide);
        m_queue->add(slides);
    }
    if (!found)
        emit failed(found.error());
    else if (m_searches == 0)
        emit searched(m_queue->count() - before);
}

void ExportSlideList::setEditing(Editing editing)
{
    m_editing = editing;
    setAcceptDrops(editing == Editing::Allowed);
    updateState();
}

void ExportSlideList::showRow(int row)
{
    m_table->scrollTo(m_queue->index(row, ExportQueue::NameColumn));
}

void ExportSlideList::chooseSlides()
{
    auto* dialog = new QFileDialog(this, tr("Add Slides"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    if (m_queue->count() > 0)
        dialog->setDirectory(QFileInfo(m_queue->slides().constLast()).path());
    connect(dialog, &QFileDialog::filesSelected, this, &ExportSlideList::addPaths);
    dialog->open();
}

void ExportSlideList::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Add a Folder of Slides"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    if (m_queue->count() > 0)
        dialog->setDirectory(QFileInfo(m_queue->slides().constLast()).path());
    connect(dialog, &QFileDialog::filesSelected, this, &ExportSlideList::addPaths);
    dialog->open();
}

std::vector<int> ExportSlideList::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    return rows;
}

void ExportSlideList::removeSelected()
{
    m_queue->remove(selectedRows());
}

void ExportSlideList::openSelected()
{
    const std::vector<int> rows = selectedRows();
    if (rows.size() == 1 && !m_queue->outputOf(rows.front()).isEmpty())
        emit openRequested(m_queue->outputOf(rows.front()));
}

void ExportSlideList::updateState()
{
    const std::vector<int> rows = selectedRows();
    const bool isAllowed = m_editing == Editing::Allowed;
    m_add->setEnabled(isAllowed);
    m_addFolder->setEnabled(isAllowed);
    m_remove->setEnabled(isAllowed && !rows.empty());
    m_open->setEnabled(rows.size() == 1 && !m_queue->outputOf(rows.front()).isEmpty());
    m_hint->setVisible(m_queue->count() == 0);
}

bool ExportSlideList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        m_hint->setGeometry(m_table->viewport()->rect());
    return QWidget::eventFilter(watched, event);
}

void ExportSlideList::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ExportSlideList::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    event->acceptProposedAction();
    addPaths(paths);
}

}
