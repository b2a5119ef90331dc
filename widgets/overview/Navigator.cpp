#include "overview/Navigator.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "compare/PillColors.h"

namespace isostain {

namespace {

constexpr int kLongest = 180; ///< of the picture, logical pixels, as all below
constexpr int kMargin = 4;
constexpr double kSmallestFrame = 7; ///< a frame smaller than this becomes a cross-hair of this size
const QColor kFrame(230, 60, 0);     ///< found on pink, blue, white and black alike
const QColor kGround(120, 120, 120);

}

Navigator::Navigator(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("navigator"));
    setAccessibleName(tr("Overview of the slide"));
    setToolTip(tr("Click or drag to go there"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::CrossCursor);
}

void Navigator::setSlideSize(const QSizeF& level0)
{
    m_size = level0;
    m_picture = {};
    m_shown = {};
    resize(sizeHint());
    update();
}

void Navigator::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void Navigator::setShownPart(const QPolygonF& level0)
{
    if (m_shown == level0)
        return;
    m_shown = level0;
    update();
}

QSize Navigator::sizeHint() const
{
    if (m_size.isEmpty())
        return {0, 0};
    const QSizeF picture = m_size.scaled(kLongest, kLongest, Qt::KeepAspectRatio);
    return {std::max(24, qRound(picture.width())) + 2 * kMargin, std::max(24, qRound(picture.height())) + 2 * kMargin};
}

QRectF Navigator::pictureRect() const
{
    if (m_size.isEmpty())
        return {};
    const QRectF inside = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QRectF place(QPointF(), m_size.scaled(inside.size(), Qt::KeepAspectRatio));
    place.moveCenter(inside.center());
    return place;
}

QPolygonF Navigator::shownOnPicture() const
{
    const QRectF place = pictureRect();
    QPolygonF shown;
    if (!place.isEmpty())
        for (const QPointF& corner : m_shown)
            shown << place.topLeft() + corner * (place.width() / m_size.width());
    return shown;
}

QRectF Navigator::frame() const
{
    return shownOnPicture().boundingRect().intersected(pictureRect());
}

void Navigator::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(Qt::NoPen));
    painter.setBrush(pill::kBackground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    const QRectF place = pictureRect();
    if (place.isEmpty())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_picture.isNull())
        painter.fillRect(place, kGround);
    else
        painter.drawImage(place, m_picture);

    QPolygonF shown = shownOnPicture();
    if (shown.isEmpty())
        return;
    const QRectF around = shown.boundingRect();
    if (around.width() < kSmallestFrame && around.height() < kSmallestFrame) {
        QRectF smallest({}, QSizeF(kSmallestFrame, kSmallestFrame));
        smallest.moveCenter(around.center());
        shown = QPolygonF({smallest.topLeft(), smallest.topRight(), smallest.bottomRight(), smallest.bottomLeft()});
    }
    // A view that is not turned keeps all of its frame in sight, cut at the picture's border.
    painter.setClipRect(place.adjusted(-2, -2, 2, 2));
    if (frame() != around)
        shown = shown.intersected(QPolygonF({place.topLeft(), place.topRight(), place.bottomRight(), place.bottomLeft()}));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 3));
    painter.drawPolygon(shown);
    painter.setPen(QPen(kFrame, 1.5));
    painter.drawPolygon(shown);
}

void Navigator::ask(const QPointF& position)
{
    const QRectF place = pictureRect();
    if (place.isEmpty())
        return;
    const double scale = m_size.width() / place.width();
    const QPointF level0 = (position - place.topLeft()) * scale;
    emit centerRequested({std::clamp(level0.x(), 0.0, m_size.width()), std::clamp(level0.y(), 0.0, m_size.height())});
}

void Navigator::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        ask(event->position());
    event->accept(); // the view below would pan
}

void Navigator::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        ask(event->position());
    event->accept();
}

void Navigator::wheelEvent(QWheelEvent* event)
{
    emit zoomRequested(event->angleDelta().y() / 120.0);
    event->accept();
}

void Navigator::keyPressEvent(QKeyEvent* event)
{
    const QRectF shown = m_shown.boundingRect();
    const QPointF quarter(shown.width() / 4, shown.height() / 4);
    QPointF step;
    switch (event->key()) {
    case Qt::Key_Left:
        step = {-quarter.x(), 0};
        break;
    case Qt::Key_Right:
        step = {quarter.x(), 0};
        break;
    case Qt::Key_Up:
        step = {0, -quarter.y()};
        break;
    case Qt::Key_Down:
        step = {0, quarter.y()};
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    emit centerRequested(shown.center() + step);
}

}
