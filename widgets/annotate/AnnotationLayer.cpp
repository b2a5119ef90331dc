#include "annotate/AnnotationLayer.h"

#include <limits>
#include <utility>

#include "annotation/AnnotationMeasures.h"
#include "compare/CompareView.h"

namespace isostain {

namespace {

AnnotationDrawing::Constraint constraintOf(const LayerPointer& pointer)
{
    return pointer.modifiers.testFlag(Qt::ShiftModifier) ? AnnotationDrawing::Constraint::Regular
                                                         : AnnotationDrawing::Constraint::Free;
}

bool addsToSelection(const LayerPointer& pointer)
{
    return pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
}

}

AnnotationLayer::AnnotationLayer(CompareView& view, AnnotationStore& store, QObject* parent)
    : QObject(parent),
      m_view(&view),
      m_store(store)
{
    connect(&store, &AnnotationStore::changed, this, [this] {
        m_moving = -1;
        m_movedTo.reset();
        show();
    });
    connect(&store, &AnnotationStore::selectionChanged, this, &AnnotationLayer::show);
    connect(&view, &CompareView::slideChanged, this, [this] {
        m_drawing.cancel();
        m_moving = -1;
        m_movedTo.reset();
        show();
    });
    view.setLayer(this);
    show();
}

AnnotationLayer::~AnnotationLayer()
{
    if (m_view)
        m_view->setLayer(nullptr);
}

void AnnotationLayer::setTool(DrawingTool tool)
{
    m_drawing.setTool(tool);
    show();
}

void AnnotationLayer::setAnnotationsShown(bool shown)
{
    m_isShown = shown;
    show();
}

void AnnotationLayer::show()
{
    if (!m_view)
        return;
    AnnotationPainter::Scene scene;
    if (m_isShown) {
        scene.annotations = m_store.annotations();
        scene.selection = m_store.selection();
        scene.drawing = m_movedTo ? m_movedTo : m_drawing.preview();
    }
    scene.slide = m_view->slide();
    scene.font = m_view->font();
    m_painter.setScene(std::move(scene));
    m_view->updateLayer();
}

std::vector<Decoration> AnnotationLayer::paint(const Viewport& viewport, double devicePixelRatio)
{
    return m_painter.paint(viewport, devicePixelRatio);
}

void AnnotationLayer::press(const LayerPointer& pointer)
{
    if (m_drawing.tool() != DrawingTool::Select) {
        keep(m_drawing.press(pointer.level0, pointer.reach, constraintOf(pointer)));
        return;
    }
    m_corner = cornerAt(pointer);
    m_moving = m_corner ? m_store.current() : hit(pointer);
    m_pressed = pointer.level0;
    if (m_corner)
        return;
    std::set<int> selection = addsToSelection(pointer) ? m_store.selection() : std::set<int>();
    if (m_moving >= 0 && addsToSelection(pointer) && selection.contains(m_moving))
        selection.erase(m_moving);
    else if (m_moving >= 0)
        selection.insert(m_moving);
    m_store.select(std::move(selection));
}

void AnnotationLayer::drag(const LayerPointer& pointer)
{
    if (m_drawing.tool() != DrawingTool::Select) {
        m_drawing.moveTo(pointer.level0, constraintOf(pointer));
        show();
        return;
    }
    if (m_moving < 0 || m_moving != m_store.current() || m_store.annotations()[std::size_t(m_moving)]->isLocked)
        return;
    // Not before it has left its place: a click shall not shift anything.
    if (!m_movedTo && cv::norm(pointer.level0 - m_pressed) < pointer.reach / 2)
        return;
    m_movedTo = moved(pointer.level0);
    show();
}

void AnnotationLayer::hover(const LayerPointer& pointer)
{
    if (!m_drawing.isDrawing())
        return;
    m_drawing.moveTo(pointer.level0, constraintOf(pointer));
    show();
}

void AnnotationLayer::release(const LayerPointer& pointer)
{
    if (m_drawing.tool() != DrawingTool::Select) {
        keep(m_drawing.release(pointer.level0, pointer.reach, constraintOf(pointer)));
        return;
    }
    if (m_movedTo && m_moving >= 0)
        m_store.replace(m_moving, *std::exchange(m_movedTo, std::nullopt), m_corner ? tr("Reshape") : tr("Move"));
    m_moving = -1;
    m_movedTo.reset();
    show();
}

void AnnotationLayer::doubleClick(const LayerPointer& pointer)
{
    if (m_drawing.tool() == DrawingTool::Polygon)
        keep(m_drawing.finish());
    else
        press(pointer);
}

Qt::CursorShape AnnotationLayer::cursorAt(const LayerPointer& pointer) const
{
    if (m_drawing.tool() != DrawingTool::Select)
        return Qt::CrossCursor;
    if (cornerAt(pointer))
        return Qt::PointingHandCursor;
    const int over = hit(pointer);
    if (over < 0)
        return Qt::ArrowCursor;
    return over == m_store.current() && !m_store.annotations()[std::size_t(over)]->isLocked ? Qt::SizeAllCursor
                                                                                            : Qt::PointingHandCursor;
}

bool AnnotationLayer::takesKey(const QKeyEvent& event) const
{
    switch (event.key()) {
    case Qt::Key_Escape:
        return m_drawing.isDrawing() || !m_store.selection().empty();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Backspace:
        return m_drawing.isDrawing() || (event.key() == Qt::Key_Backspace && !m_store.selection().empty());
    case Qt::Key_Delete:
        return !m_store.selection().empty();
    default:
        return false;
    }
}

void AnnotationLayer::key(const QKeyEvent& event)
{
    const bool isDrawing = m_drawing.isDrawing();
    if (event.key() == Qt::Key_Escape && isDrawing)
        m_drawing.cancel();
    else if (event.key() == Qt::Key_Escape)
        m_store.select({});
    else if (event.key() == Qt::Key_Delete || !isDrawing)
        m_store.removeSelected();
    else if (event.key() == Qt::Key_Backspace)
        m_drawing.takeBack();
    else
        keep(m_drawing.finish());
    show();
}

int AnnotationLayer::hit(const LayerPointer& pointer) const
{
    int nearest = -1;
    double distance = pointer.reach;
    int around = -1;
    double smallest = std::numeric_limits<double>::infinity();
    const AnnotationList& annotations = m_store.annotations();
    for (int i = 0; i < int(annotations.size()); ++i) {
        const Annotation& annotation = *annotations[std::size_t(i)];
        const cv::Rect2d bounds = boundsOf(annotation);
        const cv::Point2d margin(pointer.reach, pointer.reach);
        const cv::Point2d low = bounds.tl() - margin;
        const cv::Point2d high = bounds.br() + margin;
        const cv::Point2d& at = pointer.level0;
        if (at.x < low.x || at.y < low.y || at.x > high.x || at.y > high.y)
            continue;
        if (const double here = distanceTo(annotation, at); here <= distance) {
            distance = here;
            nearest = i;
        }
        if (contains(annotation, at) && bounds.area() <= smallest) {
            smallest = bounds.area();
            around = i;
        }
    }
    return nearest >= 0 ? nearest : around;
}

std::optional<AnnotationLayer::Corner> AnnotationLayer::cornerAt(const LayerPointer& pointer) const
{
    const int current = m_store.current();
    if (current < 0 || m_store.annotations()[std::size_t(current)]->isLocked)
        return std::nullopt;
    std::optional<Corner> nearest;
    double distance = pointer.reach;
    const Annotation& annotation = *m_store.annotations()[std::size_t(current)];
    for (std::size_t part = 0; part < annotation.parts.size(); ++part)
        for (std::size_t ring = 0; ring < annotation.parts[part].size(); ++ring)
            for (std::size_t point = 0; point < annotation.parts[part][ring].size(); ++point)
                if (const double here = cv::norm(annotation.parts[part][ring][point] - pointer.level0); here <= distance) {
                    distance = here;
                    nearest = Corner{part, ring, point};
                }
    return nearest;
}

void AnnotationLayer::keep(std::optional<Annotation> finished)
{
    if (finished)
        m_store.add(std::move(*finished));
    show();
}

Annotation AnnotationLayer::moved(const cv::Point2d& to) const
{
    Annotation annotation = *m_store.annotations()[std::size_t(m_moving)];
    if (m_corner) {
        annotation.parts[m_corner->part][m_corner->ring][m_corner->point] = to;
        return annotation;
    }
    for (Annotation::Part& part : annotation.parts)
        for (Ring& ring : part)
            for (cv::Point2d& point : ring)
                point += to - m_pressed;
    return annotation;
}

}
