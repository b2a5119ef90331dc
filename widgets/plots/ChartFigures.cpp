#include "plots/ChartFigures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>

#include <qcustomplot.h>

#include "plots/ChartFigure.h"
#include "plots/ChartStyle.h"

namespace isostain {

namespace {

constexpr int kMostPoints = 4000;
constexpr int kLegendColumns = 3;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChartFigures)
};

QByteArray field(const QString& text)
{
    return '"' + text.toUtf8().replace('"', "\"\"") + '"';
}

QByteArray number(double value)
{
    return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'g', 17);
}

QByteArray curvesCsv(const std::vector<FigureCurve>& curves)
{
    QByteArray text = "curve,x,y\n";
    for (const FigureCurve& curve : curves)
        for (std::size_t i = 0; i < curve.x.size(); ++i)
            text += field(curve.name) + ',' + number(curve.x[i]) + ',' + number(curve.y[i]) + '\n';
    return text;
}

class DistributionFigure : public ChartFigure {
public:
    DistributionFigure(const QString& title, const QString& caption, QString axis, std::vector<DistributionGroup> groups)
        : ChartFigure(title, caption, {std::max(480, 120 + 100 * int(groups.size())), 380}),
          m_axis(std::move(axis)),
          m_groups(std::move(groups))
    {
        for (DistributionGroup& group : m_groups)
            std::erase_if(group.values, [](double value) { return !std::isfinite(value); });
        std::erase_if(m_groups, [](const DistributionGroup& group) { return group.values.empty(); });
    }

    QByteArray csv() const override
    {
        QByteArray text = "method,value\n";
        for (const DistributionGroup& group : m_groups)
            for (const double value : group.values)
                text += field(group.name) + ',' + number(value) + '\n';
        return text;
    }

    void fill(QCustomPlot& plot, ChartTheme theme) const override
    {
        styleChart(plot, theme, {}, m_axis);
        const QColor ink = chartColors(theme).text;
        auto* boxes = new QCPStatisticalBox(plot.xAxis, plot.yAxis);
        boxes->setName(Texts::tr("median"));
        boxes->setWidth(0.5);
        QColor inside = curvePen(2, theme).color();
        inside.setAlpha(110);
        boxes->setBrush(inside);
        boxes->setPen(QPen(ink, 1));
        boxes->setWhiskerPen(QPen(ink, 1));
        boxes->setWhiskerBarPen(QPen(ink, 1));
        boxes->setMedianPen(QPen(ink, 2));
        boxes->setOutlierStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, curvePen(2, theme).color(), 4));
        auto ticks = QSharedPointer<QCPAxisTickerText>::create();
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            const BoxStatistics box = boxStatistics(m_groups[i].values);
            boxes->addData(double(i) + 1, box.lowWhisker, box.lowQuartile, box.median, box.highQuartile, box.highWhisker,
                           QVector<double>(box.outliers.begin(), box.outliers.end()));
            ticks->addTick(double(i) + 1, m_groups[i].name);
        }
        plot.xAxis->setTicker(ticks);
        plot.xAxis->setSubTicks(false);
        showAll(plot);
        plot.xAxis->setRange(0.4, double(m_groups.size()) + 0.6);
    }

private:
    QString m_axis;
    std::vector<DistributionGroup> m_groups;
};

class RocFigure : public ChartFigure {
public:
    RocFigure(const QString& title, const QString& caption, std::vector<RocFigureCurve> curves)
        : ChartFigure(title, caption, {520, 480}),
          m_curves(std::move(curves))
    {
    }

    QByteArray csv() const override
    {
        QByteArray text = "curve,false_positive_rate,true_positive_rate\n";
        for (const RocFigureCurve& curve : m_curves)
            for (std::size_t i = 0; i < curve.falsePositiveRate.size(); ++i)
                text += field(curve.name) + ',' + number(curve.falsePositiveRate[i]) + ',' + number(curve.truePositiveRate[i]) +
                        '\n';
        return text;
    }

    void fill(QCustomPlot& plot, ChartTheme theme) const override
    {
        styleChart(plot, theme, Texts::tr("False positive rate"), Texts::tr("True positive rate"));
        auto* chance = new QCPCurve(plot.xAxis, plot.yAxis);
        chance->setData({0, 1}, {0, 1});
        chance->setPen(QPen(chartColors(theme).axis, 1, Qt::DotLine));
        chance->setName(Texts::tr("chance"));
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            const RocFigureCurve& curve = m_curves[i];
            auto* line = new QCPCurve(plot.xAxis, plot.yAxis);
            line->setData(QVector<double>(curve.falsePositiveRate.begin(), curve.falsePositiveRate.end()),
                          QVector<double>(curve.truePositiveRate.begin(), curve.truePositiveRate.end()));
            line->setPen(curvePen(int(i), theme));
            line->setName(Texts::tr("%1 (AUC %2)").arg(curve.name, QString::number(curve.auc, 'f', 3)));
        }
        plot.xAxis->setRange(-0.01, 1.01);
        plot.yAxis->setRange(-0.01, 1.01);
        // In the corner that no useful curve reaches.
        plot.legend->setVisible(true);
        plot.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignBottom | Qt::AlignRight);
    }

private:
    std::vector<RocFigureCurve> m_curves;
};

/// The lowest and the highest of each stretch, in their order.
FigureCurve thinned(const FigureCurve& curve)
{
    const std::size_t count = curve.x.size();
    if (count <= kMostPoints)
        return curve;
    FigureCurve result{curve.name, {}, {}};
    const std::size_t stretches = kMostPoints / 2;
    for (std::size_t i = 0; i < stretches; ++i) {
        const std::size_t begin = i * count / stretches, end = (i + 1) * count / stretches;
        std::size_t low = begin, high = begin;
        for (std::size_t at = begin; at < end; ++at) {
            if (!(curve.y[at] >= curve.y[low]))
                low = std::isnan(curve.y[at]) ? low : at;
            if (!(curve.y[at] <= curve.y[high]))
                high = std::isnan(curve.y[at]) ? high : at;
        }
        for (const std::size_t at : {std::min(low, high), std::max(low, high)}) {
            result.x.push_back(curve.x[at]);
            result.y.push_back(curve.y[at]);
        }
    }
    return result;
}

class CurvesFigure : public ChartFigure {
public:
    CurvesFigure(const QString& title, const QString& caption, QString xAxis, QString yAxis, std::vector<FigureCurve> curves)
        : ChartFigure(title, caption, {760, 380}),
          m_xAxis(std::move(xAxis)),
          m_yAxis(std::move(yAxis)),
          m_curves(std::move(curves))
    {
    }

    QByteArray csv() const override
    {
        return curvesCsv(m_curves);
    }

    void fill(QCustomPlot& plot, ChartTheme theme) const override
    {
        styleChart(plot, theme, m_xAxis, m_yAxis);
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            const FigureCurve curve = thinned(m_curves[i]);
            QVector<double> x, y;
            for (std::size_t at = 0; at < curve.x.size(); ++at)
                if (std::isfinite(curve.y[at])) {
                    x << curve.x[at];
                    y << curve.y[at];
                }
            QCPGraph* graph = plot.addGraph();
            graph->setName(curve.name);
            graph->setPen(curvePen(int(i), theme));
            if (x.size() < 40)
                graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 4));
            graph->setData(x, y, true);
        }
        showAll(plot);
        setLegendAbove(plot, kLegendColumns);
    }

private:
    QString m_xAxis;
    QString m_yAxis;
    std::vector<FigureCurve> m_curves;
};

class ScatterFigure : public ChartFigure {
public:
    ScatterFigure(const QString& title, const QString& caption, QString xAxis, QString yAxis, std::vector<FigureCurve> clouds)
        : ChartFigure(title, caption, {620, 560}),
          m_xAxis(std::move(xAxis)),
          m_yAxis(std::move(yAxis)),
          m_clouds(std::move(clouds))
    {
    }

    QByteArray csv() const override { return curvesCsv(m_clouds); }
    void fill(QCustomPlot& plot, ChartTheme theme) const override
    {
        static constexpr QCPScatterStyle::ScatterShape kShapes[] = {
            QCPScatterStyle::ssCircle, QCPScatterStyle::ssCross,    QCPScatterStyle::ssTriangle,
            QCPScatterStyle::ssSquare, QCPScatterStyle::ssDiamond,  QCPScatterStyle::ssTriangleInverted,
            QCPScatterStyle::ssPlus,   QCPScatterStyle::ssCrossCircle};
        styleChart(plot, theme, m_xAxis, m_yAxis);
        for (std::size_t i = 0; i < m_clouds.size(); ++i) {
            QCPGraph* graph = plot.addGraph();
            graph->setName(m_clouds[i].name);
            graph->setLineStyle(QCPGraph::lsNone);
            const QColor color = curvePen(int(i), theme).color();
            graph->setPen(QPen(color));
            graph->setScatterStyle(QCPScatterStyle(kShapes[i % std::size(kShapes)], color, 4));
            for (std::size_t at = 0; at < m_clouds[i].x.size(); ++at)
                graph->addData(m_clouds[i].x[at], m_clouds[i].y[at]);
        }
        showAll(plot);
        setLegendAbove(plot, kLegendColumns);
    }

private:
    QString m_xAxis;
    QString m_yAxis;
    std::vector<FigureCurve> m_clouds;
};

double quantile(const std::vector<double>& sorted, double share)
{
    const double at = share * double(sorted.size() - 1);
    const auto below = std::size_t(std::floor(at));
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - double(below)) * (sorted[above] - sorted[below]);
}

}

BoxStatistics boxStatistics(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    BoxStatistics box;
    box.lowQuartile = quantile(values, 0.25);
    box.median = quantile(values, 0.5);
    box.highQuartile = quantile(values, 0.75);
    const double reach = 1.5 * (box.highQuartile - box.lowQuartile);
    box.lowWhisker = box.lowQuartile;
    box.highWhisker = box.highQuartile;
    for (const double value : values) {
        if (value < box.lowQuartile - reach || value > box.highQuartile + reach) {
            box.outliers.push_back(value);
            continue;
        }
        box.lowWhisker = std::min(box.lowWhisker, value);
        box.highWhisker = std::max(box.highWhisker, value);
    }
    return box;
}

FigurePtr distributionFigure(const QString& title, const QString& caption, const QString& axis,
                             std::vector<DistributionGroup> groups)
{
    return std::make_shared<DistributionFigure>(title, caption, axis, std::move(groups));
}

FigurePtr rocFigure(const QString& title, const QString& caption, std::vector<RocFigureCurve> curves)
{
    return std::make_shared<RocFigure>(title, caption, std::move(curves));
}

FigurePtr curvesFigure(const QString& title, const QString& caption, const QString& xAxis, const QString& yAxis,
                       std::vector<FigureCurve> curves)
{
    return std::make_shared<CurvesFigure>(title, caption, xAxis, yAxis, std::move(curves));
}

FigurePtr scatterFigure(const QString& title, const QString& caption, const QString& xAxis, const QString& yAxis,
                        std::vector<FigureCurve> clouds)
{
    return std::make_shared<ScatterFigure>(title, caption, xAxis, yAxis, std::move(clouds));
}

}
