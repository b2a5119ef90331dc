#include "profile/GrayProfileController.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "compare/CompareView.h"
#include "profile/ProfilePlot.h"

namespace isostain {

namespace {

constexpr double kCursorReach = 12; ///< logical pixels around the line within which the view's cursor is shown in the plot

}

GrayProfileController::GrayProfileController(CompareView& view, TileCache& cache, TileScheduler& scheduler, ProfilePlot& plot,
                                             QObject* parent)
    : QObject(parent),
      m_view(view),
      m_cache(cache),
      m_scheduler(scheduler),
      m_plot(plot),
      m_inbox([this](const ArrivalInbox::Items&) { update(); }),
      m_worker(cache)
{
    connectView();
    connectPlot();
    connect(&m_worker, &ProfileWorker::computed, this, &GrayProfileController::show);
    takeContent();
}

GrayProfileController::~GrayProfileController()
{
    removeClients();
}

void GrayProfileController::connectView()
{
    connect(&m_view, &CompareView::lineChanged, this, [this](const std::optional<ProfileLine>& line) {
        if (line)
            m_plot.setLineWidth(line->width);
        update();
    });
    connect(&m_view, &CompareView::slideChanged, this, &GrayProfileController::takeContent);
    connect(&m_view, &CompareView::panesChanged, this, &GrayProfileController::takeContent);
    connect(&m_view, &CompareView::cursorMoved, this, [this](const CursorSample& sample) { followCursor(sample.level0); });
    connect(&m_view, &CompareView::cursorLeft, this, [this] { m_plot.setCursor(std::nullopt); });
}

void GrayProfileController::connectPlot()
{
    connect(&m_plot, &ProfilePlot::lineWidthChanged, &m_view, &CompareView::setLineWidth);
    connect(&m_plot, &ProfilePlot::positionHovered, &m_view, &CompareView::setLineMarker);
    connect(&m_plot, &ProfilePlot::visibilityChanged, this, &GrayProfileController::update);
    m_view.setLineWidth(m_plot.lineWidth());
}

bool GrayProfileController::isSettled() const
{
    return m_shown == m_posted && m_awaitedTiles == 0 && m_plot.isUpToDate();
}

/// Other slides: what is under way for the old ones is worth nothing, and their schedulers may be gone after this.
void GrayProfileController::takeContent()
{
    removeClients();
    m_firstValid = m_posted + 1;
    update();
}

void GrayProfileController::update()
{
    const std::optional<ProfileLine>& line = m_view.line();
    if (!line || !m_view.slide() || !m_plot.isVisible()) {
        m_firstValid = m_posted + 1;
        m_shown = m_posted;
        m_worker.clear();
        request({});
        if (!line || !m_view.slide())
            m_plot.setProfiles({});
        return;
    }
    ProfileJob job{++m_posted, *line, m_view.slide(), {}};
    for (PaneSource& pane : sources())
        job.sources.push_back(std::move(pane.source));
    m_worker.post(std::move(job));
}

void GrayProfileController::show(const ProfileResult& result)
{
    if (result.number < m_firstValid)
        return;
    m_shown = result.number;
    ++m_resultCount;
    request(result.missing);
    ProfileCurves curves = result.curves;
    curves.awaitedTiles = m_awaitedTiles;
    m_plot.setProfiles(std::move(curves));
}

void GrayProfileController::request(const std::vector<SlideTileKey>& tiles)
{
    m_awaitedTiles = 0;
    for (const PaneSource& pane : sources()) {
        const auto client = std::find_if(m_clients.begin(), m_clients.end(),
                                         [&](const Client& known) { return known.slide == pane.source.slide; });
        if (client == m_clients.end()) {
            const auto id = pane.scheduler->addClient([this](const TileScheduler::Arrival& arrival) { m_inbox.post(arrival); });
            m_clients.push_back({pane.scheduler, pane.source.slide, id});
        }
    }
    for (const Client& client : m_clients) {
        std::vector<TileKey> wanted;
        for (const SlideTileKey& key : tiles)
            // A tile that could not be read would be announced again at once, for ever.
            if (key.slideId == client.slide->id() && m_cache.stateOf(key) != TileState::Failed)
                wanted.push_back(key.tile);
        m_awaitedTiles += int(wanted.size());
        client.scheduler->request(client.id, client.slide, wanted);
    }
}

void GrayProfileController::removeClients()
{
    for (const Client& client : std::exchange(m_clients, {}))
        client.scheduler->removeClient(client.id);
    m_awaitedTiles = 0;
}

std::vector<GrayProfileController::PaneSource> GrayProfileController::sources() const
{
    const SlidePtr& slide = m_view.slide();
    if (!slide)
        return {};
    std::vector<PaneSource> sources{{{tr("Source"), slide, kSamePlace, nullptr}, &m_scheduler}};
    for (const PaneContent& pane : m_view.panes()) {
        const bool isOther = pane.slide && pane.slide != slide;
        if (!isOther && !pane.table) {
            if (!pane.name.isEmpty())
                sources.front().source.name = pane.name;
            continue;
        }
        TileScheduler* scheduler = isOther && pane.scheduler ? pane.scheduler : &m_scheduler;
        sources.push_back(
            {{pane.name, isOther ? pane.slide : slide, isOther ? pane.alignment.matrix() : kSamePlace, pane.table}, scheduler});
    }
    return sources;
}

/// The plot shows where on the line the mouse is in the view.
void GrayProfileController::followCursor(const cv::Point2d& level0)
{
    const std::optional<ProfileLine>& line = m_view.line();
    if (!line || !(line->length() > 0))
        return m_plot.setCursor(std::nullopt);
    const cv::Point2d direction = (line->end - line->start) / line->length();
    const cv::Point2d offset = level0 - line->start;
    const double along = offset.dot(direction);
    const double across = std::abs(offset.x * direction.y - offset.y * direction.x);
    const double reach = kCursorReach * m_view.devicePixelRatioF() / m_view.viewport().zoom;
    const bool isNear = across <= reach && along >= 0 && along <= line->length();
    m_plot.setCursor(isNear ? std::optional(along) : std::nullopt);
}

}
