#pragma once

#include <QImage>
#include <QPolygonF>
#include <QWidget>

namespace isostain {

/// The whole slide, small, with the part that is on the screen in a frame. A click or drag brings that place to the middle of
/// the view, the wheel zooms, arrows move by a quarter of the view. GUI thread only.
class Navigator : public QWidget {
    Q_OBJECT

public:
    explicit Navigator(QWidget* parent = nullptr);

    /// Level-0 size of the slide; the picture may come later. Empty: no slide.
    void setSlideSize(const QSizeF& level0);
    void setPicture(const QImage& picture);
    bool hasPicture() const { return !m_picture.isNull(); }
    /// The corners of what the view shows, level-0 pixels; may reach beyond the slide.
    void setShownPart(const QPolygonF& level0);

    /// The picture's rectangle in this widget, and the one that encloses what the view shows of it.
    QRectF pictureRect() const;
    QRectF frame() const;

    QSize sizeHint() const override;

signals:
    void centerRequested(const QPointF& level0);
    /// Steps of the wheel, positive to zoom in.
    void zoomRequested(double steps);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPolygonF shownOnPicture() const;
    void ask(const QPointF& position);

    QSizeF m_size;
    QPolygonF m_shown;
    QImage m_picture;
};

}
