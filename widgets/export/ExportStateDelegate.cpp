#include "export/ExportStateDelegate.h"

#include <QApplication>
#include <QStyleOptionProgressBar>

#include "export/ExportQueue.h"

namespace isostain {

void ExportStateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(ExportQueue::StateRole).toInt() != static_cast<int>(ExportState::Running)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QWidget* widget = option.widget;
    const QStyle* style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);

    QStyleOptionProgressBar bar;
    bar.initFrom(widget);
    bar.state |= QStyle::State_Horizontal;
    bar.rect = option.rect.adjusted(4, 3, -4, -3);
    bar.maximum = 1000;
    bar.progress = static_cast<int>(1000 * index.data(ExportQueue::FractionRole).toDouble());
    bar.text = index.data().toString();
    bar.textVisible = true;
    bar.textAlignment = Qt::AlignCenter;
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter, widget);
}

}
