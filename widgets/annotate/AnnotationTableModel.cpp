#include "annotate/AnnotationTableModel.h"

#include <utility>

#include <QLocale>

#include "annotate/AnnotationTexts.h"

namespace isostain {

AnnotationTableModel::AnnotationTableModel(AnnotationStore& store, QObject* parent)
    : QAbstractTableModel(parent),
      m_store(store),
      m_shown(store.annotations())
{
    connect(&store, &AnnotationStore::changed, this, [this] {
        const AnnotationList& next = m_store.annotations();
        if (next.size() == m_shown.size()) {
            m_shown = next;
            if (!m_shown.empty())
                emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
            return;
        }
        beginResetModel();
        m_shown = next;
        endResetModel();
    });
}

void AnnotationTableModel::setSlide(SlidePtr slide)
{
    beginResetModel();
    m_slide = std::move(slide);
    endResetModel();
}

int AnnotationTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int AnnotationTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AnnotationTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Annotation& annotation = *m_shown[std::size_t(index.row())];
    const bool isText = role == Qt::DisplayRole || role == Qt::EditRole;
    if (index.column() == Name) {
        if (role == Qt::DecorationRole)
            return colorOf(annotation);
        if (role == Qt::EditRole)
            return QString::fromStdString(annotation.name);
        if (role == Qt::DisplayRole)
            return annotation.name.empty() ? kindText(annotation) : QString::fromStdString(annotation.name);
    }
    if (index.column() == Class && isText)
        return QString::fromStdString(annotation.className);
    if (index.column() == Size && isText)
        return measuresText(annotation, m_slide ? m_slide->info() : SlideInfo(), QLocale());
    if (role == Qt::ToolTipRole)
        return annotation.isLocked ? tr("Locked") : QVariant();
    return {};
}

bool AnnotationTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    Annotation annotation = *m_shown[std::size_t(index.row())];
    (index.column() == Name ? annotation.name : annotation.className) = value.toString().trimmed().toStdString();
    m_store.replace(index.row(), std::move(annotation), index.column() == Name ? tr("Rename") : tr("Change Class"));
    return true;
}

QVariant AnnotationTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Class:
        return tr("Class");
    case Size:
        return tr("Size");
    default:
        return {};
    }
}

Qt::ItemFlags AnnotationTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() != Size && !m_shown[std::size_t(index.row())]->isLocked)
        flags |= Qt::ItemIsEditable;
    return flags;
}

}
