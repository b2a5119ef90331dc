#include "plots/ChartView.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "plots/ChartStyle.h"

namespace isostain {

namespace {

constexpr double kReach = 24; ///< pixels between cursor and point
constexpr double kZoomStep = 1.25;
constexpr double kMoveStep = 0.1; ///< of what is shown

QString number(double value)
{
    return QLocale().toString(value, 'g', 6);
}

}

ChartView::ChartView(std::shared_ptr<const ChartFigure> figure, QWidget* parent)
    : QWidget(parent),
      m_figure(std::move(figure)),
      m_readout(new QLabel)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_figure->title());
    setAccessibleDescription(m_figure->caption());
    m_readout->setObjectName(QStringLiteral("chartReadout"));
    m_readout->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_readout);
    make();
}

void ChartView::make()
{
    const std::optional<std::pair<QCPRange, QCPRange>> shown =
        m_plot ? std::optional(std::pair(m_plot->xAxis->range(), m_plot->yAxis->range())) : std::nullopt;
    delete m_plot;
    m_plot = new QCustomPlot;
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 12);
    m_plot->setFont(font());
    m_figure->fill(*m_plot, chartThemeOf(palette()));
    m_across = m_plot->xAxis->range();
    m_up = m_plot->yAxis->range();
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_mark = new QCPItemTracer(m_plot);
    m_mark->setStyle(QCPItemTracer::tsCircle);
    m_mark->setSize(9);
    m_mark->setPen(QPen(chartColors(chartThemeOf(palette())).text, 1.5));
    m_mark->setSelectable(false);
    m_mark->position->setType(QCPItemPosition::ptPlotCoords);
    if (shown) {
        m_plot->xAxis->setRange(shown->first);
        m_plot->yAxis->setRange(shown->second);
    }
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_plot, 1);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) { showPoint(pointAt(event->position())); });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &ChartView::showEverything);
    showPoint(std::nullopt);
}

std::optional<ChartPoint> ChartView::pointAt(const QPointF& place) const
{
    std::optional<ChartPoint> nearest;
    double least = kReach * kReach;
    for (int i = 0; i < m_plot->plottableCount(); ++i) {
        QCPAbstractPlottable* series = m_plot->plottable(i);
        QCPPlottableInterface1D* points = series->interface1D();
        if (!points || series->name().isEmpty())
            continue;
        for (int at = 0; at < points->dataCount(); ++at) {
            const QPointF offset = series->coordsToPixels(points->dataMainKey(at), points->dataMainValue(at)) - place;
            const double distance = QPointF::dotProduct(offset, offset);
            if (distance < least) {
                least = distance;
                nearest = ChartPoint{series->name(), points->dataMainKey(at), points->dataMainValue(at)};
            }
        }
    }
    return nearest;
}

QString ChartView::readout() const
{
    return m_readout->text();
}

void ChartView::showPoint(const std::optional<ChartPoint>& point)
{
    m_mark->setVisible(point.has_value());
    if (point) {
        m_mark->position->setCoords(point->x, point->y);
        // Boxes stand beside names, which are better than their numbers.
        const auto ticks = m_plot->xAxis->ticker().dynamicCast<QCPAxisTickerText>();
        const QString x = ticks ? ticks->ticks().value(point->x)
                                : tr("%1 %2").arg(m_plot->xAxis->label(), number(point->x));
        m_readout->setText(ticks ? tr("%1, %2: %3 %4").arg(x, point->series, m_plot->yAxis->label(), number(point->y))
                                 : tr("%1: %2, %3 %4").arg(point->series, x, m_plot->yAxis->label(), number(point->y)));
    } else {
        m_readout->setText(tr("Point at a curve to read its values. Drag moves, the wheel zooms, a double click shows all."));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::zoom(double factor)
{
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->scaleRange(1 / factor);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::showEverything()
{
    m_plot->xAxis->setRange(m_across);
    m_plot->yAxis->setRange(m_up);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::move(double x, double y)
{
    m_plot->xAxis->moveRange(x * kMoveStep * m_plot->xAxis->range().size());
    m_plot->yAxis->moveRange(y * kMoveStep * m_plot->yAxis->range().size());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(kZoomStep);
    case Qt::Key_Minus:
        return zoom(1 / kZoomStep);
    case Qt::Key_0:
        return showEverything();
    case Qt::Key_Left:
        return move(-1, 0);
    case Qt::Key_Right:
        return move(1, 0);
    case Qt::Key_Up:
        return move(0, 1);
    case Qt::Key_Down:
        return move(0, -1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        make();
    QWidget::changeEvent(event);
}

}
