#pragma once

#include "plots/Figure.h"
#include "profile/CurveStyle.h"

class QCustomPlot;

namespace isostain {

/// A chart drawn by QCustomPlot: on paper as every figure, and live in a ChartView.
class ChartFigure : public Figure {
public:
    ChartFigure(QString title, QString caption, QSize size);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    QSize size() const override { return m_size; }
    void paint(QCPPainter& painter) const override;

    /// Fills an empty plot, once; axes show everything.
    virtual void fill(QCustomPlot& plot, ChartTheme theme) const = 0;

private:
    QString m_title;
    QString m_caption;
    QSize m_size;
};

}
