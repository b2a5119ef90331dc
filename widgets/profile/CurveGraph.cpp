#include "profile/CurveGraph.h"

#include <algorithm>
#include <cmath>

namespace isostain {

namespace {

constexpr int kPiece = 16; ///< points

double lengthOf(const QPointF* points, int count)
{
    double length = 0;
    for (int i = 1; i < count; ++i)
        length += std::hypot(points[i].x() - points[i - 1].x(), points[i].y() - points[i - 1].y());
    return length;
}

bool isGap(const QPointF& point)
{
    return qIsNaN(point.y()) || qIsNaN(point.x());
}

}

void CurveGraph::drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const
{
    if (painter->modes().testFlag(QCPPainter::pmVectorized))
        return QCPGraph::drawLinePlot(painter, lines);
    if (mPen.style() == Qt::NoPen || lines.size() < 2)
        return;
    applyDefaultAntialiasingHint(painter);
    QPen pen = mPen;
    const int count = int(lines.size());
    double drawn = 0;
    for (int first = 0; first + 1 < count;) {
        if (isGap(lines[first])) {
            ++first;
            continue;
        }
        int last = first;
        while (last + 1 < count && last - first < kPiece && !isGap(lines[last + 1]))
            ++last;
        if (last > first) {
            // Dashes go on where the last piece stopped.
            if (pen.style() != Qt::SolidLine)
                pen.setDashOffset(drawn / std::max(1.0, pen.widthF()));
            painter->setPen(pen);
            painter->drawPolyline(&lines[first], last - first + 1);
            drawn += lengthOf(&lines[first], last - first + 1);
        }
        first = std::max(last, first + 1);
    }
}

}
