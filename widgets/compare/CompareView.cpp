#include "compare/CompareView.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include "compare/CompareViewPrivate.h"
#include "compare/RasterSurface.h"
#include "compare/ZoomSteps.h"

namespace isostain {

namespace {

constexpr double kArrowPan = 0.25;        ///< of the pane
constexpr double kPagePan = 0.9;
constexpr double kDividerStep = 0.05;     ///< of the view's width
constexpr int kKeyStepsPerDoubling = 1;
constexpr double kClickReach = 4;         ///< logical pixels that the pointer may move during a click

}

CompareView::CompareView(TileCache& cache, TileScheduler& scheduler, QWidget* parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, cache, scheduler))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(64, 64);
    grabGesture(Qt::PinchGesture);
    d->createSurface();
    d->updateLayout();
}

CompareView::~CompareView() = default;

void CompareView::setSlide(SlidePtr slide)
{
    setLine(std::nullopt);
    d->slide = std::move(slide);
    // A hidden view paints no frame that would withdraw what the last slide still wanted.
    d->layers.set(nullptr, {});
    d->updateLayers();
    d->viewport.orientation = {};
    d->fit();
    emit slideChanged();
}

const SlidePtr& CompareView::slide() const
{
    return d->slide;
}

void CompareView::setPanes(std::vector<PaneContent> panes)
{
    panes.resize(std::clamp<std::size_t>(panes.size(), 1, kMaxPanes));
    const bool keepsMainPane = d->isMainPaneChosen && panes.size() == d->panes.size();
    d->panes = std::move(panes);
    d->shownTables.resize(d->panes.size());
    d->states.resize(d->panes.size(), PaneState::Ready);
    const int oldMainPane = d->mainPane;
    if (!keepsMainPane)
        d->mainPane = d->defaultMainPane();
    d->updateLayers();
    emit panesChanged();
    if (d->mainPane != oldMainPane)
        emit mainPaneChanged(d->mainPane);
}

const std::vector<PaneContent>& CompareView::panes() const
{
    return d->panes;
}

CompareMode CompareView::mode() const
{
    return d->mode;
}

void CompareView::setMode(CompareMode mode)
{
    if (mode == d->mode)
        return;
    d->mode = mode;
    d->updateLayout();
    d->invalidate();
    emit modeChanged(mode);
}

PaneArrangement CompareView::arrangement() const
{
    return d->arrangement;
}

void CompareView::setArrangement(PaneArrangement arrangement)
{
    if (arrangement == d->arrangement)
        return;
    d->arrangement = arrangement;
    d->updateLayout();
    d->invalidate();
}

void CompareView::setSourceHeld(bool held)
{
    if (held == d->isSourceHeld)
        return;
    d->isSourceHeld = held;
    d->invalidate();
    emit sourceHeldChanged(held);
}

bool CompareView::isSourceHeld() const
{
    return d->isSourceHeld;
}

void CompareView::setMainPane(int index)
{
    d->isMainPaneChosen = true;
    const int clamped = std::clamp(index, 0, int(d->panes.size()) - 1);
    if (clamped == d->mainPane)
        return;
    d->mainPane = clamped;
    d->updateLayout();
    d->invalidate();
    emit mainPaneChanged(clamped);
}

int CompareView::mainPane() const
{
    return d->mainPane;
}

void CompareView::setDividerPosition(double position)
{
    const double clamped = std::clamp(position, 0.0, 1.0);
    if (clamped == d->dividerPosition)
        return;
    d->dividerPosition = clamped;
    d->updateLayout();
    d->invalidate();
    emit dividerMoved(clamped);
}

double CompareView::dividerPosition() const
{
    return d->dividerPosition;
}

void CompareView::setTool(ViewTool tool)
{
    if (tool == d->tool)
        return;
    d->tool = tool;
    d->drag = Private::Drag::None;
    d->lineTool.release();
    d->updateCursorShape(mapFromGlobal(QCursor::pos()));
    emit toolChanged(tool);
}

ViewTool CompareView::tool() const
{
    return d->tool;
}

void CompareView::setLine(const std::optional<ProfileLine>& line)
{
    d->changeLine([&] { d->lineTool.setLine(line); });
}

const std::optional<ProfileLine>& CompareView::line() const
{
    return d->lineTool.line();
}

void CompareView::setLineWidth(int width)
{
    d->changeLine([&] { d->lineTool.setWidth(width); });
}

int CompareView::lineWidth() const
{
    return d->lineTool.width();
}

void CompareView::setLineMarker(std::optional<double> distance)
{
    if (distance == d->lineMarker)
        return;
    d->lineMarker = distance;
    if (d->lineTool.line())
        d->invalidate();
}

void CompareView::setMarkers(std::vector<PaneMarker> markers)
{
    if (markers == d->markers)
        return;
    d->markers = std::move(markers);
    d->invalidate();
}

const std::vector<PaneMarker>& CompareView::markers() const
{
    return d->markers;
}

void CompareView::setDisplay(DisplayTablesPtr tables)
{
    if (tables == d->display)
        return;
    d->display = std::move(tables);
    d->invalidate();
}

const DisplayTablesPtr& CompareView::display() const
{
    return d->display;
}

void CompareView::setLayer(PaneLayer* layer)
{
    d->paneLayer = layer;
    d->invalidate();
}

void CompareView::updateLayer()
{
    d->invalidate();
}

void CompareView::setPaneLabels(PaneLabels labels)
{
    if (labels == d->labels)
        return;
    d->labels = labels;
    d->invalidate();
}

PaneLabels CompareView::paneLabels() const
{
    return d->labels;
}

PaneState CompareView::paneState(int pane) const
{
    return pane >= 0 && pane < int(d->states.size()) ? d->states[std::size_t(pane)] : PaneState::Ready;
}

const Viewport& CompareView::viewport() const
{
    return d->viewport;
}

void CompareView::setViewport(const Viewport& viewport)
{
    d->isFitted = false;
    d->moveTo(viewport);
}

void CompareView::setOrientation(const ViewOrientation& orientation)
{
    if (orientation == d->viewport.orientation)
        return;
    Viewport turned = d->viewport;
    turned.orientation = orientation;
    if (d->isFitted && d->slide)
        turned.zoom = fitViewport(d->slide->geometry(), turned.width, turned.height, orientation).zoom;
    d->moveTo(turned);
}

void CompareView::zoomToFit()
{
    d->fit();
}

void CompareView::zoomTo(double zoom)
{
    const cv::Point2d center(d->viewport.width / 2.0, d->viewport.height / 2.0);
    d->zoomAt(d->cursor ? d->toPane(d->toDevice(*d->cursor)) : center, zoom);
}

void CompareView::zoomIn()
{
    zoomTo(nextZoomStep(d->viewport.zoom, ZoomDirection::In, kKeyStepsPerDoubling));
}

void CompareView::zoomOut()
{
    zoomTo(nextZoomStep(d->viewport.zoom, ZoomDirection::Out, kKeyStepsPerDoubling));
}

PaneLayout CompareView::paneLayout() const
{
    return d->layout;
}

QString CompareView::paneTitle(int pane) const
{
    const int source = d->sourcePane();
    if (pane == PanePlace::kSource || d->isSourceHeld)
        return source == PanePlace::kSource ? tr("Source") : d->panes[std::size_t(source)].name;
    const QString& name = d->panes[std::size_t(pane)].name;
    return paneState(pane) == PaneState::Preparing && !name.isEmpty() ? tr("Preparing %1…").arg(name) : name;
}

QStringList CompareView::paneBadges(int pane) const
{
    QStringList badges;
    if (pane == PanePlace::kSource || d->isSourceHeld)
        return badges;
    if (!d->panes[std::size_t(pane)].badge.isEmpty())
        badges += d->panes[std::size_t(pane)].badge;
    if (paneState(pane) == PaneState::StandingIn)
        badges += tr("source standing in");
    return badges;
}

bool CompareView::isSoftwareFallback() const
{
    return dynamic_cast<const RasterSurface*>(d->surface.get()) != nullptr;
}

bool CompareView::isSettled() const
{
    return d->isSettled;
}

QImage CompareView::grabFrame()
{
    const QImage frame = d->surface->grabFrame();
    // OpenGL draws pictures where the screen's frame was.
    if (d->labels == PaneLabels::Widgets || d->display)
        d->surface->requestFrame();
    return frame;
}

int CompareView::frameCount() const
{
    return d->frameCount;
}

bool CompareView::event(QEvent* event)
{
    const auto zoomAt = [this](const QPointF& position, double factor) {
        d->zoomAt(d->toPane(d->toDevice(position)), d->viewport.zoom * factor);
    };
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::RotateNativeGesture) {
            setOrientation(d->viewport.orientation.turnedBy(gesture->value()));
            return true;
        }
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) {
        if (const auto* pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))) {
            zoomAt(mapFromGlobal(pinch->centerPoint()), pinch->scaleFactor());
            if (pinch->changeFlags().testFlag(QPinchGesture::RotationAngleChanged))
                setOrientation(d->viewport.orientation.turnedBy(pinch->rotationAngle() - pinch->lastRotationAngle()));
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (d->takesEscape(key) || d->givesToLayer(key)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        d->invalidate();
    return QWidget::event(event);
}

void CompareView::resizeEvent(QResizeEvent*)
{
    d->surface->widget().setGeometry(rect());
    d->updateLayout();
    d->invalidate();
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    const auto panBy = [this](double columns, double rows) {
        setViewport(pannedBy(d->viewport, std::round(columns * d->viewport.width), std::round(rows * d->viewport.height)));
    };
    const bool movesDivider = d->mode == CompareMode::Curtain && event->modifiers().testFlag(Qt::ShiftModifier);
    if (d->takesEscape(*event))
        return setLine(std::nullopt);
    if (d->givesToLayer(*event))
        return d->paneLayer->key(*event);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomToFit();
    case Qt::Key_1:
        return zoomTo(1);
    case Qt::Key_Left:
        return movesDivider ? setDividerPosition(d->dividerPosition - kDividerStep) : panBy(kArrowPan, 0);
    case Qt::Key_Right:
        return movesDivider ? setDividerPosition(d->dividerPosition + kDividerStep) : panBy(-kArrowPan, 0);
    case Qt::Key_Up:
        return panBy(0, kArrowPan);
    case Qt::Key_Down:
        return panBy(0, -kArrowPan);
    case Qt::Key_PageUp:
        return panBy(0, kPagePan);
    case Qt::Key_PageDown:
        return panBy(0, -kPagePan);
    default:
        QWidget::keyPressEvent(event);
    }
}

void CompareView::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0)
        d->zoomAt(d->toPane(d->toDevice(event->position())), zoomAfterWheel(d->viewport.zoom, *event));
    event->accept();
}

void CompareView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    if (d->isNearDivider(event->position()))
        d->drag = Private::Drag::Divider;
    else if (d->slide && d->tool == ViewTool::Line && event->button() == Qt::LeftButton)
        d->beginLineDrag(event->position());
    else if (d->slide && d->paneLayer && d->tool == ViewTool::Layer && event->button() == Qt::LeftButton)
        d->beginLayerDrag(event->position(), event->modifiers());
    else if (d->slide && event->modifiers().testFlag(Qt::ShiftModifier))
        d->beginTurn(event->position());
    else
        d->drag = Private::Drag::Pan;
    d->dragPosition = event->position();
    d->isClick = event->button() == Qt::LeftButton && d->drag == Private::Drag::Pan;
    d->updateCursorShape(event->position());
}

void CompareView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    d->isClick = d->isClick && (position - d->dragPosition).manhattanLength() < kClickReach;
    if (d->drag == Private::Drag::Divider) {
        setDividerPosition(position.x() / std::max(1, width()));
    } else if (d->drag == Private::Drag::Turn) {
        d->turn(position);
    } else if (d->drag == Private::Drag::Line) {
        d->dragLine(position, event->modifiers());
    } else if (d->drag == Private::Drag::Layer) {
        d->paneLayer->drag(d->layerPointer(position, event->modifiers()));
    } else if (d->drag == Private::Drag::Pan && !d->isClick && position != d->dragPosition) {
        const QPointF moved = (position - d->dragPosition) * devicePixelRatioF();
        setViewport(pannedBy(d->viewport, moved.x(), moved.y()));
        d->dragPosition = position;
    }
    if (d->slide && d->paneLayer && d->tool == ViewTool::Layer && d->drag == Private::Drag::None)
        d->paneLayer->hover(d->layerPointer(position, event->modifiers()));
    d->cursor = position;
    d->updateCursorShape(position);
    d->reportCursor();
}

void CompareView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isClick = std::exchange(d->isClick, false) && event->button() == Qt::LeftButton;
    if (d->drag == Private::Drag::Layer)
        d->paneLayer->release(d->layerPointer(event->position(), event->modifiers()));
    d->drag = Private::Drag::None;
    d->lineTool.release();
    d->updateCursorShape(event->position());
    if (isClick)
        d->click(event->position());
}

void CompareView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (d->tool == ViewTool::Line)
        return mousePressEvent(event);
    if (d->slide && d->paneLayer && d->tool == ViewTool::Layer && event->button() == Qt::LeftButton)
        return d->paneLayer->doubleClick(d->layerPointer(event->position(), event->modifiers()));
    if (event->button() == Qt::LeftButton && d->tool == ViewTool::Pan && !d->isNearDivider(event->position()))
        d->zoomAt(d->toPane(d->toDevice(event->position())),
                  nextZoomStep(d->viewport.zoom, ZoomDirection::In, kKeyStepsPerDoubling));
}

void CompareView::leaveEvent(QEvent*)
{
    d->cursor.reset();
    emit cursorLeft();
}

}
