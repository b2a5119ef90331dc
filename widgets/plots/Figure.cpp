#include "plots/Figure.h"

#include <QBuffer>
#include <QImage>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <qcustomplot.h>

namespace isostain {

namespace {

constexpr double kPngScale = 2;
constexpr int kDotsPerInch = 96;

QByteArray png(const Figure& figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return figureImage(figure, kPngScale).save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svg(const Figure& figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kDotsPerInch);
    generator.setSize(figure.size());
    generator.setViewBox(QRect(QPoint(), figure.size()));
    generator.setTitle(figure.title());
    generator.setDescription(figure.caption());
    QCPPainter painter;
    if (!painter.begin(&generator))
        return {};
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    figure.paint(painter);
    painter.end();
    return bytes;
}

QByteArray pdf(const Figure& figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(figure.title());
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(
        QPageSize(QSizeF(figure.size()) * 72.0 / kDotsPerInch, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setResolution(kDotsPerInch * 4);
    QCPPainter painter;
    if (!painter.begin(&writer))
        return {};
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic, false);
    painter.scale(4, 4);
    figure.paint(painter);
    painter.end();
    return bytes;
}

}

QImage figureImage(const Figure& figure, double scale)
{
    QImage image((QSizeF(figure.size()) * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QCPPainter painter;
    if (!painter.begin(&image))
        return {};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform | QPainter::TextAntialiasing);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(scale, scale);
    figure.paint(painter);
    painter.end();
    return image;
}

QByteArray figureFile(const Figure& figure, FigureFormat format)
{
    switch (format) {
    case FigureFormat::Png:
        return png(figure);
    case FigureFormat::Svg:
        return svg(figure);
    case FigureFormat::Pdf:
        return pdf(figure);
    case FigureFormat::Csv:
        return figure.csv();
    }
    return {};
}

}
