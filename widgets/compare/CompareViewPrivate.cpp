#include "compare/CompareViewPrivate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QCoreApplication>
#include <QKeyEvent>

#include "compare/GlSurface.h"
#include "compare/RasterSurface.h"

namespace isostain {

namespace {

constexpr double kLabelMargin = 8;      ///< logical pixels
constexpr double kDividerReach = 10;    ///< logical pixels on both sides where the divider can be grabbed
constexpr double kCursorHandleReach = 14;
constexpr double kReach = 8;            ///< logical pixels around lines and points where they can be grabbed
constexpr double kMainPaneFrame = 2;    ///< logical pixels
constexpr double kQuarterReach = 2;     ///< degrees around quarter turns that a drag is held at
constexpr double kFarAway = 1e6;        ///< device pixels: nothing there can be seen

}

CompareView::Private::Private(CompareView& owner, TileCache& tileCache, TileScheduler& scheduler)
    : view(owner),
      cache(tileCache),
      inbox([this](const ArrivalInbox::Items& arrivals) { takeArrivals(arrivals); }),
      layers(tileCache, scheduler, inbox)
{
}

void CompareView::Private::createSurface()
{
    if (shouldDrawWithOpenGl())
        setSurface(std::make_unique<GlSurface>(*this, cache, &view));
    else
        setSurface(std::make_unique<RasterSurface>(*this, cache, &view));
}

void CompareView::Private::surfaceFailed()
{
    const auto replace = [this] { setSurface(std::make_unique<RasterSurface>(*this, cache, &view)); };
    QMetaObject::invokeMethod(&view, replace, Qt::QueuedConnection);
}

void CompareView::Private::setSurface(std::unique_ptr<FrameSurface> next)
{
    surface = std::move(next);
    QWidget& widget = surface->widget();
    widget.setAttribute(Qt::WA_TransparentForMouseEvents);
    widget.setGeometry(view.rect());
    widget.lower();
    widget.show();
}

Frame CompareView::Private::describeFrame(FramePurpose purpose)
{
    updateLayout();
    Frame frame;
    frame.size = deviceSize();
    layers.plan(viewport, shownPanes());
    frame.layers = layers.frameLayers();
    addPanes(frame, purpose);
    addFills(frame);
    tellStates();
    if (slide) {
        decorations.setStyle(view.devicePixelRatioF(), view.font());
        addLayer(frame);
        addLine(frame);
        addDivider(frame);
        addMarkers(frame);
        if (purpose == FramePurpose::Picture || labels == PaneLabels::Painted)
            addLabels(frame);
        addMessage(frame);
    }
    return frame;
}

void CompareView::Private::frameDrawn(const FrameOutcome& outcome)
{
    ++frameCount;
    if (cursor)
        reportCursor();
    if (outcome.needsMore || isPreparing)
        surface->requestFrame();
    const bool isWaiting = outcome.needsMore || isPreparing || isAwaitingDisplay;
    const bool settledNow = outcome.isComplete && !isWaiting && layers.isComplete(shownPanes());
    if (settledNow && !isSettled)
        QMetaObject::invokeMethod(&view, [this] {
            if (isSettled)
                emit view.settled();
        }, Qt::QueuedConnection);
    isSettled = settledNow;
}

void CompareView::Private::invalidate()
{
    isSettled = false;
    surface->requestFrame();
}

void CompareView::Private::updateLayers()
{
    layers.set(slide, panes);
    updateLayout();
    invalidate();
}

QSize CompareView::Private::deviceSize() const
{
    return view.size() * view.devicePixelRatioF();
}

QPoint CompareView::Private::toDevice(const QPointF& position) const
{
    const QPointF device = position * view.devicePixelRatioF();
    return {int(std::floor(device.x())), int(std::floor(device.y()))};
}

cv::Point2d CompareView::Private::toPane(const QPoint& device) const
{
    const PanePlace* place = layout.placeAt(device);
    const QPoint inPane = device - (place ? place->viewportCorner() : QPoint());
    return {inPane.x() + 0.5, inPane.y() + 0.5};
}

void CompareView::Private::updateLayout()
{
    PaneLayoutInput input;
    input.mode = mode;
    input.paneCount = int(panes.size());
    input.mainPane = mode == CompareMode::Curtain ? curtainPane() : mainPane;
    input.sourcePane = sourcePane();
    input.viewSize = deviceSize();
    input.dividerX = dividerX();
    input.arrangement = arrangement;
    if (frameWidth() > 0) {
        input.gap = frameWidth() + 1;
        input.margin = frameWidth();
    }
    const PaneLayout next = layoutPanes(input);
    const bool hasChanged = next != layout;
    layout = next;
    resizeViewport();
    if (hasChanged)
        emit view.paneLayoutChanged();
}

void CompareView::Private::resizeViewport()
{
    if (layout.paneSize == QSize(viewport.width, viewport.height))
        return;
    Viewport resized = viewport;
    resized.width = layout.paneSize.width();
    resized.height = layout.paneSize.height();
    if (slide && isFitted)
        resized = fitViewport(slide->geometry(), resized.width, resized.height, resized.orientation);
    moveTo(resized);
}

void CompareView::Private::moveTo(const Viewport& target)
{
    Viewport moved = target;
    moved.width = layout.paneSize.width();
    moved.height = layout.paneSize.height();
    if (slide && moved.width > 0 && moved.height > 0)
        moved = clampedTo(moved, slide->geometry());
    if (moved == viewport)
        return;
    viewport = moved;
    invalidate();
    emit view.viewportChanged(viewport);
}

void CompareView::Private::zoomAt(const cv::Point2d& device, double zoom)
{
    // Clamped before, not after: else the picture would creep under the cursor at the limits.
    if (slide)
        view.setViewport(zoomedAt(
            viewport, device, clampedZoom(zoom, slide->geometry(), viewport.width, viewport.height, viewport.orientation)));
}

void CompareView::Private::fit()
{
    isFitted = true;
    if (slide)
        moveTo(fitViewport(slide->geometry(), layout.paneSize.width(), layout.paneSize.height(), viewport.orientation));
}

double CompareView::Private::angleAt(const QPointF& position) const
{
    const cv::Point2d middle = dragPaneCorner + viewport.pivot();
    const QPoint device = toDevice(position);
    return std::atan2(device.y() - middle.y, device.x() - middle.x) * 180 / std::numbers::pi;
}

void CompareView::Private::beginTurn(const QPointF& position)
{
    drag = Drag::Turn;
    keepDragPane(position);
    turnBegin = viewport.orientation;
    turnBeginAngle = angleAt(position);
}

void CompareView::Private::turn(const QPointF& position)
{
    ViewOrientation turned = turnBegin.turnedBy(angleAt(position) - turnBeginAngle);
    const double quarter = std::round(turned.degrees / 90) * 90;
    if (std::abs(turned.degrees - quarter) < kQuarterReach)
        turned = ViewOrientation{0, turned.isMirrored}.turnedBy(quarter);
    view.setOrientation(turned);
}

void CompareView::Private::takeArrivals(const ArrivalInbox::Items& arrivals)
{
    const SlideLayers::News news = layers.take(arrivals);
    if (news.isVisible)
        invalidate();
    if (news.firstFailure)
        emit view.tilesFailed(*news.firstFailure, layers.failureCount());
}

/// The main pane where it does not show the source, else the first that does not.
int CompareView::Private::defaultMainPane() const
{
    if (mainPane < int(panes.size()) && !showsSource(panes[std::size_t(mainPane)]))
        return mainPane;
    const auto other = std::find_if(panes.begin(), panes.end(), [this](const PaneContent& pane) { return !showsSource(pane); });
    return other == panes.end() ? 0 : int(other - panes.begin());
}

void CompareView::Private::click(const QPointF& position)
{
    const QPoint device = toDevice(position);
    const PanePlace* place = layout.placeAt(device);
    if (!slide || !place || !place->rect.contains(device))
        return;
    if (tool == ViewTool::Pan && mode == CompareMode::SideBySide)
        view.setMainPane(place->pane);
    if (tool != ViewTool::PickPoint || isSourceHeld)
        return;
    const PyramidGeometry& geometry = layers.slideOf(place->pane)->geometry();
    const cv::Point2d level0 = layers.alignmentOf(place->pane).map(viewport.toLevel0(toPane(device)));
    if (cv::Rect2d(0, 0, double(geometry.width()), double(geometry.height())).contains(level0))
        emit view.pointPicked(place->pane, level0);
}

bool CompareView::Private::showsSource(const PaneContent& pane) const
{
    return !pane.table && !hasOwnSlide(pane, slide);
}

int CompareView::Private::sourcePane() const
{
    const auto source = std::find_if(panes.begin(), panes.end(), [this](const PaneContent& pane) { return showsSource(pane); });
    return source == panes.end() ? PanePlace::kSource : int(source - panes.begin());
}

int CompareView::Private::curtainPane() const
{
    const int other = defaultMainPane();
    return showsSource(panes[std::size_t(other)]) ? mainPane : other;
}

std::vector<int> CompareView::Private::shownPanes() const
{
    std::vector<int> shown;
    for (const PanePlace& place : layout.places)
        if (!place.rect.isEmpty())
            shown.push_back(place.pane);
    return shown;
}

/// Device pixels of the frame around the main pane; 0 where it needs none.
int CompareView::Private::frameWidth() const
{
    const bool needsFrame = mode == CompareMode::SideBySide && panes.size() > 2;
    return needsFrame ? std::max(1, int(std::lround(kMainPaneFrame * view.devicePixelRatioF()))) : 0;
}

void CompareView::Private::addPanes(Frame& frame, FramePurpose purpose)
{
    isPreparing = false;
    isAwaitingDisplay = false;
    takeDisplay();
    for (const PanePlace& place : layout.places) {
        const int layer = isSourceHeld ? 0 : layers.layerOf(place.pane);
        const ColorTablePtr table = tableOf(place);
        frame.panes.push_back({place.rect, place.viewportCorner(), layer,
                               purpose == FramePurpose::Screen ? onScreen(place, table) : table});
    }
    const auto keepReady = [&frame](const ColorTablePtr& table) {
        if (table && std::find(frame.tables.begin(), frame.tables.end(), table) == frame.tables.end())
            frame.tables.push_back(table);
    };
    for (std::size_t i = 0; i < panes.size(); ++i) {
        keepReady(shownTables[i]);
        keepReady(panes[i].table);
    }
    for (const DisplayTablesPtr& tables : {shownDisplay, display})
        if (tables)
            std::for_each(tables->all().begin(), tables->all().end(), keepReady);
}

/// What is shown changes in one frame for all panes.
void CompareView::Private::takeDisplay()
{
    const auto isHere = [this](const DisplayTablesPtr& tables) {
        return !tables || std::all_of(tables->all().begin(), tables->all().end(),
                                      [this](const ColorTablePtr& table) { return isReady(table); });
    };
    if (isHere(display)) {
        shownDisplay = display;
        return;
    }
    isPreparing = true;
    if (!isHere(shownDisplay))
        shownDisplay = nullptr;
}

std::uint64_t CompareView::Private::slideIdOf(int pane) const
{
    const bool isOwn = pane != PanePlace::kSource && panes[std::size_t(pane)].slide;
    const SlidePtr& shown = isOwn ? panes[std::size_t(pane)].slide : slide;
    return shown ? shown->id() : 0;
}

bool CompareView::Private::isDisplayReady(int pane, const ColorTablePtr& table) const
{
    return !shownDisplay || !slide || shownDisplay->find(slideIdOf(pane), table.get());
}

ColorTablePtr CompareView::Private::onScreen(const PanePlace& place, const ColorTablePtr& table) const
{
    if (!shownDisplay)
        return table;
    const std::uint64_t slideId = slideIdOf(isSourceHeld ? PanePlace::kSource : place.pane);
    return shownDisplay->find(slideId, table.get()).value_or(table);
}

void CompareView::Private::addFills(Frame& frame) const
{
    for (const QRect& gap : layout.gaps)
        frame.fills.push_back({gap, canvas::kGap});
    for (const QRect& cell : layout.emptyCells)
        frame.fills.push_back({cell, canvas::kBackground});
    const int width = frameWidth();
    if (width == 0)
        return;
    const QRect inner = layout.places[std::size_t(mainPane)].rect;
    const QRect outer = inner.adjusted(-width, -width, width, width);
    for (const QRect& side :
         {QRect(outer.left(), outer.top(), outer.width(), width), QRect(outer.left(), inner.bottom() + 1, outer.width(), width),
          QRect(outer.left(), inner.top(), width, inner.height()), QRect(inner.right() + 1, inner.top(), width, inner.height())}) {
        const QRect visible = side.intersected(QRect(QPoint(), frame.size));
        if (!visible.isEmpty())
            frame.fills.push_back({visible, canvas::kMainPaneFrame});
    }
}

PaneState CompareView::Private::stateOf(int pane) const
{
    if (shownTables[std::size_t(pane)] != panes[std::size_t(pane)].table)
        return PaneState::Preparing;
    return layers.isSourceUnderneath(pane) ? PaneState::StandingIn : PaneState::Ready;
}

void CompareView::Private::tellStates()
{
    for (int pane = 0; pane < int(panes.size()); ++pane) {
        const PaneState state = stateOf(pane);
        if (state == states[std::size_t(pane)])
            continue;
        states[std::size_t(pane)] = state;
        // Not while a frame is being drawn.
        QMetaObject::invokeMethod(&view, [this, pane] {
            if (pane < int(panes.size()))
                emit view.paneStateChanged(pane);
        }, Qt::QueuedConnection);
    }
}

ColorTablePtr CompareView::Private::tableOf(const PanePlace& place)
{
    if (place.pane == PanePlace::kSource)
        return nullptr;
    const ColorTablePtr& wanted = panes[std::size_t(place.pane)].table;
    ColorTablePtr& shown = shownTables[std::size_t(place.pane)];
    const bool hasDisplay = isDisplayReady(place.pane, wanted);
    if (isReady(wanted) && (hasDisplay || !wanted))
        shown = wanted;
    else if (!isReady(shown))
        shown = nullptr;
    isAwaitingDisplay = isAwaitingDisplay || !hasDisplay;
    if (isSourceHeld)
        return nullptr;
    isPreparing = isPreparing || !isReady(wanted);
    return shown;
}

QString CompareView::Private::labelOf(const PanePlace& place) const
{
    const QString title = view.paneTitle(place.pane);
    return title.isEmpty() ? title : (QStringList(title) + view.paneBadges(place.pane)).join(QStringLiteral(" · "));
}

void CompareView::Private::addLabels(Frame& frame)
{
    const int margin = int(std::lround(kLabelMargin * view.devicePixelRatioF()));
    for (const PanePlace& place : layout.places) {
        const QImage image = decorations.label(labelOf(place), place.rect.width() - 2 * margin);
        if (image.isNull())
            continue;
        const bool isRightOfCurtain = mode == CompareMode::Curtain && place.rect.left() > 0;
        const int x = isRightOfCurtain ? place.rect.right() + 1 - margin - image.width() : place.rect.left() + margin;
        frame.decorations.push_back({QPoint(x, place.rect.top() + margin), image});
    }
}

void CompareView::Private::addMarkers(Frame& frame)
{
    for (const PanePlace& place : layout.places)
        for (const PaneMarker& marker : markers) {
            if (marker.pane != place.pane)
                continue;
            const cv::Point2d device = viewport.toDevice(layers.alignmentOf(place.pane).inverse().map(marker.level0));
            if (!(std::abs(device.x) < kFarAway && std::abs(device.y) < kFarAway))
                continue;
            const QImage image = decorations.marker(marker.number);
            const QPoint center = place.viewportCorner() + QPoint(int(std::floor(device.x)), int(std::floor(device.y)));
            const QRect whole(center - QPoint(image.width() / 2, image.height() / 2), image.size());
            const QRect visible = whole.intersected(place.rect);
            if (!visible.isEmpty())
                frame.decorations.push_back(
                    {visible.topLeft(), visible == whole ? image : image.copy(visible.translated(-whole.topLeft()))});
        }
}

void CompareView::Private::addDivider(Frame& frame)
{
    if (mode != CompareMode::Curtain)
        return;
    const QImage image = decorations.divider(frame.size.height());
    frame.decorations.push_back({QPoint(dividerX() - image.width() / 2, 0), image});
}

void CompareView::Private::addMessage(Frame& frame)
{
    if (layers.failureCount() == 0)
        return;
    const int margin = int(std::lround(kLabelMargin * view.devicePixelRatioF()));
    const QString text = CompareView::tr("Unreadable parts of this slide: %1").arg(layers.failureCount());
    const QImage image = decorations.label(text, frame.size.width() - 2 * margin);
    if (!image.isNull())
        frame.decorations.push_back(
            {QPoint((frame.size.width() - image.width()) / 2, frame.size.height() - image.height() - margin), image});
}

void CompareView::Private::addLine(Frame& frame)
{
    const std::optional<ProfileLine>& line = lineTool.line();
    if (!line)
        return;
    const auto toPoint = [&](const cv::Point2d& level0) {
        const cv::Point2d device = viewport.toDevice(level0);
        return QPointF(device.x, device.y);
    };
    LineMarks marks{toPoint(line->start), toPoint(line->end), line->width * viewport.zoom / 2, {}};
    if (const double length = line->length(); lineMarker && *lineMarker >= 0 && *lineMarker <= length)
        marks.marker = toPoint(line->start + (line->end - line->start) * (length > 0 ? *lineMarker / length : 0));
    for (const QPoint& corner : viewportCorners())
        for (const Decoration& piece : lineOverlay.paint(marks, layout.paneSize, view.devicePixelRatioF()))
            frame.decorations.push_back({piece.position + corner, piece.image});
}

void CompareView::Private::addLayer(Frame& frame)
{
    if (!paneLayer)
        return;
    const std::vector<Decoration> painted = paneLayer->paint(viewport, view.devicePixelRatioF());
    for (const QPoint& corner : viewportCorners())
        for (const Decoration& piece : painted)
            frame.decorations.push_back({piece.position + corner, piece.image});
}

std::vector<QPoint> CompareView::Private::viewportCorners() const
{
    std::vector<QPoint> corners;
    for (const PanePlace& place : layout.places)
        if (std::find(corners.begin(), corners.end(), place.viewportCorner()) == corners.end())
            corners.push_back(place.viewportCorner());
    return corners;
}

void CompareView::Private::lineChanged()
{
    invalidate();
    emit view.lineChanged(lineTool.line());
}

double CompareView::Private::reach() const
{
    return kReach * view.devicePixelRatioF() / viewport.zoom;
}

LineTool::Part CompareView::Private::linePartAt(const QPointF& position) const
{
    return lineTool.partAt(viewport.toLevel0(toPane(toDevice(position))), reach());
}

void CompareView::Private::beginLineDrag(const QPointF& position)
{
    drag = Drag::Line;
    keepDragPane(position);
    lineTool.press(viewport.toLevel0(inDragPane(position)), reach());
}

void CompareView::Private::keepDragPane(const QPointF& position)
{
    const QPoint device = toDevice(position);
    dragPaneCorner = cv::Point2d(device.x() + 0.5, device.y() + 0.5) - toPane(device);
}

cv::Point2d CompareView::Private::inDragPane(const QPointF& position) const
{
    const QPoint device = toDevice(position);
    return cv::Point2d(device.x() + 0.5, device.y() + 0.5) - dragPaneCorner;
}

void CompareView::Private::beginLayerDrag(const QPointF& position, Qt::KeyboardModifiers modifiers)
{
    drag = Drag::Layer;
    keepDragPane(position);
    paneLayer->press(layerPointer(position, modifiers));
}

LayerPointer CompareView::Private::layerPointer(const QPointF& position, Qt::KeyboardModifiers modifiers) const
{
    const cv::Point2d inPane = drag == Drag::Layer ? inDragPane(position) : toPane(toDevice(position));
    return {viewport.toLevel0(inPane), reach(), modifiers};
}

bool CompareView::Private::givesToLayer(const QKeyEvent& event) const
{
    return slide && paneLayer && tool == ViewTool::Layer && paneLayer->takesKey(event);
}

void CompareView::Private::dragLine(const QPointF& position, Qt::KeyboardModifiers modifiers)
{
    // In the pane where the drag began, also beyond its borders.
    const auto constraint =
        modifiers.testFlag(Qt::ShiftModifier) ? LineTool::Constraint::Angles : LineTool::Constraint::Free;
    changeLine([&] { lineTool.moveTo(viewport.toLevel0(inDragPane(position)), constraint); });
}

bool CompareView::Private::takesEscape(const QKeyEvent& event) const
{
    return tool == ViewTool::Line && lineTool.line() && event.key() == Qt::Key_Escape && event.modifiers() == Qt::NoModifier;
}

int CompareView::Private::dividerX() const
{
    return int(std::lround(dividerPosition * deviceSize().width()));
}

bool CompareView::Private::isNearDivider(const QPointF& position) const
{
    if (mode != CompareMode::Curtain || !slide)
        return false;
    const double reach = std::abs(position.y() - view.height() / 2.0) < kCursorHandleReach ? kCursorHandleReach : kDividerReach;
    return std::abs(position.x() - dividerX() / view.devicePixelRatioF()) <= reach;
}

void CompareView::Private::updateCursorShape(const QPointF& position)
{
    if (drag == Drag::Pan && (tool == ViewTool::Pan || !isClick))
        view.setCursor(Qt::ClosedHandCursor);
    else if (drag == Drag::Turn)
        view.setCursor(Qt::SizeAllCursor);
    else if (drag == Drag::Divider || isNearDivider(position))
        view.setCursor(Qt::SplitHCursor);
    else if (slide && tool == ViewTool::Line && linePartAt(position) != LineTool::Part::None)
        view.setCursor(linePartAt(position) == LineTool::Part::Body ? Qt::SizeAllCursor : Qt::PointingHandCursor);
    else if (slide && paneLayer && tool == ViewTool::Layer && drag != Drag::Pan)
        view.setCursor(paneLayer->cursorAt(layerPointer(position, Qt::NoModifier)));
    else if (slide && tool != ViewTool::Pan)
        view.setCursor(Qt::CrossCursor);
    else
        view.setCursor(slide ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void CompareView::Private::reportCursor()
{
    if (!slide || !cursor)
        return;
    CursorSample sample;
    sample.level0 = viewport.toLevel0(toPane(toDevice(*cursor)));
    const auto toColor = [](const std::optional<std::uint32_t>& color, const ColorTablePtr& table) -> std::optional<QColor> {
        if (!color)
            return std::nullopt;
        return QColor::fromRgb(table ? table->entry(*color) : *color);
    };
    sample.source = toColor(layers.colorAt(PanePlace::kSource, sample.level0), nullptr);
    for (int pane = 0; pane < int(panes.size()); ++pane)
        sample.panes.push_back(toColor(layers.colorAt(pane, sample.level0), panes[std::size_t(pane)].table));
    const int beside = curtainPane();
    if (!showsSource(panes[std::size_t(beside)]))
        sample.normalized = sample.panes[std::size_t(beside)];
    emit view.cursorMoved(sample);
}

}
