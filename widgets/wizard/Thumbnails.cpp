#include "wizard/Thumbnails.h"

#include <algorithm>

#include <QPainter>

namespace isostain {

namespace {

constexpr int kGap = 4;

}

QImage toQImage(const RgbImage& image)
{
    if (image.isEmpty())
        return {};
    return QImage(image.pixels.data, image.width(), image.height(), qsizetype(image.pixels.step), QImage::Format_RGB888).copy();
}

Thumbnails::Thumbnails(int side, QWidget* parent) : QWidget(parent), m_side(side)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumWidth(2 * side + kGap);
}

void Thumbnails::setImages(const std::vector<RgbImage>& images)
{
    m_images.clear();
    for (const RgbImage& image : images)
        m_images.push_back(toQImage(image));
    setAccessibleDescription(tr("%n picture(s)", nullptr, count()));
    updateGeometry();
    update();
}

int Thumbnails::columns(int width) const
{
    return std::max(1, (width + kGap) / (m_side + kGap));
}

QSize Thumbnails::sizeHint() const
{
    const int width = 6 * (m_side + kGap) - kGap;
    return {width, heightForWidth(width)};
}

int Thumbnails::heightForWidth(int width) const
{
    const int rows = (count() + columns(width) - 1) / columns(width);
    return std::max(0, rows * (m_side + kGap) - kGap);
}

void Thumbnails::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int columns = this->columns(width());
    for (int i = 0; i < count(); ++i) {
        const QRect cell((i % columns) * (m_side + kGap), (i / columns) * (m_side + kGap), m_side, m_side);
        const QSize size = m_images[std::size_t(i)].size().scaled(cell.size(), Qt::KeepAspectRatio);
        QRect rect(QPoint(), size);
        rect.moveCenter(cell.center());
        painter.drawImage(rect, m_images[std::size_t(i)]);
    }
}

}
