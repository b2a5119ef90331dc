#include "wizard/ComparisonWindow.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "plots/ChartStyle.h"
#include "plots/MethodText.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

/// Adds up what is finite.
struct Mean {
    double sum = 0;
    std::size_t count = 0;

    void add(double value)
    {
        if (std::isfinite(value)) {
            sum += value;
            ++count;
        }
    }
    double value() const { return count == 0 ? std::nan("") : sum / double(count); }
};

QTableWidgetItem* makeCell(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

QTableWidgetItem* makeNumber(double value, int decimals)
{
    auto* item = makeCell(std::isfinite(value) ? QLocale().toString(value, 'f', decimals) : QStringLiteral("–"));
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

}

std::vector<MethodMeans> meansByMethod(const std::vector<EvaluationRow>& rows)
{
    struct Sums {
        std::string method;
        std::set<std::size_t> images;
        Mean ssimTarget, psnrTarget, ssimSource;
    };
    std::vector<Sums> all;
    for (const EvaluationRow& row : rows) {
        auto found = std::find_if(all.begin(), all.end(), [&](const Sums& each) { return each.method == row.method; });
        if (found == all.end()) {
            all.push_back({row.method, {}, {}, {}, {}});
            found = all.end() - 1;
        }
        found->images.insert(row.pair);
        found->ssimTarget.add(row.ssimTarget);
        found->psnrTarget.add(row.psnrTarget);
        found->ssimSource.add(row.ssimSource);
    }
    std::vector<MethodMeans> means;
    for (const Sums& each : all)
        means.push_back(
            {each.method, each.images.size(), each.ssimTarget.value(), each.psnrTarget.value(), each.ssimSource.value()});
    return means;
}

ComparisonWindow::ComparisonWindow(const std::vector<StudyResults>& results, QWidget* parent)
    : QDialog(parent, Qt::Window),
      m_results(results),
      m_curve(new QComboBox),
      m_plot(new QCustomPlot),
      m_table(new QTableWidget)
{
    setWindowTitle(tr("Compare Trainings"));
    m_curve->setObjectName(QStringLiteral("comparedCurve"));
    m_curve->setAccessibleName(tr("Curve"));
    m_plot->setAccessibleName(tr("Losses of the studies"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setLegendAbove(*m_plot, 2);
    m_plot->setMinimumHeight(fontMetrics().height() * 12);
    m_table->setObjectName(QStringLiteral("comparedMetrics"));
    m_table->setAccessibleName(tr("Measurements of the studies"));
    m_table->setTabKeyNavigation(false);
    auto* label = new QLabel(tr("&Curve:"));
    label->setBuddy(m_curve);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_curve);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_plot, 1);
    column->addWidget(m_table, 1);
    fillCurves();
    fillTable();
    connect(m_curve, &QComboBox::currentIndexChanged, this, &ComparisonWindow::draw);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 40);
    draw();
}

void ComparisonWindow::fillCurves()
{
    for (const StudyResults& results : m_results)
        for (const auto& [step, table] : results.metrics)
            for (const std::string& column : table.columns) {
                const QString text = QStringLiteral("%1: %2").arg(
                    stepText(step), QString::fromStdString(column).replace(QLatin1Char('_'), QLatin1Char(' ')));
                if (m_curve->findText(text) < 0)
                    m_curve->addItem(text, QVariantList{int(step), QString::fromStdString(column)});
            }
}

void ComparisonWindow::draw()
{
    m_plot->clearGraphs();
    styleChart(*m_plot, chartThemeOf(palette()), tr("Step"), m_curve->currentText());
    const QVariantList choice = m_curve->currentData().toList();
    int number = 0;
    for (const StudyResults& results : m_results) {
        ++number;
        const auto found = choice.isEmpty() ? results.metrics.end() : results.metrics.find(StudyStep(choice[0].toInt()));
        if (found == results.metrics.end())
            continue;
        const std::vector<double>* values = found->second.column(choice[1].toString().toStdString());
        if (!values)
            continue;
        QCPGraph* graph = m_plot->addGraph();
        graph->setName(QString::fromStdString(results.config.name));
        graph->setPen(curvePen(number, chartThemeOf(palette())));
        for (std::size_t row = 0; row < values->size(); ++row)
            if (std::isfinite((*values)[row]))
                graph->addData(double(found->second.steps[row]), (*values)[row]);
    }
    m_plot->rescaleAxes();
    m_plot->legend->setVisible(m_plot->graphCount() > 0);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ComparisonWindow::fillTable()
{
    m_table->setColumnCount(6);
    m_table->setHorizontalHeaderLabels(
        {tr("Study"), tr("Method"), tr("Images"), tr("SSIM Target"), tr("PSNR Target, dB"), tr("SSIM Source")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const StudyResults& results : m_results)
        for (const MethodMeans& means : meansByMethod(results.evaluation)) {
            const int row = m_table->rowCount();
            m_table->insertRow(row);
            m_table->setItem(row, 0, makeCell(QString::fromStdString(results.config.name)));
            m_table->setItem(row, 1, makeCell(methodText(means.method)));
            m_table->setItem(row, 2, makeNumber(double(means.images), 0));
            m_table->setItem(row, 3, makeNumber(means.ssimTarget, 3));
            m_table->setItem(row, 4, makeNumber(means.psnrTarget, 1));
            m_table->setItem(row, 5, makeNumber(means.ssimSource, 3));
        }
}

void ComparisonWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        draw();
    QDialog::changeEvent(event);
}

}
