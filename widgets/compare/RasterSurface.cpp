#include "compare/RasterSurface.h"

#include <QPainter>

#include "compare/RasterFrame.h"

namespace isostain {

RasterSurface::RasterSurface(FrameClient& client, TileCache& cache, QWidget* parent)
    : QWidget(parent), m_client(client), m_cache(cache)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

QImage RasterSurface::grabFrame()
{
    draw();
    return m_image;
}

void RasterSurface::paintEvent(QPaintEvent*)
{
    draw();
    QImage image = m_image;
    image.setDevicePixelRatio(devicePixelRatioF());
    QPainter(this).drawImage(QPoint(), image);
}

void RasterSurface::draw()
{
    const FrameOutcome outcome = drawRasterFrame(m_client.describeFrame(), m_cache, m_image);
    m_client.frameDrawn(outcome);
}

}
