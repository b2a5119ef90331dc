#include "overview/ScaleBar.h"

#include <cmath>

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include "compare/PillColors.h"

namespace isostain {

namespace {

constexpr double kLongest = 140; ///< logical pixels, as all below
constexpr int kPadding = 8;
constexpr int kBarHeight = 3;
constexpr int kTick = 7;

}

std::optional<ScaleLength> roundScaleLength(double perPixel, double longest)
{
    const double most = perPixel * longest;
    if (!(perPixel > 0) || !(longest > 0) || !std::isfinite(most))
        return std::nullopt;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    double length = power;
    for (const double factor : {2.0, 5.0, 10.0})
        if (factor * power <= most)
            length = factor * power;
    return ScaleLength{length, length / perPixel};
}

QString micrometersText(double micrometers, const QLocale& locale)
{
    if (micrometers >= 10'000)
        return ScaleBar::tr("%1 cm").arg(locale.toString(micrometers / 10'000, 'g', 3));
    if (micrometers >= 1'000)
        return ScaleBar::tr("%1 mm").arg(locale.toString(micrometers / 1'000, 'g', 3));
    return ScaleBar::tr("%1 µm").arg(locale.toString(micrometers, 'g', 3));
}

ScaleBar::ScaleBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("scaleBar"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void ScaleBar::setScale(double pixelsPerPixel, std::optional<double> mpp)
{
    const std::optional<ScaleLength> length = roundScaleLength(pixelsPerPixel * mpp.value_or(1), kLongest);
    const double units = length ? length->length : 0;
    const double screen = length ? length->screen : 0;
    if (m_mpp == mpp && m_units == units && m_length == screen)
        return;
    m_mpp = mpp;
    m_units = units;
    m_length = screen;
    showText();
}

void ScaleBar::showText()
{
    if (m_units <= 0)
        m_text.clear();
    else if (m_mpp)
        m_text = micrometersText(m_units, locale());
    else
        m_text = tr("%1 pixels").arg(locale().toString(m_units, 'g', 6));
    setAccessibleName(m_text.isEmpty() ? QString() : tr("Scale bar: %1").arg(m_text));
    resize(sizeHint());
    update();
}

QSize ScaleBar::sizeHint() const
{
    const int text = fontMetrics().horizontalAdvance(m_text);
    return {std::max(int(std::ceil(m_length)), text) + 2 * kPadding, fontMetrics().height() + kTick + kPadding};
}

void ScaleBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange || event->type() == QEvent::LanguageChange)
        showText();
}

void ScaleBar::paintEvent(QPaintEvent*)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pill::kBackground);
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setPen(pill::kText);
    painter.setLayoutDirection(Qt::LeftToRight);   // a number before its unit
    painter.drawText(QRect(0, kPadding / 4, width(), fontMetrics().height()), Qt::AlignCenter, m_text);

    // Whole device pixels at both ends: its length is what it says.
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double left = (width() - m_length) / 2;
    const double bottom = height() - kPadding / 2.0;
    painter.fillRect(QRectF(left, bottom - kBarHeight, m_length, kBarHeight), pill::kText);
    for (const double x : {left, left + m_length - 1})
        painter.fillRect(QRectF(x, bottom - kTick, 1, kTick), pill::kText);
}

}
