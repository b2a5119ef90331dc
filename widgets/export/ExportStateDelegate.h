#pragma once

#include <QStyledItemDelegate>

namespace isostain {

/// Draws the state of a slide in an ExportQueue: a bar while it is running, else the sentence, wrapped.
class ExportStateDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
