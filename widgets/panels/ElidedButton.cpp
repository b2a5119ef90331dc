#include "panels/ElidedButton.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace isostain {

ElidedButton::ElidedButton(const QString& text, QWidget* parent) : QPushButton(text, parent)
{
    setFlat(true);
    setCursor(Qt::PointingHandCursor);
}

QSize ElidedButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

void ElidedButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.features.setFlag(QStyleOptionButton::Flat, !underMouse());
    painter.drawControl(QStyle::CE_PushButton, option);

    const QRect line = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).adjusted(6, 0, -6, 0);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, line.width(), Qt::TextShowMnemonic);
    painter.drawItemText(line, Qt::AlignVCenter | Qt::AlignLeft, palette(), isEnabled(), shown, QPalette::ButtonText);
}

}
