#include "ViewPicture.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QTransform>

#include "overview/ScaleBar.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ViewPicture)
};

constexpr int kGap = 4;
constexpr QRgb kGround = 0xFF2E2E2E;

/// Of names and the scale bar, pixels: as large on large pictures as on small ones.
int textHeight(int width)
{
    return std::clamp(width / 45, 14, 80);
}

QTransform transformOf(const ViewOrientation& orientation)
{
    const cv::Matx22d m = orientation.matrix();
    return QTransform(m(0, 0), m(1, 0), m(0, 1), m(1, 1), 0, 0);
}

QSize paneSize(const ViewPictureOrder& order)
{
    const QRectF turned = transformOf(order.orientation).mapRect(QRectF(0, 0, double(order.region.width), double(order.region.height)));
    return QSize(int(std::lround(turned.width())), int(std::lround(turned.height())));
}

int titleHeight(const ViewPictureOrder& order)
{
    return order.names == ViewPictureOrder::Names::Shown ? 2 * textHeight(paneSize(order).width()) : 0;
}

Result<QImage> drawPane(const ViewPictureOrder& order, const ViewPictureOrder::Pane& pane, const std::stop_token& stop)
{
    auto image = readRegion(*pane.slide, 0, order.region, stop);
    if (!image)
        return tl::unexpected(image.error());
    if (pane.table)
        for (int y = 0; y < image->height(); ++y)
            pane.table->apply(image->row(y), image->row(y), std::size_t(image->width()));
    const cv::Mat& pixels = image->pixels;
    const QImage upright(pixels.data, pixels.cols, pixels.rows, qsizetype(pixels.step), QImage::Format_RGB32);
    const bool isStraight = order.orientation.degrees == 90 * std::round(order.orientation.degrees / 90);
    QImage turned = order.orientation.isUpright()
                        ? upright.copy()
                        : upright.transformed(transformOf(order.orientation),
                                              isStraight ? Qt::FastTransformation : Qt::SmoothTransformation);
    return turned.convertToFormat(QImage::Format_RGB32);
}

}

QSize viewPictureSize(const ViewPictureOrder& order)
{
    if (order.panes.empty() || order.region.isEmpty() || order.region.width > kLongestPictureSide ||
        order.region.height > kLongestPictureSide)
        return {};
    const QSize pane = paneSize(order);
    const int count = int(order.panes.size());
    const std::int64_t width = std::int64_t(pane.width()) * count + std::int64_t(kGap) * (count - 1);
    const std::int64_t height = pane.height() + titleHeight(order);
    const bool fits = width <= kLongestPictureSide && height <= kLongestPictureSide && width * height <= kMostPicturePixels;
    return fits ? QSize(int(width), int(height)) : QSize();
}

Result<QImage> drawViewPicture(const ViewPictureOrder& order, const JobControl& control)
{
    const QSize size = viewPictureSize(order);
    if (size.isEmpty())
        return fail(ErrorCode::ImageTooLarge, Texts::tr("The view at full resolution").toStdString());
    QImage picture(size, QImage::Format_RGB32);
    if (picture.isNull())
        return fail(ErrorCode::OutOfMemory, Texts::tr("The view at full resolution").toStdString());
    picture.fill(kGround);
    const QSize pane = paneSize(order);
    const int above = titleHeight(order);
    for (std::size_t i = 0; i < order.panes.size(); ++i) {
        control.report(i, order.panes.size());
        const auto drawn = drawPane(order, order.panes[i], control.stop);
        if (!drawn)
            return tl::unexpected(drawn.error());
        const QRect place(int(i) * (pane.width() + kGap), above, pane.width(), pane.height());
        QPainter painter(&picture);
        painter.drawImage(place.topLeft(), *drawn);
        if (order.names == ViewPictureOrder::Names::Shown) {
            QFont font = painter.font();
            font.setPixelSize(textHeight(pane.width()));
            painter.setFont(font);
            painter.setPen(Qt::white);
            const QRect title(place.left(), 0, place.width(), above);
            painter.drawText(title, Qt::AlignCenter,
                             QFontMetrics(font).elidedText(order.panes[i].name, Qt::ElideRight, title.width()));
        }
        painter.end();
        if (i == 0 && order.scale == ViewPictureOrder::Scale::Shown)
            paintScaleBar(picture, place, order.mpp.value_or(1), order.mpp.has_value());
    }
    control.report(order.panes.size(), order.panes.size());
    return picture;
}

void paintScaleBar(QImage& picture, const QRect& place, double perPixel, bool isMicrometers)
{
    const auto length = roundScaleLength(perPixel, place.width() / 4.0);
    if (!length)
        return;
    const int text = textHeight(place.width());
    const int padding = text / 2;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(text);
    painter.setFont(font);
    const QString label = isMicrometers ? micrometersText(length->length, QLocale())
                                        : Texts::tr("%1 pixels").arg(QLocale().toString(length->length, 'g', 6));
    const int bar = std::max(2, text / 4);
    const double width = std::max(length->screen, double(QFontMetrics(font).horizontalAdvance(label)));
    const QRectF box(place.left() + text, place.bottom() - text - (2 * text + bar), width + 2 * padding, 2 * text + bar);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(24, 24, 24, 216));
    painter.drawRoundedRect(box, padding, padding);
    painter.setPen(Qt::white);
    painter.drawText(QRectF(box.left(), box.top() + padding / 2.0, box.width(), text * 1.2), Qt::AlignCenter, label);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(box.center().x() - length->screen / 2, box.bottom() - padding / 2.0 - bar, length->screen, bar), Qt::white);
}

}
