#include "annotate/AnnotationPainter.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QPainter>
#include <QPainterPath>

#include "annotate/AnnotationTexts.h"
#include "compare/PillColors.h"

namespace isostain {

namespace {

constexpr double kMargin = 0.25; ///< of the pane, kept on every side
constexpr double kStroke = 2;    ///< logical pixels, as all below
constexpr double kEdge = 4;      ///< dark, under the stroke of what is selected
constexpr double kPointRadius = 4;
constexpr double kHandle = 3;
constexpr int kMostHandles = 200; ///< more would hide the outline
constexpr double kTelling = 0.7;  ///< corners closer than this on the screen are one
constexpr double kPadding = 5;
constexpr int kFill = 36;   ///< of 255
constexpr int kPiece = 256; ///< device pixels of one decoration

/// Level-0 positions on a picture.
struct ToPicture {
    cv::Matx23d matrix;

    QPointF operator()(const cv::Point2d& level0) const
    {
        return {matrix(0, 0) * level0.x + matrix(0, 1) * level0.y + matrix(0, 2),
                matrix(1, 0) * level0.x + matrix(1, 1) * level0.y + matrix(1, 2)};
    }
    /// What encloses it, upright on the picture.
    QRectF operator()(const cv::Rect2d& level0) const
    {
        const QPointF a = (*this)(level0.tl()), b = (*this)(level0.br());
        const QPointF c = (*this)({level0.x, level0.y + level0.height}), d = (*this)({level0.x + level0.width, level0.y});
        return QRectF(QPointF(std::min({a.x(), b.x(), c.x(), d.x()}), std::min({a.y(), b.y(), c.y(), d.y()})),
                      QPointF(std::max({a.x(), b.x(), c.x(), d.x()}), std::max({a.y(), b.y(), c.y(), d.y()})));
    }
};

cv::Matx23d shifted(cv::Matx23d matrix, const cv::Point2d& by)
{
    matrix(0, 2) += by.x;
    matrix(1, 2) += by.y;
    return matrix;
}

QPolygonF polygonOf(const Ring& ring, const ToPicture& toPicture)
{
    QPolygonF polygon;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF point = toPicture(ring[i]);
        const bool isEnd = i == 0 || i + 1 == ring.size();
        if (isEnd || (point - polygon.last()).manhattanLength() >= kTelling)
            polygon << point;
    }
    return polygon;
}

QPainterPath pathOf(const Annotation& annotation, const ToPicture& toPicture)
{
    QPainterPath path;
    for (const Annotation::Part& part : annotation.parts)
        for (const Ring& ring : part) {
            path.addPolygon(polygonOf(ring, toPicture));
            if (annotation.kind == AnnotationKind::Areas)
                path.closeSubpath();
        }
    return path;
}

void paintPoints(QPainter& painter, const Annotation& annotation, const QColor& color, const ToPicture& toPicture, double ratio,
                 bool isSelected)
{
    painter.setPen(QPen(isSelected ? QColor(Qt::white) : QColor(16, 16, 16, 200), (isSelected ? 2 : 1) * ratio));
    painter.setBrush(color);
    const double radius = (isSelected ? kPointRadius + 1 : kPointRadius) * ratio;
    for (const Annotation::Part& part : annotation.parts)
        for (const Ring& ring : part)
            for (const cv::Point2d& point : ring)
                painter.drawEllipse(toPicture(point), radius, radius);
}

QPen penOf(const QColor& color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintShape(QPainter& painter, const Annotation& annotation, const QColor& color, const ToPicture& toPicture, double ratio)
{
    if (annotation.kind == AnnotationKind::Points)
        return paintPoints(painter, annotation, color, toPicture, ratio, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(color, kStroke * ratio));
    for (const Annotation::Part& part : annotation.parts)
        for (const Ring& ring : part) {
            const QPolygonF polygon = polygonOf(ring, toPicture);
            if (annotation.kind == AnnotationKind::Areas)
                painter.drawPolygon(polygon);
            else
                painter.drawPolyline(polygon);
        }
}

void paintSelected(QPainter& painter, const Annotation& annotation, const QColor& color, const ToPicture& toPicture,
                   double ratio)
{
    if (annotation.kind == AnnotationKind::Points)
        return paintPoints(painter, annotation, color, toPicture, ratio, true);
    const QPainterPath path = pathOf(annotation, toPicture);
    QColor fill = color;
    fill.setAlpha(kFill);
    painter.setBrush(annotation.kind == AnnotationKind::Areas ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(penOf(QColor(16, 16, 16, 190), kEdge * ratio));
    painter.drawPath(path);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(color, kStroke * ratio));
    painter.drawPath(path);
    if (path.elementCount() > kMostHandles)
        return;
    painter.setPen(QPen(QColor(16, 16, 16), ratio));
    painter.setBrush(Qt::white);
    const double side = kHandle * ratio;
    for (int i = 0; i < path.elementCount(); ++i)
        painter.drawRect(QRectF(path.elementAt(i).x - side, path.elementAt(i).y - side, 2 * side, 2 * side));
}

/// A measure beside its annotation.
void paintLabel(QPainter& painter, const QString& text, const QPointF& at, const QFont& font, double ratio, const QSizeF& pane)
{
    if (text.isEmpty())
        return;
    QFont scaled = font;
    if (font.pointSizeF() > 0)
        scaled.setPointSizeF(font.pointSizeF() * ratio);
    else
        scaled.setPixelSize(int(font.pixelSize() * ratio));
    painter.setFont(scaled);
    const QFontMetricsF metrics(scaled);
    const double padding = kPadding * ratio;
    QRectF pill(at + QPointF(padding, padding),
                QSizeF(metrics.horizontalAdvance(text) + 2 * padding, metrics.height() + padding / 2));
    pill.moveLeft(std::clamp(pill.left(), 0.0, std::max(0.0, pane.width() - pill.width())));
    pill.moveTop(std::clamp(pill.top(), 0.0, std::max(0.0, pane.height() - pill.height())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(pill::kBackground);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(pill::kText);
    painter.drawText(pill, Qt::AlignCenter, text);
}

/// Pieces of a picture that have something on them.
void addPieces(const QImage& picture, const QRect& part, std::vector<Decoration>& pieces)
{
    const auto isEmpty = [&](const QRect& piece) {
        for (int y = piece.top(); y <= piece.bottom(); ++y) {
            const auto* row = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
            if (std::any_of(row + piece.left(), row + piece.right() + 1, [](QRgb pixel) { return pixel != 0; }))
                return false;
        }
        return true;
    };
    for (int y = part.top(); y <= part.bottom(); y += kPiece)
        for (int x = part.left(); x <= part.right(); x += kPiece) {
            const QRect piece = QRect(x, y, kPiece, kPiece).intersected(part);
            if (!isEmpty(piece))
                pieces.push_back({piece.topLeft() - part.topLeft(), picture.copy(piece)});
        }
}

}

void AnnotationPainter::setScene(Scene scene)
{
    const bool isSame = scene.annotations == m_scene.annotations && scene.selection == m_scene.selection;
    if (scene.annotations != m_scene.annotations) {
        m_shapes.clear();
        for (const AnnotationPtr& annotation : scene.annotations)
            m_shapes.push_back({annotation, boundsOf(*annotation), colorOf(*annotation)});
    }
    m_scene = std::move(scene);
    if (!isSame)
        m_picture = {};
}

std::vector<Decoration> AnnotationPainter::paint(const Viewport& viewport, double devicePixelRatio)
{
    std::vector<Decoration> pieces;
    if (viewport.width <= 0 || viewport.height <= 0)
        return pieces;
    if (m_scene.selection.size() < m_shapes.size()) {
        // Where level-0 (0, 0) lies in the pane says how far the picture has moved since.
        const auto offset = [&] {
            const cv::Matx23d now = viewport.level0ToDevice();
            return cv::Point2d(m_zero.x - now(0, 2), m_zero.y - now(1, 2));
        };
        const auto partAt = [&](const cv::Point2d& moved) {
            return QRect(QPoint(int(std::lround(moved.x)), int(std::lround(moved.y))), QSize(viewport.width, viewport.height));
        };
        const cv::Point2d moved = offset();
        const bool isKept = !m_picture.isNull() && m_zoom == viewport.zoom && m_orientation == viewport.orientation &&
                            m_ratio == devicePixelRatio && std::abs(moved.x) < 1e6 && std::abs(moved.y) < 1e6 &&
                            m_picture.rect().contains(partAt(moved));
        if (!isKept)
            paintPicture(viewport, devicePixelRatio);
        addPieces(m_picture, partAt(offset()), pieces);
    }
    for (Decoration& piece : paintAbove(viewport, devicePixelRatio))
        pieces.push_back(std::move(piece));
    return pieces;
}

void AnnotationPainter::paintPicture(const Viewport& viewport, double ratio)
{
    ++m_pictureCount;
    // While the view is zoomed or turned the next frame needs another picture anyway.
    const bool isZoomed = m_zoom != 0 && (m_zoom != viewport.zoom || m_orientation != viewport.orientation);
    const int marginX = isZoomed ? 0 : int(viewport.width * kMargin);
    const int marginY = isZoomed ? 0 : int(viewport.height * kMargin);
    const cv::Matx23d matrix = shifted(viewport.level0ToDevice(), {double(marginX), double(marginY)});
    m_zero = {matrix(0, 2), matrix(1, 2)};
    m_zoom = viewport.zoom;
    m_orientation = viewport.orientation;
    m_ratio = ratio;
    m_picture = QImage(viewport.width + 2 * marginX, viewport.height + 2 * marginY, QImage::Format_ARGB32_Premultiplied);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const ToPicture toPicture{matrix};
    const double reach = (kPointRadius + kEdge) * ratio;
    const QRectF visible = QRectF(m_picture.rect()).adjusted(-reach, -reach, reach, reach);
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        const Shape& shape = m_shapes[i];
        const QRectF bounds = toPicture(shape.bounds);
        // Lines and points have bounds without an area.
        const bool isVisible = bounds.left() <= visible.right() && bounds.right() >= visible.left() &&
                               bounds.top() <= visible.bottom() && bounds.bottom() >= visible.top();
        if (isVisible && !m_scene.selection.contains(int(i)))
            paintShape(painter, *shape.annotation, shape.color, toPicture, ratio);
    }
}

std::vector<Decoration> AnnotationPainter::paintAbove(const Viewport& viewport, double ratio) const
{
    std::vector<Decoration> pieces;
    if (m_scene.selection.empty() && !m_scene.drawing)
        return pieces;
    QImage picture(viewport.width, viewport.height, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const ToPicture toPicture{viewport.level0ToDevice()};
    const auto label = [&](const Annotation& annotation) {
        if (!m_scene.slide)
            return;
        const QPointF at = annotation.kind == AnnotationKind::Lines ? toPicture(annotation.parts.front().front().back())
                                                                    : toPicture(boundsOf(annotation)).bottomRight();
        paintLabel(painter, measuresText(annotation, m_scene.slide->info(), QLocale()), at, m_scene.font, ratio,
                   QSizeF(picture.size()));
    };
    for (const int index : m_scene.selection) {
        const Shape& shape = m_shapes[std::size_t(index)];
        paintSelected(painter, *shape.annotation, shape.color, toPicture, ratio);
    }
    if (m_scene.drawing)
        paintSelected(painter, *m_scene.drawing, colorOf(*m_scene.drawing), toPicture, ratio);
    if (m_scene.selection.size() == 1)
        label(*m_shapes[std::size_t(*m_scene.selection.begin())].annotation);
    if (m_scene.drawing)
        label(*m_scene.drawing);
    painter.end();
    addPieces(picture, picture.rect(), pieces);
    return pieces;
}

}
