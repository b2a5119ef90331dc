#include "plots/ChartStyle.h"

#include <algorithm>

#include <qcustomplot.h>

namespace isostain {

namespace {

constexpr double kRoom = 1.06;

}

ChartTheme chartThemeOf(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? ChartTheme::Dark : ChartTheme::Light;
}

void setLegendAbove(QCustomPlot& plot, int columns)
{
    plot.plotLayout()->insertRow(0);
    plot.plotLayout()->addElement(0, 0, plot.legend);
    plot.plotLayout()->setRowStretchFactor(0, 0.001);
    plot.legend->setWrap(columns); // before the order, which arranges anew what is in it
    plot.legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    plot.legend->setVisible(true);
}

void styleChart(QCustomPlot& plot, ChartTheme theme, const QString& x, const QString& y)
{
    const ChartColors colors = chartColors(theme);
    plot.setBackground(QBrush(colors.ground));
    plot.xAxis->setLabel(x);
    plot.yAxis->setLabel(y);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(QPen(colors.axis));
        axis->setTickPen(QPen(colors.axis));
        axis->setSubTickPen(QPen(colors.axis));
        axis->setTickLabelColor(colors.text);
        axis->setLabelColor(colors.text);
        axis->grid()->setPen(QPen(colors.grid));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setTickLabelFont(plot.font());
        axis->setLabelFont(plot.font());
        axis->setNumberFormat(QStringLiteral("gb"));
    }
    plot.legend->setBrush(colors.ground);
    plot.legend->setTextColor(colors.text);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setFont(plot.font());
}

void showAll(QCustomPlot& plot)
{
    plot.rescaleAxes();
    if (plot.plottableCount() == 1) {
        bool isFound = false;
        const QCPRange range = plot.plottable(0)->getValueRange(isFound);
        // QCustomPlot leaves an axis as it was where there is nothing to tell apart.
        if (isFound && range.size() == 0 && range.lower != 0)
            plot.yAxis->setRange(std::min(0.0, 2 * range.lower), std::max(0.0, 2 * range.lower));
    }
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        const bool isPositive = axis->range().lower >= 0;
        axis->scaleRange(kRoom);
        // No room for what cannot be.
        if (isPositive && axis->range().lower < 0)
            axis->setRangeLower(0);
    }
}

}
