#include "plots/ChartFigure.h"

#include <qcustomplot.h>

namespace isostain {

ChartFigure::ChartFigure(QString title, QString caption, QSize size)
    : m_title(std::move(title)),
      m_caption(std::move(caption)),
      m_size(size)
{
}

void ChartFigure::paint(QCPPainter& painter) const
{
    QCustomPlot plot;
    fill(plot, ChartTheme::Light);
    plot.toPainter(&painter, m_size.width(), m_size.height());
}

}
