#include "compare/CompareViewPrivate.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QKeyEvent>

#include "compare/GlSurface.h"
#include "compare/RasterSurface.h"

namespace isostain {

namespace {

constexpr double kLabelMargin = 8;      ///< logical pixels
constexpr double kDividerReach = 10;    ///< logical pixels on both sides where the divider can be grabbed
constexpr double kCursorHandleReach = 14;
constexpr double kLineReach = 8;        ///< logical pixels around the line and its ends where they can be grabbed

}

CompareView::Private::Private(CompareView& owner, TileCache& tileCache, TileScheduler& tileScheduler)
    : view(owner), cache(tileCache), scheduler(tileScheduler)
{
    client = scheduler.addClient([this](const TileScheduler::Arrival& arrival) { inbox.post(arrival); });
    QObject::connect(&inbox, &ArrivalInbox::arrived, &view,
                     [this](const ArrivalInbox::Arrivals& arrivals) { takeArrivals(arrivals); });
}

CompareView::Private::~Private()
{
    scheduler.removeClient(client);
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

Frame CompareView::Private::describeFrame()
{
    updateLayout();
    Frame frame;
    frame.size = deviceSize();
    frame.slide = slide;
    frame.viewport = viewport;
    if (slide) {
        plan = planFrame(viewport, slide->geometry(),
                         [this](const TileKey& key) { return cache.stateOf({slide->id(), key}); });
        scheduler.request(client, slide, plan.wanted);
        failedTiles.insert(plan.failed.begin(), plan.failed.end());
        frame.plan = plan;
    }
    isPreparing = false;
    for (const PanePlace& place : layout.places)
        frame.panes.push_back({place.rect, place.viewportX, tableOf(place)});
    for (std::size_t i = 0; i < panes.size(); ++i)
        for (const ColorTablePtr& table : {shownTables[i], panes[i].table})
            if (table && std::find(frame.tables.begin(), frame.tables.end(), table) == frame.tables.end())
                frame.tables.push_back(table);
    if (slide) {
        decorations.setStyle(view.devicePixelRatioF(), view.font());
        addLine(frame);
        addDivider(frame);
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
        surface->widget().update();
    const bool settledNow = outcome.isComplete && !outcome.needsMore && !isPreparing && plan.isComplete();
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
    surface->widget().update();
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
    return {device.x() - (place ? place->viewportX : 0) + 0.5, device.y() + 0.5};
}

void CompareView::Private::updateLayout()
{
    layout = layoutPanes({mode, int(panes.size()), mainPane, sourcePane(), deviceSize(), dividerX()});
    if (layout.paneSize == QSize(viewport.width, viewport.height))
        return;
    Viewport resized = viewport;
    resized.width = layout.paneSize.width();
    resized.height = layout.paneSize.height();
    if (slide && isFitted)
        resized = fitViewport(slide->geometry(), resized.width, resized.height);
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
        view.setViewport(zoomedAt(viewport, device, clampedZoom(zoom, slide->geometry(), viewport.width, viewport.height)));
}

void CompareView::Private::fit()
{
    isFitted = true;
    if (slide)
        moveTo(fitViewport(slide->geometry(), layout.paneSize.width(), layout.paneSize.height()));
}

void CompareView::Private::takeArrivals(const ArrivalInbox::Arrivals& arrivals)
{
    const Error* firstError = nullptr;
    bool isVisible = false;
    for (const TileScheduler::Arrival& arrival : arrivals) {
        if (!slide || arrival.key.slideId != slide->id())
            continue;
        const cv::Rect2d tile = slide->geometry().tileRectLevel0(arrival.key.tile);
        isVisible = isVisible || !(tile & viewport.visibleLevel0()).empty();
        if (arrival.error) {
            failedTiles.insert(arrival.key.tile);
            firstError = firstError ? firstError : &*arrival.error;
        }
    }
    if (isVisible)
        invalidate();
    if (firstError && !hasReportedFailure) {
        hasReportedFailure = true;
        emit view.tilesFailed(*firstError, int(failedTiles.size()));
    }
}

int CompareView::Private::sourcePane() const
{
    const auto source = std::find_if(panes.begin(), panes.end(), [](const PaneContent& pane) { return !pane.table; });
    return source == panes.end() ? PanePlace::kSource : int(source - panes.begin());
}

ColorTablePtr CompareView::Private::tableOf(const PanePlace& place)
{
    if (place.pane == PanePlace::kSource)
        return nullptr;
    const ColorTablePtr& wanted = panes[std::size_t(place.pane)].table;
    ColorTablePtr& shown = shownTables[std::size_t(place.pane)];
    if (!wanted || surface->isTableReady(*wanted))
        shown = wanted;
    else if (shown && !surface->isTableReady(*shown))
        shown = nullptr;
    if (isSourceHeld)
        return nullptr;
    isPreparing = isPreparing || shown != wanted;
    return shown;
}

QString CompareView::Private::labelOf(const PanePlace& place) const
{
    const int source = sourcePane();
    const QString sourceName = source == PanePlace::kSource ? CompareView::tr("Source") : panes[std::size_t(source)].name;
    if (place.pane == PanePlace::kSource || isSourceHeld)
        return sourceName;
    const PaneContent& pane = panes[std::size_t(place.pane)];
    const bool isPreparingPane = shownTables[std::size_t(place.pane)] != pane.table && !pane.name.isEmpty();
    return isPreparingPane ? CompareView::tr("Preparing %1…").arg(pane.name) : pane.name;
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

void CompareView::Private::addDivider(Frame& frame)
{
    if (mode != CompareMode::Curtain)
        return;
    const QImage image = decorations.divider(frame.size.height());
    frame.decorations.push_back({QPoint(dividerX() - image.width() / 2, 0), image});
}

void CompareView::Private::addMessage(Frame& frame)
{
    if (failedTiles.empty())
        return;
    const int margin = int(std::lround(kLabelMargin * view.devicePixelRatioF()));
    const QString text = CompareView::tr("Unreadable parts of this slide: %1").arg(failedTiles.size());
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
    std::vector<int> painted;   // both sides of the curtain are one viewport
    for (const PanePlace& place : layout.places) {
        if (std::find(painted.begin(), painted.end(), place.viewportX) != painted.end())
            continue;
        painted.push_back(place.viewportX);
        for (const Decoration& piece : lineOverlay.paint(marks, layout.paneSize, view.devicePixelRatioF()))
            frame.decorations.push_back({piece.position + QPoint(place.viewportX, 0), piece.image});
    }
}

void CompareView::Private::lineChanged()
{
    invalidate();
    emit view.lineChanged(lineTool.line());
}

double CompareView::Private::lineReach() const
{
    return kLineReach * view.devicePixelRatioF() / viewport.zoom;
}

LineTool::Part CompareView::Private::linePartAt(const QPointF& position) const
{
    return lineTool.partAt(viewport.toLevel0(toPane(toDevice(position))), lineReach());
}

void CompareView::Private::beginLineDrag(const QPointF& position)
{
    drag = Drag::Line;
    const QPoint device = toDevice(position);
    const cv::Point2d inPane = toPane(device);
    linePaneCorner = cv::Point2d(device.x() + 0.5, device.y() + 0.5) - inPane;
    lineTool.press(viewport.toLevel0(inPane), lineReach());
}

void CompareView::Private::dragLine(const QPointF& position, Qt::KeyboardModifiers modifiers)
{
    // In the pane where the drag began, also beyond its borders.
    const QPoint device = toDevice(position);
    const cv::Point2d inPane = cv::Point2d(device.x() + 0.5, device.y() + 0.5) - linePaneCorner;
    const auto constraint =
        modifiers.testFlag(Qt::ShiftModifier) ? LineTool::Constraint::Angles : LineTool::Constraint::Free;
    changeLine([&] { lineTool.moveTo(viewport.toLevel0(inPane), constraint); });
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
    if (drag == Drag::Pan)
        view.setCursor(Qt::ClosedHandCursor);
    else if (drag == Drag::Divider || isNearDivider(position))
        view.setCursor(Qt::SplitHCursor);
    else if (slide && tool == ViewTool::Line && linePartAt(position) != LineTool::Part::None)
        view.setCursor(linePartAt(position) == LineTool::Part::Body ? Qt::SizeAllCursor : Qt::PointingHandCursor);
    else if (slide && tool != ViewTool::Pan)
        view.setCursor(Qt::CrossCursor);
    else
        view.setCursor(slide ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

TilePtr CompareView::Private::cachedTileAt(const cv::Point2d& level0, cv::Point& pixel)
{
    const PyramidGeometry& geometry = slide->geometry();
    for (int index = 0; index < geometry.levelCount(); ++index) {
        const PyramidLevel& level = geometry.level(index);
        const auto x = std::min(std::int64_t(level0.x / level.downsampleX), level.width - 1);
        const auto y = std::min(std::int64_t(level0.y / level.downsampleY), level.height - 1);
        const TileKey key{index, int(x / geometry.tileSize()), int(y / geometry.tileSize())};
        if (cache.stateOf({slide->id(), key}) != TileState::Ready)
            continue;
        pixel = cv::Point(int(x % geometry.tileSize()), int(y % geometry.tileSize()));
        return cache.find({slide->id(), key});
    }
    return nullptr;
}

void CompareView::Private::reportCursor()
{
    if (!slide || !cursor)
        return;
    CursorSample sample;
    sample.level0 = viewport.toLevel0(toPane(toDevice(*cursor)));
    const PyramidGeometry& geometry = slide->geometry();
    const bool isInside = sample.level0.x >= 0 && sample.level0.y >= 0 && sample.level0.x < double(geometry.width())
                          && sample.level0.y < double(geometry.height());
    cv::Point pixel;
    const TilePtr tile = isInside ? cachedTileAt(sample.level0, pixel) : nullptr;
    if (tile) {
        const std::uint32_t color = tile->row(pixel.y)[pixel.x];
        sample.source = QColor::fromRgb(color);
        const auto mapped = std::find_if(panes.begin(), panes.end(), [](const PaneContent& pane) { return bool(pane.table); });
        if (mapped != panes.end())
            sample.normalized = QColor::fromRgb(mapped->table->entry(color));
    }
    emit view.cursorMoved(sample);
}

}
