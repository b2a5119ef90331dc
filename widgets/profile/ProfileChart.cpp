#include "profile/ProfileChart.h"

#include <algorithm>
#include <cmath>

#include "profile/CurveGraph.h"
#include "profile/ProfileText.h"

namespace isostain {

namespace {

constexpr double kLargestGray = 255;
constexpr double kSmallestGrayRange = 8;
constexpr int kSmallestSamples = 8;
const QString kCursorLayer = QStringLiteral("cursor");

/// A range of at least `smallest`, within [0, largest].
QCPRange limited(const QCPRange& range, double smallest, double largest)
{
    const double size = std::clamp(range.size(), std::min(smallest, largest), largest);
    const double lower = std::clamp(range.center() - size / 2, 0.0, largest - size);
    return {lower, lower + size};
}

bool isSame(const QCPRange& a, const QCPRange& b)
{
    return std::abs(a.lower - b.lower) + std::abs(a.upper - b.upper) < 1e-9 * (1 + std::abs(a.upper));
}

}

ProfileChart::ProfileChart(QWidget* parent) : QCustomPlot(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setNoAntialiasingOnDrag(true);
    setPlottingHint(QCP::phCacheLabels);
    axisRect()->setupFullAxesBox();
    for (QCPAxis* axis : {xAxis2, yAxis2}) {
        axis->setTickLabels(false);
        axis->setTicks(false);
    }
    yAxis->setLabel(tr("Gray value"));
    axisRect()->setMinimumMargins(QMargins(0, 8, 12, 0));
    makeCursor();
    for (QCPAxis* axis : {xAxis, yAxis})
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &ProfileChart::limitRanges);
    applyTheme();
    setCurves({});
}

void ProfileChart::makeCursor()
{
    // A layer with a buffer of its own: moving the cursor does not draw the curves again.
    addLayer(kCursorLayer);
    m_cursorLayer = layer(kCursorLayer);
    m_cursorLayer->setMode(QCPLayer::lmBuffered);
    m_cursorDots = addGraph();
    m_cursorDots->setLayer(m_cursorLayer);
    m_cursorDots->setLineStyle(QCPGraph::lsNone);
    m_cursorDots->removeFromLegend();
    m_cursorLine = new QCPItemStraightLine(this);
    m_cursorLine->setLayer(m_cursorLayer);
    m_cursorText = new QCPItemText(this);
    m_cursorText->setLayer(m_cursorLayer);
    m_cursorText->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_cursorText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_cursorText->setPadding(QMargins(4, 1, 4, 1));
    m_cursorText->setClipToAxisRect(false);
    setCursorSample(std::nullopt);
}

void ProfileChart::setCurves(const ProfileCurves& curves)
{
    const bool isSameLength = curves.sampleCount() == m_curves.sampleCount();
    m_curves = curves;
    fitGraphCount();
    for (std::size_t i = 0; i < m_curves.curves.size(); ++i) {
        const ProfileCurve& curve = m_curves.curves[i];
        QVector<QCPGraphData> points;
        points.reserve(int(curve.profile.gray.size()));
        for (std::size_t sample = 0; sample < curve.profile.gray.size(); ++sample) // QCustomPlot's gaps are not numbers
            points.append(
                {m_curves.distanceOf(sample), curve.profile.gray[sample] ? double(*curve.profile.gray[sample]) : qQNaN()});
        graph(int(i) + 1)->data()->set(points, true);
        graph(int(i) + 1)->setName(legendText(curve));
    }
    xAxis->setLabel(distanceAxisText(m_curves));
    if (m_isZoomed)
        limitRanges();
    else
        showAll();
    if (!isSameLength && m_cursorSample && *m_cursorSample >= int(m_curves.sampleCount()))
        m_cursorSample.reset();
    placeCursor();
    replot(rpQueuedReplot);
}

/// Graph 0 is the cursor's; then one per curve.
void ProfileChart::fitGraphCount()
{
    const int wanted = int(m_curves.curves.size()) + 1;
    if (graphCount() == wanted)
        return;
    while (graphCount() > wanted)
        removeGraph(graphCount() - 1);
    while (graphCount() < wanted)
        new CurveGraph(xAxis, yAxis);   // the plot takes it
    applyTheme();
}

void ProfileChart::setTheme(ChartTheme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    applyTheme();
    replot(rpQueuedReplot);
}

void ProfileChart::applyTheme()
{
    const ChartColors colors = chartColors(m_theme);
    setBackground(colors.ground);
    for (QCPAxis* axis : {xAxis, yAxis, xAxis2, yAxis2}) {
        axis->setBasePen(QPen(colors.axis));
        axis->setTickPen(QPen(colors.axis));
        axis->setSubTickPen(QPen(colors.axis));
        axis->setLabelColor(colors.text);
        axis->setTickLabelColor(colors.text);
        axis->setLabelFont(font());
        axis->setTickLabelFont(font());
        axis->grid()->setPen(QPen(colors.grid));
        axis->grid()->setZeroLinePen(QPen(colors.grid));
    }
    for (int i = 1; i < graphCount(); ++i)
        graph(i)->setPen(curvePen(i - 1, m_theme));
    m_cursorDots->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colors.text, 1.5), colors.ground, 6));
    m_cursorLine->setPen(QPen(colors.axis, 1));
    m_cursorText->setColor(colors.ground);
    m_cursorText->setBrush(colors.text);
    m_cursorText->setFont(font());
    legend->setBrush(colors.ground);
    legend->setBorderPen(QPen(colors.grid));
    legend->setTextColor(colors.text);
    legend->setFont(font());
}

void ProfileChart::showLegend()
{
    legend->setVisible(true);
    legend->setIconSize(34, 12);
    // Above the chart, where it covers no curve.
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, legend);
    plotLayout()->setRowStretchFactor(0, 0.001);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setWrap(3);
    legend->setBorderPen(Qt::NoPen);
}

double ProfileChart::length() const
{
    const std::size_t samples = m_curves.sampleCount();
    return samples > 1 ? m_curves.distanceOf(samples - 1) : m_curves.unitsPerPixel();
}

void ProfileChart::showAll()
{
    m_isSettingRange = true;
    xAxis->setRange(0, length());
    yAxis->setRange(0, kLargestGray);
    m_isSettingRange = false;
}

void ProfileChart::resetZoom()
{
    showAll();
    replot(rpQueuedReplot);
    if (std::exchange(m_isZoomed, false))
        emit zoomChanged();
}

void ProfileChart::setRanges(const QCPRange& distance, const QCPRange& gray)
{
    xAxis->setRange(distance);
    yAxis->setRange(gray);
    replot(rpQueuedReplot);
}

void ProfileChart::limitRanges()
{
    if (m_isSettingRange)
        return;
    m_isSettingRange = true;
    const double smallest = kSmallestSamples * m_curves.step * m_curves.unitsPerPixel();
    xAxis->setRange(limited(xAxis->range(), smallest, length()));
    yAxis->setRange(limited(yAxis->range(), kSmallestGrayRange, kLargestGray));
    m_isSettingRange = false;
    const bool isZoomed = !isSame(xAxis->range(), {0, length()}) || !isSame(yAxis->range(), {0, kLargestGray});
    if (isZoomed != std::exchange(m_isZoomed, isZoomed))
        emit zoomChanged();
}

void ProfileChart::setCursorSample(std::optional<int> sample)
{
    if (sample && (*sample < 0 || *sample >= int(m_curves.sampleCount())))
        sample.reset();
    m_cursorSample = sample;
    placeCursor();
    m_cursorLayer->replot();
}

void ProfileChart::placeCursor()
{
    for (QCPAbstractItem* item : std::initializer_list<QCPAbstractItem*>{m_cursorLine, m_cursorText})
        item->setVisible(m_cursorSample.has_value());
    QVector<QCPGraphData> dots;
    if (m_cursorSample) {
        const auto sample = std::size_t(*m_cursorSample);
        const double distance = m_curves.distanceOf(sample);
        m_cursorLine->point1->setCoords(distance, 0);
        m_cursorLine->point2->setCoords(distance, 1);
        m_cursorText->position->setCoords(distance, 0);
        m_cursorText->setText(distanceText(m_curves, sample));
        const bool isLeft = distance < xAxis->range().center();
        m_cursorText->setPositionAlignment((isLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
        for (const ProfileCurve& curve : m_curves.curves)
            if (curve.profile.gray[sample])
                dots.append({distance, double(*curve.profile.gray[sample])});
    }
    m_cursorDots->data()->set(dots, true);
}

std::optional<int> ProfileChart::sampleAt(const QPointF& position) const
{
    if (m_curves.sampleCount() == 0 || !axisRect()->rect().contains(position.toPoint()))
        return std::nullopt;
    const double sample = xAxis->pixelToCoord(position.x()) / (m_curves.step * m_curves.unitsPerPixel());
    return std::clamp(int(std::lround(sample)), 0, int(m_curves.sampleCount()) - 1);
}

void ProfileChart::moveCursor(std::optional<int> sample)
{
    if (sample == m_cursorSample)
        return;
    setCursorSample(sample);
    emit cursorMoved(m_cursorSample);
}

void ProfileChart::mouseMoveEvent(QMouseEvent* event)
{
    QCustomPlot::mouseMoveEvent(event);
    moveCursor(sampleAt(event->position()));
}

void ProfileChart::leaveEvent(QEvent* event)
{
    QCustomPlot::leaveEvent(event);
    moveCursor(std::nullopt);
}

void ProfileChart::mouseDoubleClickEvent(QMouseEvent*)
{
    resetZoom();
}

void ProfileChart::wheelEvent(QWheelEvent* event)
{
    axisRect()->setRangeZoom(event->modifiers().testFlag(Qt::ShiftModifier) ? Qt::Vertical : Qt::Horizontal);
    QCustomPlot::wheelEvent(event);
    moveCursor(sampleAt(event->position()));
}

void ProfileChart::keyPressEvent(QKeyEvent* event)
{
    constexpr double kZoomStep = 0.5;
    const int samples = int(m_curves.sampleCount());
    const int step = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    const auto moveBy = [&](int by) {
        if (samples > 0)
            moveCursor(std::clamp(m_cursorSample ? *m_cursorSample + by : samples / 2, 0, samples - 1));
    };
    const auto zoomBy = [&](double factor) {
        const double center = m_cursorSample ? m_curves.distanceOf(std::size_t(*m_cursorSample)) : xAxis->range().center();
        xAxis->scaleRange(factor, center);
        replot(rpQueuedReplot);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return moveBy(-step);
    case Qt::Key_Right:
        return moveBy(step);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / kZoomStep);
    case Qt::Key_Home:
    case Qt::Key_0:
        return resetZoom();
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

}
