#include "export/ExportSlideList.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "panels/ErrorText.h"
#include "panels/ThemedIcon.h"

namespace isostain {

namespace {

constexpr int kNameColumn = 0;
constexpr int kStateColumn = 1;
constexpr int kFileRole = Qt::UserRole;
constexpr int kStateRole = Qt::UserRole + 1;

}

ExportSlideList::ExportSlideList(QWidget* parent) : QWidget(parent)
{
    m_tree = new QTreeWidget;
    m_tree->setObjectName(QStringLiteral("exportSlides"));
    m_tree->setAccessibleName(tr("Slides to export"));
    m_tree->setHeaderLabels({tr("Slide"), tr("State")});
    m_tree->setRootIsDecorated(false);
    m_tree->setAlternatingRowColors(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setWordWrap(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setSectionResizeMode(kNameColumn, QHeaderView::Interactive);
    m_tree->header()->resizeSection(kNameColumn, 240);
    m_tree->header()->setStretchLastSection(true);

    m_add = new QPushButton(tr("&Add Slides…"));
    m_remove = new QPushButton(tr("&Remove"));
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_tree, 1);
    row->addLayout(buttons);

    setAcceptDrops(true);
    connect(m_add, &QPushButton::clicked, this, &ExportSlideList::chooseSlides);
    connect(m_remove, &QPushButton::clicked, this, &ExportSlideList::removeSelected);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &ExportSlideList::updateButtons);
    updateButtons();
}

void ExportSlideList::addSlides(const QStringList& fileNames)
{
    QStringList known = slides();
    for (const QString& each : fileNames) {
        const QString fileName = QDir::cleanPath(each);
        if (known.contains(fileName))
            continue;
        known << fileName;
        auto* item = new QTreeWidgetItem(m_tree);
        item->setText(kNameColumn, QFileInfo(fileName).fileName());
        item->setToolTip(kNameColumn, QDir::toNativeSeparators(fileName));
        item->setData(kNameColumn, kFileRole, fileName);
        item->setTextAlignment(kNameColumn, Qt::AlignTop | Qt::AlignLeft);
        showWaiting(count() - 1);
    }
    emit changed();
}

QStringList ExportSlideList::slides() const
{
    QStringList fileNames;
    for (int i = 0; i < count(); ++i)
        fileNames << m_tree->topLevelItem(i)->data(kNameColumn, kFileRole).toString();
    return fileNames;
}

int ExportSlideList::count() const
{
    return m_tree->topLevelItemCount();
}

ExportSlideList::State ExportSlideList::stateOf(int index) const
{
    return static_cast<State>(m_tree->topLevelItem(index)->data(kStateColumn, kStateRole).toInt());
}

bool ExportSlideList::isDone(int index) const
{
    return stateOf(index) == State::Done;
}

int ExportSlideList::failedCount() const
{
    int failed = 0;
    for (int i = 0; i < count(); ++i)
        failed += stateOf(i) == State::Failed ? 1 : 0;
    return failed;
}

void ExportSlideList::setEditing(Editing editing)
{
    m_editing = editing;
    setAcceptDrops(editing == Editing::Allowed);
    updateButtons();
}

void ExportSlideList::resetStates()
{
    for (int i = 0; i < count(); ++i)
        showWaiting(i);
}

void ExportSlideList::showWaiting(int index)
{
    showState(index, State::Waiting, tr("Waiting"));
}

void ExportSlideList::showRunning(int index)
{
    showState(index, State::Running, tr("Exporting…"));
    m_tree->scrollToItem(m_tree->topLevelItem(index));
}

void ExportSlideList::showCancelled(int index)
{
    showState(index, State::Cancelled, tr("Cancelled"));
}

void ExportSlideList::showResult(int index, const ExportResult& result)
{
    if (result.error && result.error->code == ErrorCode::Cancelled) {
        showCancelled(index);
    } else if (result.error) {
        showState(index, State::Failed, errorText(*result.error), errorDetail(*result.error));
    } else {
        const QString size = locale().formattedDataSize(static_cast<qint64>(result.outputBytes), 1, QLocale::DataSizeTraditionalFormat);
        showState(index, State::Done, tr("Done: %1 in %2 s").arg(size, locale().toString(result.duration.count(), 'f', 1)),
                  QDir::toNativeSeparators(QString::fromStdString(result.item.output.string())));
    }
}

void ExportSlideList::showState(int index, State state, const QString& text, const QString& detail)
{
    QTreeWidgetItem* item = m_tree->topLevelItem(index);
    item->setData(kStateColumn, kStateRole, static_cast<int>(state));
    item->setText(kStateColumn, text);
    item->setToolTip(kStateColumn, detail);
    item->setIcon(kStateColumn, state == State::Failed ? themedIcon(QStringLiteral("warning")) : QIcon());
}

void ExportSlideList::chooseSlides()
{
    auto* dialog = new QFileDialog(this, tr("Add Slides"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    if (count() > 0)
        dialog->setDirectory(QFileInfo(slides().constLast()).path());
    connect(dialog, &QFileDialog::filesSelected, this, &ExportSlideList::addSlides);
    dialog->open();
}

void ExportSlideList::removeSelected()
{
    qDeleteAll(m_tree->selectedItems());
    emit changed();
}

void ExportSlideList::updateButtons()
{
    m_add->setEnabled(m_editing == Editing::Allowed);
    m_remove->setEnabled(m_editing == Editing::Allowed && !m_tree->selectedItems().isEmpty());
}

void ExportSlideList::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ExportSlideList::dropEvent(QDropEvent* event)
{
    QStringList fileNames;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            fileNames << url.toLocalFile();
    addSlides(fileNames);
}

}
