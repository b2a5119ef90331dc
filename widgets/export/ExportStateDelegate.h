#pragma once

#include <QStyledItemDelegate>

namespace isostain {

/// Draws the cells of an ExportQueue with room to breathe: the state of a running slide as a bar, sentences wrapped.
class ExportStateDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
