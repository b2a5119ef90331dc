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
#include <QTableWidget>
#include <QVBoxLayout>

#include "panels/ErrorText.h"
#include "panels/PathText.h"
#include "panels/ThemedIcon.h"

namespace isostain {

namespace {

constexpr int kNameColumn = 0;
constexpr int kStateColumn = 1;
constexpr int kFileRole = Qt::UserRole;
constexpr int kStateRole = Qt::UserRole;

}

ExportSlideList::ExportSlideList(QWidget* parent) : QWidget(parent)
{
    m_table = new QTableWidget(0, 2);
    m_table->setObjectName(QStringLiteral("exportSlides"));
    m_table->setAccessibleName(tr("Slides to export"));
    m_table->setHorizontalHeaderLabels({tr("Slide"), tr("State")});
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);   // a sentence may take several lines
    m_table->horizontalHeader()->resizeSection(kNameColumn, 240);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);

    m_add = new QPushButton(tr("&Add Slides…"));
    m_remove = new QPushButton(tr("&Remove"));
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addLayout(buttons);

    setAcceptDrops(true);
    connect(m_add, &QPushButton::clicked, this, &ExportSlideList::chooseSlides);
    connect(m_remove, &QPushButton::clicked, this, &ExportSlideList::removeSelected);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ExportSlideList::updateButtons);
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
        const int row = count();
        m_table->insertRow(row);
        for (const int column : {kNameColumn, kStateColumn}) {
            m_table->setItem(row, column, new QTableWidgetItem);
            m_table->item(row, column)->setTextAlignment(Qt::AlignTop | Qt::AlignLeft);
        }
        QTableWidgetItem* name = m_table->item(row, kNameColumn);
        name->setText(QFileInfo(fileName).fileName());
        name->setToolTip(QDir::toNativeSeparators(fileName));
        name->setData(kFileRole, fileName);
        showWaiting(row);
    }
    emit changed();
}

QStringList ExportSlideList::slides() const
{
    QStringList fileNames;
    for (int i = 0; i < count(); ++i)
        fileNames << m_table->item(i, kNameColumn)->data(kFileRole).toString();
    return fileNames;
}

int ExportSlideList::count() const
{
    return m_table->rowCount();
}

ExportSlideList::State ExportSlideList::stateOf(int index) const
{
    return static_cast<State>(m_table->item(index, kStateColumn)->data(kStateRole).toInt());
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
    m_table->scrollToItem(m_table->item(index, kNameColumn));
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
                  QDir::toNativeSeparators(toFileName(result.item.output)));
    }
}

void ExportSlideList::showState(int index, State state, const QString& text, const QString& detail)
{
    QTableWidgetItem* item = m_table->item(index, kStateColumn);
    item->setData(kStateRole, static_cast<int>(state));
    item->setText(text);
    item->setToolTip(detail);
    item->setIcon(state == State::Failed ? themedIcon(QStringLiteral("warning")) : QIcon());
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
    for (int row = count() - 1; row >= 0; --row)
        if (m_table->item(row, kNameColumn)->isSelected())
            m_table->removeRow(row);
    emit changed();
}

void ExportSlideList::updateButtons()
{
    m_add->setEnabled(m_editing == Editing::Allowed);
    m_remove->setEnabled(m_editing == Editing::Allowed && !m_table->selectedItems().isEmpty());
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
