#include "compare/PaneHeaderButton.h"

#include <cmath>

#include <QPainter>

#include "compare/PillColors.h"

namespace isostain {

namespace {

constexpr int kPadding = 8; ///< logical pixels, as all below
constexpr int kArrow = 12;
constexpr int kShortestName = 32;

}

PaneHeaderButton::PaneHeaderButton(Kind kind, QWidget* parent) : QToolButton(parent), m_kind(kind)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::ArrowCursor);
}

QSize PaneHeaderButton::sizeHint() const
{
    const int height = int(std::ceil(fontMetrics().height() + kPadding / 2.0));
    if (m_kind == Kind::Close)
        return {height, height};
    return {fontMetrics().horizontalAdvance(text()) + 2 * kPadding + (menu() ? kArrow : 0), height};
}

QSize PaneHeaderButton::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return m_kind == Kind::Close ? hint : QSize(qMin(kShortestName, hint.width()), hint.height());
}

void PaneHeaderButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = height() / 2.0;
    if (isEnabled() && (underMouse() || isDown() || hasFocus())) {
        painter.setPen(hasFocus() ? QPen(pill::kText, 1.5) : Qt::NoPen);
        painter.setBrush(QColor(255, 255, 255, isDown() ? 90 : 45));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
    if (m_kind == Kind::Close)
        paintCross(painter);
    else
        paintName(painter);
}

void PaneHeaderButton::paintName(QPainter& painter)
{
    const int arrow = menu() ? kArrow : 0;
    const QRect line = rect().adjusted(kPadding, 0, -kPadding - arrow, 0);
    painter.setPen(pill::kText);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, line.width() + 1));
    if (!menu())
        return;
    const QPointF tip(width() - kPadding - 1.0, height() / 2.0 + 2);
    const QPointF triangle[] = {tip, tip + QPointF(-4, -4), tip + QPointF(4, -4)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(pill::kText);
    painter.drawPolygon(triangle, 3);
}

void PaneHeaderButton::paintCross(QPainter& painter)
{
    const QPointF middle = QRectF(rect()).center();
    const double reach = height() / 6.0;
    painter.setPen(QPen(pill::kText, 1.5));
    painter.drawLine(middle + QPointF(-reach, -reach), middle + QPointF(reach, reach));
    painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach));
}

}
