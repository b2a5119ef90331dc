#include "export/ExportStateDelegate.h"

#include <algorithm>

#include <QApplication>
#include <QStyleOptionProgressBar>

#include "export/ExportQueue.h"

namespace isostain {

namespace {

constexpr int kMargin = 4;

}

void ExportStateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() != ExportQueue::StateColumn ||
        index.data(ExportQueue::StateRole).toInt() != static_cast<int>(ExportState::Running)) {
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
    // A wrapped name makes its row higher, but not the bar.
    bar.rect = QRect(0, 0, option.rect.width() - 2 * kMargin,
                     std::min(option.rect.height(), option.fontMetrics.height() + 2 * kMargin) - 2);
    bar.rect.moveCenter(option.rect.center());
    bar.maximum = 1000;
    bar.progress = static_cast<int>(1000 * index.data(ExportQueue::FractionRole).toDouble());
    bar.text = index.data().toString();
    bar.textVisible = true;
    bar.textAlignment = Qt::AlignCenter;
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter, widget);
}

QSize ExportStateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 2 * kMargin);
}

}
