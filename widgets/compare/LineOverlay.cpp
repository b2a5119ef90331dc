#include "compare/LineOverlay.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "compare/ClippedLine.h"

namespace isostain {

namespace {

constexpr int kPiece = 128;   ///< device pixels
constexpr double kCore = 1.5; ///< logical pixels, as all below
constexpr double kEdge = 4;
constexpr double kBandCore = 1;
constexpr double kBandEdge = 2.5;
constexpr double kSmallestBand = 4; ///< half width from which the band's borders are drawn
constexpr double kHandleRadius = 5.5;
constexpr double kMarkerRadius = 4;
constexpr double kReach = kHandleRadius + 2;
const QColor kLight(250, 250, 250);
const QColor kDark(16, 16, 16);
const QColor kDarkEdge(16, 16, 16, 190);
const QColor kMarkerColor(240, 228, 66);

class LinePainter {
public:
    LinePainter(const LineMarks& marks, double ratio) : m_marks(marks), m_ratio(ratio) {}

    /// Everything that is painted lies within this distance of the line.
    double reach() const { return std::max(kReach, bandReach()) * m_ratio + 1; }

    void paint(QPainter& painter, const QRectF& area) const
    {
        const QRectF around = area.adjusted(-reach(), -reach(), reach(), reach());
        const QLineF line(m_marks.start, m_marks.end);
        if (hasBand() && line.length() > 0) {
            const QPointF normal(-line.dy() / line.length() * m_marks.halfWidth, line.dx() / line.length() * m_marks.halfWidth);
            for (const QLineF& border : {line.translated(normal), line.translated(-normal)})
                stroke(painter, border, around, kBandEdge, kBandCore);
        }
        stroke(painter, line, around, kEdge, kCore);
        paintHandle(painter, m_marks.start, kLight, around);
        paintHandle(painter, m_marks.end, kDark, around);
        if (m_marks.marker && around.contains(*m_marks.marker))
            paintDot(painter, *m_marks.marker, kMarkerRadius, kMarkerColor, kDark);
    }

private:
    bool hasBand() const { return m_marks.halfWidth >= kSmallestBand * m_ratio; }
    double bandReach() const { return hasBand() ? m_marks.halfWidth / m_ratio + kBandEdge : 0; }

    void stroke(QPainter& painter, const QLineF& line, const QRectF& around, double edge, double core) const
    {
        const std::optional<QLineF> visible = clipped(line, around);
        if (!visible)
            return;
        painter.setPen(QPen(kDarkEdge, edge * m_ratio, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(*visible);
        painter.setPen(QPen(kLight, core * m_ratio, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(*visible);
    }

    void paintHandle(QPainter& painter, const QPointF& at, const QColor& fill, const QRectF& around) const
    {
        if (around.contains(at))
            paintDot(painter, at, kHandleRadius, fill, kLight);
    }

    void paintDot(QPainter& painter, const QPointF& at, double radius, const QColor& fill, const QColor& ring) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(kDarkEdge);
        painter.drawEllipse(at, (radius + 1) * m_ratio, (radius + 1) * m_ratio);
        painter.setPen(QPen(ring, 1.5 * m_ratio));
        painter.setBrush(fill);
        painter.drawEllipse(at, (radius - 1) * m_ratio, (radius - 1) * m_ratio);
    }

    const LineMarks& m_marks;
    double m_ratio;
};

QImage paintPiece(const LinePainter& line, const QRect& piece)
{
    QImage image(piece.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-piece.topLeft());
    line.paint(painter, QRectF(piece));
    return image;
}

/// What a line reaches within a pane; sides never beyond the pane's, whatever the coordinates.
QRect coveredRect(const LineMarks& marks, double reach, QSize paneSize)
{
    const auto low = [](double value, int size) {
        return int(std::floor(std::clamp(value, 0.0, double(size))));
    };
    const auto high = [](double value, int size) {
        return int(std::ceil(std::clamp(value, 0.0, double(size))));
    };
    const int left = low(std::min(marks.start.x(), marks.end.x()) - reach, paneSize.width());
    const int top = low(std::min(marks.start.y(), marks.end.y()) - reach, paneSize.height());
    const int right = high(std::max(marks.start.x(), marks.end.x()) + reach, paneSize.width());
    const int bottom = high(std::max(marks.start.y(), marks.end.y()) + reach, paneSize.height());
    return QRect(left, top, right - left, bottom - top);
}

}

std::vector<Decoration> paintLine(const LineMarks& marks, QSize paneSize, double devicePixelRatio)
{
    std::vector<Decoration> pieces;
    const LinePainter line(marks, devicePixelRatio);
    const double reach = line.reach();
    const QRect covered = coveredRect(marks, reach, paneSize);
    for (int y = covered.top(); y <= covered.bottom(); y += kPiece)
        for (int x = covered.left(); x <= covered.right(); x += kPiece) {
            const QRect piece = QRect(x, y, kPiece, kPiece).intersected(covered);
            const QRectF around = QRectF(piece).adjusted(-reach, -reach, reach, reach);
            if (clipped(QLineF(marks.start, marks.end), around))
                pieces.push_back({piece.topLeft(), paintPiece(line, piece)});
        }
    return pieces;
}

const std::vector<Decoration>& LineOverlay::paint(const LineMarks& marks, QSize paneSize, double devicePixelRatio)
{
    if (marks != m_marks || paneSize != m_paneSize || devicePixelRatio != m_ratio) {
        m_marks = marks;
        m_paneSize = paneSize;
        m_ratio = devicePixelRatio;
        m_pieces = paintLine(marks, paneSize, devicePixelRatio);
    }
    return m_pieces;
}

}
