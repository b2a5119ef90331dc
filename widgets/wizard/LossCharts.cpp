#include "wizard/LossCharts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <QEvent>
#include <QTabBar>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "plots/ChartStyle.h"
#include "plots/MethodText.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

bool isLoss(const std::string& column)
{
    static constexpr std::array<std::string_view, 8> others = {"contrast_to_target", "contrast_to_source", "learning_rate", "psnr_target", "ssim_target",
                                                               "repeat",        "epoch",       "accuracy"};
    return std::find(others.begin(), others.end(), column) == others.end();
}

QString curveText(const std::string& column)
{
    QString text = QString::fromStdString(column);
    return text.replace(QLatin1Char('_'), QLatin1Char(' '));
}

}

LossCharts::LossCharts(QWidget* parent) : QWidget(parent), m_bar(new QTabBar), m_plot(new QCustomPlot)
{
    m_bar->setObjectName(QStringLiteral("lossTabs"));
    m_bar->setAccessibleName(tr("Training"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_plot->setMinimumSize(fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 11);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setAccessibleName(tr("Losses"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    setLegendAbove(*m_plot, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    column->addWidget(m_plot, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &LossCharts::draw);
    draw();
}

void LossCharts::clear()
{
    m_metrics.clear();
    m_tabs.clear();
    while (m_bar->count() > 0)
        m_bar->removeTab(0);
    draw();
}

void LossCharts::showMetrics(const std::map<StudyStep, MetricsTable>& metrics)
{
    m_metrics = metrics;
    for (const auto& [step, table] : metrics)
        if (table.rows() > 0 && std::find(m_tabs.begin(), m_tabs.end(), step) == m_tabs.end())
            addTab(step);
    draw();
}

int LossCharts::curves() const
{
    return m_plot->graphCount();
}

void LossCharts::addTab(StudyStep step)
{
    m_tabs.push_back(step);
    m_bar->setCurrentIndex(m_bar->addTab(step == StudyStep::StainGan   ? methodText("staingan")
                                         : step == StudyStep::StainNet ? methodText("stainnet")
                                                                       : tr("Classifier")));
}

void LossCharts::draw()
{
    m_plot->clearGraphs();
    m_bar->setVisible(m_bar->count() > 1);
    styleChart(*m_plot, chartThemeOf(palette()), tr("Step"), tr("Loss"));
    const int tab = m_bar->currentIndex();
    if (tab >= 0 && std::size_t(tab) < m_tabs.size()) {
        const MetricsTable& table = m_metrics[m_tabs[std::size_t(tab)]];
        int curve = 0;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            if (!isLoss(table.columns[column]))
                continue;
            QCPGraph* graph = m_plot->addGraph();
            graph->setName(curveText(table.columns[column]));
            graph->setPen(curvePen(++curve, chartThemeOf(palette())));
            for (std::size_t row = 0; row < table.rows(); ++row)
                if (std::isfinite(table.values[column][row]))
                    graph->addData(double(table.steps[row]), table.values[column][row]);
        }
        m_plot->rescaleAxes();
        // Losses are read against 0.
        m_plot->yAxis->setRange(0, std::max(1e-9, m_plot->yAxis->range().upper * 1.05));
    }
    m_plot->legend->setVisible(m_plot->graphCount() > 0);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LossCharts::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        draw();
    QWidget::changeEvent(event);
}

}
