#include "compare/RasterSurface.h"

#include <QPainter>

namespace isostain {

RasterSurface::RasterSurface(FrameClient& client, TileCache& cache, QWidget* parent)
    : QWidget(parent),
      m_client(client),
      m_cache(cache)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void RasterSurface::requestFrame()
{
    m_isOutdated = true;
    update();
}

QImage RasterSurface::grabFrame()
{
    QImage picture;
    m_client.frameDrawn(m_renderer.draw(m_client.describeFrame(FramePurpose::Picture), m_cache, picture));
    return picture;
}

void RasterSurface::paintEvent(QPaintEvent*)
{
    if (m_isOutdated || m_image.size() != size() * devicePixelRatioF()) {
        m_isOutdated = false;
        m_client.frameDrawn(m_renderer.draw(m_client.describeFrame(FramePurpose::Screen), m_cache, m_image));
    }
    QImage image = m_image;
    image.setDevicePixelRatio(devicePixelRatioF());
    QPainter(this).drawImage(QPoint(), image);
}

}
