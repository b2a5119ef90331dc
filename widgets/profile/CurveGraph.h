#pragma once

#include <qcustomplot.h>

namespace isostain {

/// A curve that is drawn on the screen in short pieces: one long polyline wider than a pixel takes time that grows with the
/// square of its samples (measured: 0.7 s for six curves of 4,096), because it may cross itself anywhere. GUI thread only.
class CurveGraph : public QCPGraph {
    Q_OBJECT

public:
    using QCPGraph::QCPGraph;

protected:
    void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const override;
};

}
