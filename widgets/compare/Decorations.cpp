#include "compare/Decorations.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace isostain {

namespace {

constexpr int kRemembered = 48;
constexpr double kPadding = 8;          ///< logical pixels, as all below
constexpr double kMinimumLabel = 40;
constexpr double kKnobRadius = 13;
constexpr double kMarkerRadius = 9;
constexpr int kMarkerSize = -1;         ///< where labels have a width
const QColor kPillColor(24, 24, 24, 216);
const QColor kTextColor(245, 245, 245);

QImage transparentImage(QSizeF logicalSize, double ratio)
{
    QImage image(int(std::ceil(logicalSize.width() * ratio)), int(std::ceil(logicalSize.height() * ratio)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

/// Frames count in device pixels only.
QImage inDevicePixels(QImage image)
{
    image.setDevicePixelRatio(1);
    return image;
}

}

void Decorations::setStyle(double devicePixelRatio, const QFont& font)
{
    if (devicePixelRatio == m_ratio && font == m_font)
        return;
    m_ratio = devicePixelRatio;
    m_font = font;
    m_entries.clear();
}

QImage Decorations::label(const QString& text, int maxWidth)
{
    if (text.isEmpty() || maxWidth < kMinimumLabel * m_ratio)
        return {};
    const QFontMetricsF metrics(m_font);
    const int needed = int(std::ceil((metrics.horizontalAdvance(text) + 2 * kPadding) * m_ratio));
    const int width = std::min(needed, maxWidth);
    if (const QImage* image = remembered(text, width))
        return *image;
    return remember(text, width, paintLabel(text, width));
}

QImage Decorations::divider(int height)
{
    if (const QImage* image = remembered({}, height))
        return *image;
    return remember({}, height, paintDivider(height));
}

QImage Decorations::marker(int number)
{
    const QString text = QString::number(number);
    if (const QImage* image = remembered(text, kMarkerSize))
        return *image;
    return remember(text, kMarkerSize, paintMarker(text));
}

const QImage* Decorations::remembered(const QString& text, int size) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.size == size && entry.text == text; });
    return found == m_entries.end() ? nullptr : &found->image;
}

QImage Decorations::remember(const QString& text, int size, QImage image)
{
    if (m_entries.size() >= kRemembered)
        m_entries.removeLast();
    m_entries.prepend({text, size, image});
    return image;
}

QImage Decorations::paintLabel(const QString& text, int maxWidth) const
{
    const QFontMetricsF metrics(m_font);
    const double width = maxWidth / m_ratio;
    const double height = std::ceil(metrics.height() + kPadding / 2);
    QImage image = transparentImage({width, height}, m_ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kPillColor);
    painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2);
    painter.setPen(kTextColor);
    painter.setFont(m_font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, width - 2 * kPadding + 1);
    painter.drawText(QRectF(0, 0, width, height), Qt::AlignCenter, shown);
    painter.end();
    return inDevicePixels(image);
}

QImage Decorations::paintDivider(int height) const
{
    const double middle = kKnobRadius + 1;
    const double length = height / m_ratio;
    QImage image = transparentImage({2 * middle, length}, m_ratio);
    QPainter painter(&image);
    painter.fillRect(QRectF(middle - 1.5, 0, 3, length), kPillColor);
    painter.fillRect(QRectF(middle - 0.5, 0, 1, length), kTextColor);

    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(middle, length / 2);
    painter.setPen(QPen(kTextColor, 1.5));
    painter.setBrush(QColor(24, 24, 24));
    painter.drawEllipse(QPointF(), kKnobRadius - 0.5, kKnobRadius - 0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kTextColor);
    for (const double side : {-1.0, 1.0}) {
        const QPointF arrow[] = {{side * 8, 0}, {side * 3, -4.5}, {side * 3, 4.5}};
        painter.drawPolygon(arrow, 3);
    }
    painter.end();
    return inDevicePixels(image);
}

QImage Decorations::paintMarker(const QString& number) const
{
    const QFontMetricsF metrics(m_font);
    const double pillHeight = std::ceil(metrics.height());
    const double pillWidth = std::max(pillHeight, std::ceil(metrics.horizontalAdvance(number) + kPadding));
    const double reach = kMarkerRadius + std::max(pillWidth, pillHeight) + 2;
    QImage image = transparentImage({2 * reach, 2 * reach}, m_ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(reach, reach);
    for (const QPen& pen : {QPen(kPillColor, 4), QPen(kTextColor, 1.5)}) {
        painter.setPen(pen);
        painter.drawEllipse(QPointF(), kMarkerRadius, kMarkerRadius);
        // The spot itself stays free.
        for (const QPointF& direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(direction * 3, direction * kMarkerRadius);
    }
    const QRectF pill(kMarkerRadius, -kMarkerRadius - pillHeight, pillWidth, pillHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kPillColor);
    painter.drawRoundedRect(pill, pillHeight / 2, pillHeight / 2);
    painter.setPen(kTextColor);
    painter.setFont(m_font);
    painter.drawText(pill, Qt::AlignCenter, number);
    painter.end();
    return inDevicePixels(image);
}

}
