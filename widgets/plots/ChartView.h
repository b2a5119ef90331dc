#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include <qcustomplot.h>

#include "plots/ChartFigure.h"

class QLabel;

namespace isostain {

/// A point of a chart.
struct ChartPoint {
    QString series;
    double x = 0;
    double y = 0;
};

/// A chart to look into: drag moves it, the wheel zooms, a double click shows all again; a line below tells the value under the
/// cursor. By keys: arrows, plus, minus and 0. GUI thread only.
class ChartView : public QWidget {
    Q_OBJECT

public:
    explicit ChartView(std::shared_ptr<const ChartFigure> figure, QWidget* parent = nullptr);

    /// Larger than 1: closer.
    void zoom(double factor);
    void showEverything();
    /// The point of a series that is nearest to a place of the plot, if one is near enough.
    std::optional<ChartPoint> pointAt(const QPointF& place) const;
    /// What the line says.
    QString readout() const;
    QCustomPlot& plot() const { return *m_plot; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void make();
    void showPoint(const std::optional<ChartPoint>& point);
    void move(double x, double y);

    std::shared_ptr<const ChartFigure> m_figure;
    QCustomPlot* m_plot = nullptr;
    QCPItemTracer* m_mark = nullptr; ///< of the point under the cursor; the plot's
    QLabel* m_readout;
    QCPRange m_across; ///< of everything; some charts have ranges of their own
    QCPRange m_up;
};

}
