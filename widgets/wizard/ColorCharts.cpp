#include "wizard/ColorCharts.h"

#include <QEvent>
#include <QHBoxLayout>

#include <qcustomplot.h>

#include "plots/ChartStyle.h"

namespace isostain {

namespace {

QColor channelColor(int channel, ChartTheme theme)
{
    const bool isDark = theme == ChartTheme::Dark;
    switch (channel) {
    case 0:
        return isDark ? QColor(255, 110, 100) : QColor(200, 30, 30);
    case 1:
        return isDark ? QColor(110, 210, 120) : QColor(20, 130, 40);
    default:
        return isDark ? QColor(120, 160, 255) : QColor(40, 70, 200);
    }
}

QCustomPlot* makePlot(const QString& name)
{
    auto* plot = new QCustomPlot;
    plot->setAccessibleName(name);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMinimumHeight(plot->fontMetrics().height() * 18);
    plot->setMinimumWidth(plot->fontMetrics().averageCharWidth() * 30);
    setLegendAbove(*plot, 3);
    return plot;
}

}

ColorCharts::ColorCharts(QWidget* parent)
    : QWidget(parent),
      m_histogram(makePlot(tr("Histogram of the channels of source and target"))),
      m_scatter(makePlot(tr("Colors of source and target in CIE a*b*")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_histogram, 3);
    row->addWidget(m_scatter, 2);
}

void ColorCharts::showCheck(const StudyCheck& check)
{
    m_check = check;
    drawHistogram();
    drawScatter();
}

void ColorCharts::drawHistogram()
{
    m_histogram->clearGraphs();
    const ChartTheme theme = chartThemeOf(palette());
    styleChart(*m_histogram, chartThemeOf(palette()), tr("Value of a channel, 0 to 255"), tr("Share of the pixels, %"));
    const QString channels[] = {tr("red"), tr("green"), tr("blue")};
    const std::pair<const StudySideCheck*, QString> sides[] = {{&m_check->source, tr("Source, %1")},
                                                               {&m_check->target, tr("Target, %1")}};
    for (const auto& [side, name] : sides)
        for (int channel = 0; channel < 3; ++channel) {
            QCPGraph* graph = m_histogram->addGraph();
            graph->setName(name.arg(channels[channel]));
            QPen pen(channelColor(channel, theme));
            pen.setWidthF(1.5);
            pen.setStyle(side == &m_check->source ? Qt::DashLine : Qt::SolidLine);
            graph->setPen(pen);
            for (int value = 0; value < 256; ++value)
                graph->addData(value, 100 * side->colors.histogram[std::size_t(channel)][std::size_t(value)]);
        }
    m_histogram->rescaleAxes();
    m_histogram->xAxis->setRange(0, 255);
    // White, which glass is, would leave no room for the tissue.
    double most = 0;
    for (const auto& [side, name] : sides)
        for (const auto& channel : side->colors.histogram)
            for (int value = 0; value < 240; ++value)
                most = std::max(most, 100 * channel[std::size_t(value)]);
    m_histogram->yAxis->setRange(0, std::max(0.1, most * 1.1));
    m_histogram->replot(QCustomPlot::rpQueuedReplot);
}

void ColorCharts::drawScatter()
{
    m_scatter->clearGraphs();
    const ChartTheme theme = chartThemeOf(palette());
    styleChart(*m_scatter, chartThemeOf(palette()), tr("a* (green to magenta)"), tr("b* (blue to yellow)"));
    const std::pair<const StudySideCheck*, QString> sides[] = {{&m_check->source, tr("Source")},
                                                               {&m_check->target, tr("Target")}};
    int number = 0;
    for (const auto& [side, name] : sides) {
        QCPGraph* graph = m_scatter->addGraph();
        graph->setName(name);
        graph->setLineStyle(QCPGraph::lsNone);
        const QColor color = curvePen(++number, theme).color();
        graph->setPen(QPen(color));
        graph->setScatterStyle(QCPScatterStyle(number == 1 ? QCPScatterStyle::ssCircle : QCPScatterStyle::ssCross, color, 4));
        for (const auto& [a, b] : side->colors.ab)
            graph->addData(double(a), double(b));
    }
    m_scatter->rescaleAxes();
    m_scatter->xAxis->scaleRange(1.1);
    m_scatter->yAxis->scaleRange(1.1);
    m_scatter->replot(QCustomPlot::rpQueuedReplot);
}

void ColorCharts::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_check)
        showCheck(*m_check);
    QWidget::changeEvent(event);
}

}
