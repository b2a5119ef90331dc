#include "panels/ColorSwatch.h"

#include <QPainter>

namespace isostain {

namespace {

constexpr int kGap = 6;

QString valuesText(const QColor& color)
{
    return QStringLiteral("%1, %2, %3").arg(color.red()).arg(color.green()).arg(color.blue());
}

const QString kArrow = QStringLiteral("→");

}

ColorSwatch::ColorSwatch(QWidget* parent) : QWidget(parent)
{
    setToolTip(tr("Red, green and blue under the cursor: before → after normalization"));
}

void ColorSwatch::setColors(const std::optional<QColor>& source, const std::optional<QColor>& normalized)
{
    m_source = source;
    m_normalized = source ? normalized : std::nullopt;
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString ColorSwatch::text() const
{
    if (!m_source)
        return {};
    return m_normalized ? valuesText(*m_source) + QLatin1Char(' ') + kArrow + QLatin1Char(' ') + valuesText(*m_normalized)
                        : valuesText(*m_source);
}

QSize ColorSwatch::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int square = metrics.ascent();
    const int values = metrics.horizontalAdvance(QStringLiteral("000, 000, 000"));
    const int one = square + kGap + values;
    const int arrow = kGap + metrics.horizontalAdvance(kArrow) + kGap;
    return {m_normalized ? 2 * one + arrow : one, metrics.height()};
}

void ColorSwatch::paintEvent(QPaintEvent*)
{
    if (!m_source)
        return;
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    const int square = metrics.ascent();
    const int values = metrics.horizontalAdvance(QStringLiteral("000, 000, 000"));
    const QColor textColor = palette().color(QPalette::WindowText);
    int x = 0;
    const auto drawText = [&](const QString& text, int width) {
        painter.setPen(textColor);
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += width;
    };
    const auto drawColor = [&](const QColor& color) {
        QColor frame = textColor;
        frame.setAlphaF(0.5F);
        painter.setPen(frame);
        painter.setBrush(color);
        painter.drawRect(x, (height() - square) / 2, square - 1, square - 1);
        x += square + kGap;
        drawText(valuesText(color), values);
    };
    drawColor(*m_source);
    if (m_normalized) {
        x += kGap;
        drawText(kArrow, metrics.horizontalAdvance(kArrow) + kGap);
        drawColor(*m_normalized);
    }
}

}
