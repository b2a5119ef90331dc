#include "annotate/AnnotationPanel.h"

#include <utility>

#include <QColorDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "annotate/AnnotationStore.h"
#include "annotate/AnnotationTableModel.h"
#include "annotate/AnnotationTexts.h"

namespace isostain {

AnnotationPanel::AnnotationPanel(AnnotationStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_model(new AnnotationTableModel(store, this)),
      m_table(new QTableView)
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Annotations"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(AnnotationTableModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(AnnotationTableModel::Class, QHeaderView::Interactive);
    m_table->horizontalHeader()->setSectionResizeMode(AnnotationTableModel::Size, QHeaderView::ResizeToContents);

    auto* buttons = new QHBoxLayout;
    const auto button = [&](const char* name, const QString& text, const QString& toolTip) {
        auto* made = new QToolButton;
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        made->setToolTip(toolTip);
        made->setAutoRaise(true);
        buttons->addWidget(made);
        return made;
    };
    m_go = button("goToAnnotation", tr("&Go To"), tr("Brings the annotation to the middle of the view"));
    m_color = button("annotationColor", tr("&Color…"), tr("Changes the color of the selected annotations"));
    m_lock = button("lockAnnotation", tr("&Lock"), tr("Keeps the selected annotation from being changed"));
    m_lock->setCheckable(true);
    m_delete = button("deleteAnnotation", tr("&Delete"), tr("Removes the selected annotations"));
    buttons->addStretch(1);
    QToolButton* load =
        button("loadAnnotations", tr("L&oad…"), tr("Adds the annotations of a GeoJSON file, as QuPath writes it"));
    m_save = button("saveAnnotations", tr("&Save…"), tr("Saves all annotations as GeoJSON, which QuPath opens"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(6);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);

    connect(m_go, &QToolButton::clicked, this, [this] { emit goRequested(m_store.current()); });
    connect(m_color, &QToolButton::clicked, this, &AnnotationPanel::chooseColor);
    connect(m_lock, &QToolButton::clicked, this, &AnnotationPanel::toggleLock);
    connect(m_delete, &QToolButton::clicked, &m_store, &AnnotationStore::removeSelected);
    connect(load, &QToolButton::clicked, this, &AnnotationPanel::loadRequested);
    connect(m_save, &QToolButton::clicked, this, &AnnotationPanel::saveRequested);
    auto* deletion = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    deletion->setContext(Qt::WidgetShortcut);
    connect(deletion, &QShortcut::activated, &m_store, &AnnotationStore::removeSelected);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AnnotationPanel::takeSelection);
    connect(&store, &AnnotationStore::selectionChanged, this, &AnnotationPanel::selectRows);
    connect(&store, &AnnotationStore::changed, this, &AnnotationPanel::selectRows);
    showButtons();
}

void AnnotationPanel::setSlide(SlidePtr slide)
{
    m_model->setSlide(std::move(slide));
    selectRows();
}

void AnnotationPanel::showButtons()
{
    const int current = m_store.current();
    const bool isLocked = current >= 0 && m_store.annotations()[std::size_t(current)]->isLocked;
    m_go->setEnabled(current >= 0);
    m_color->setEnabled(current >= 0 && !isLocked);
    m_lock->setEnabled(current >= 0);
    m_lock->setChecked(isLocked);
    m_delete->setEnabled(!m_store.selection().empty() && !isLocked);
    m_save->setEnabled(!m_store.annotations().empty());
}

void AnnotationPanel::selectRows()
{
    QItemSelection rows;
    for (const int index : m_store.selection())
        rows.select(m_model->index(index, 0), m_model->index(index, AnnotationTableModel::ColumnCount - 1));
    m_isSelecting = true;
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (m_store.current() >= 0)
        m_table->scrollTo(m_model->index(m_store.current(), 0));
    m_isSelecting = false;
    showButtons();
}

void AnnotationPanel::takeSelection()
{
    if (m_isSelecting)
        return;
    std::set<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.insert(index.row());
    m_store.select(std::move(rows));
}

void AnnotationPanel::chooseColor()
{
    const int current = m_store.current();
    if (current < 0)
        return;
    auto* dialog = new QColorDialog(colorOf(*m_store.annotations()[std::size_t(current)]), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const AnnotationPtr asked = m_store.annotations()[std::size_t(current)];
    connect(dialog, &QColorDialog::colorSelected, this, [this, current, asked](const QColor& color) {
        if (current >= int(m_store.annotations().size()) || m_store.annotations()[std::size_t(current)] != asked)
            return;
        Annotation annotation = *asked;
        annotation.color = color.rgb() & 0xFFFFFFu;
        m_store.replace(current, std::move(annotation), tr("Change Color"));
    });
    dialog->open();
}

void AnnotationPanel::toggleLock()
{
    const int current = m_store.current();
    if (current < 0)
        return;
    Annotation annotation = *m_store.annotations()[std::size_t(current)];
    annotation.isLocked = !annotation.isLocked;
    const QString what = annotation.isLocked ? tr("Lock") : tr("Unlock");
    m_store.replace(current, std::move(annotation), what);
}

}
