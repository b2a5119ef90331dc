#include "compare/SlideLayers.h"

#include <algorithm>
#include <cmath>

#include "compare/PaneLayout.h"

namespace isostain {

struct SlideLayers::Layer {
    SlidePtr slide;
    SlideAlignment alignment;
    TileScheduler* scheduler = nullptr;
    TileScheduler::ClientId client = 0;
    bool mayShowSource = false; ///< some pane has asked for it
    Viewport viewport;
    FramePlan plan;
    std::set<TileKey> failedTiles;
    bool hasReportedFailure = false;

    bool shows(const SlidePtr& other, const SlideAlignment& placed, const TileScheduler* reader) const
    {
        return slide == other && alignment == placed && scheduler == reader;
    }
};

namespace {

bool haveSameSize(const Slide& a, const Slide& b)
{
    return a.geometry().width() == b.geometry().width() && a.geometry().height() == b.geometry().height();
}

bool isPlaced(const Viewport& view, const SlideAlignment& alignment)
{
    return !alignment.isIdentity() || !view.orientation.isUpright();
}

cv::Matx23d placementOf(const Viewport& view, const SlideAlignment& alignment)
{
    const cv::Matx23d& m = alignment.matrix();
    const cv::Matx23d device = view.deviceToLevel0();
    const cv::Matx22d linear(m(0, 0), m(0, 1), m(1, 0), m(1, 1));
    const cv::Matx22d turned = linear * cv::Matx22d(device(0, 0), device(0, 1), device(1, 0), device(1, 1));
    const cv::Point2d corner = alignment.map({device(0, 2), device(1, 2)});
    return {turned(0, 0), turned(0, 1), corner.x, turned(1, 0), turned(1, 1), corner.y};
}

}

SlideLayers::SlideLayers(TileCache& cache, TileScheduler& scheduler, ArrivalInbox& inbox)
    : m_cache(cache),
      m_scheduler(scheduler),
      m_inbox(inbox)
{
}

SlideLayers::~SlideLayers()
{
    for (const auto& layer : m_layers)
        release(*layer);
}

void SlideLayers::release(Layer& layer)
{
    layer.scheduler->removeClient(layer.client);
}

void SlideLayers::set(const SlidePtr& slide, const std::vector<PaneContent>& panes)
{
    std::vector<std::unique_ptr<Layer>> old = std::move(m_layers);
    m_layers.clear();
    m_layerOfPane.assign(panes.size(), 0);
    const auto layerFor = [&](const SlidePtr& shown, const SlideAlignment& alignment, TileScheduler& scheduler) {
        const auto matches = [&](const auto& layer) {
            return layer && layer->shows(shown, alignment, &scheduler);
        };
        if (const auto known = std::find_if(m_layers.begin(), m_layers.end(), matches); known != m_layers.end())
            return int(known - m_layers.begin());
        auto kept = std::find_if(old.begin(), old.end(), matches);
        if (kept != old.end()) {
            m_layers.push_back(std::move(*kept));
        } else {
            m_layers.push_back(std::make_unique<Layer>());
            Layer& layer = *m_layers.back();
            layer.slide = shown;
            layer.alignment = alignment;
            layer.scheduler = &scheduler;
            layer.client =
                scheduler.addClient([&inbox = m_inbox](const TileScheduler::Arrival& arrival) { inbox.post(arrival); });
        }
        m_layers.back()->mayShowSource = false;
        return int(m_layers.size()) - 1;
    };
    if (slide) {
        layerFor(slide, {}, m_scheduler);
        for (std::size_t i = 0; i < panes.size(); ++i) {
            const PaneContent& pane = panes[i];
            if (!hasOwnSlide(pane, slide))
                continue;
            m_layerOfPane[i] = layerFor(pane.slide, pane.alignment, pane.scheduler ? *pane.scheduler : m_scheduler);
            Layer& layer = *m_layers[std::size_t(m_layerOfPane[i])];
            layer.mayShowSource = layer.mayShowSource || pane.standIn == PaneStandIn::Source;
        }
    }
    for (const auto& layer : old)
        if (layer)
            release(*layer);
}

int SlideLayers::layerOf(int pane) const
{
    return pane == PanePlace::kSource || m_layers.empty() ? 0 : m_layerOfPane[std::size_t(pane)];
}

const SlideAlignment& SlideLayers::alignmentOf(int pane) const
{
    static const SlideAlignment identity;
    return m_layers.empty() ? identity : m_layers[std::size_t(layerOf(pane))]->alignment;
}

const SlidePtr& SlideLayers::slideOf(int pane) const
{
    static const SlidePtr none;
    return m_layers.empty() ? none : m_layers[std::size_t(layerOf(pane))]->slide;
}

void SlideLayers::plan(const Viewport& viewport, const std::vector<int>& shown)
{
    m_view = viewport;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        Layer& layer = *m_layers[i];
        const bool isWanted =
            i == 0 || std::any_of(shown.begin(), shown.end(), [&](int pane) { return layerOf(pane) == int(i); });
        layer.viewport = isPlaced(viewport, layer.alignment) ? placedViewport(viewport, layer.alignment) : viewport;
        if (!isWanted) {
            layer.plan = {};
            layer.scheduler->request(layer.client, nullptr, {});
            continue;
        }
        layer.plan = planFrame(layer.viewport, layer.slide->geometry(), [&](const TileKey& key) {
            return m_cache.stateOf({layer.slide->id(), key});
        });
        layer.scheduler->request(layer.client, layer.slide, layer.plan.wanted);
        layer.failedTiles.insert(layer.plan.failed.begin(), layer.plan.failed.end());
    }
}

bool SlideLayers::holdsSource(const Layer& layer) const
{
    return layer.mayShowSource && layer.alignment.isIdentity() && haveSameSize(*layer.slide, *m_layers.front()->slide);
}

std::vector<FrameLayer> SlideLayers::frameLayers() const
{
    std::vector<FrameLayer> layers;
    for (const auto& layer : m_layers) {
        layers.push_back({layer->slide, layer->viewport, layer->plan, std::nullopt, holdsSource(*layer)});
        if (isPlaced(m_view, layer->alignment))
            layers.back().placement = placementOf(m_view, layer->alignment);
    }
    return layers;
}

bool SlideLayers::isComplete(const std::vector<int>& shown) const
{
    return std::all_of(shown.begin(), shown.end(),
                       [&](int pane) { return m_layers.empty() || m_layers[std::size_t(layerOf(pane))]->plan.isComplete(); });
}

bool SlideLayers::isSourceUnderneath(int pane) const
{
    if (m_layers.empty())
        return false;
    const Layer& layer = *m_layers[std::size_t(layerOf(pane))];
    return holdsSource(layer) && layer.plan.visibleUncovered > 0;
}

SlideLayers::News SlideLayers::take(const ArrivalInbox::Items& arrivals)
{
    News news;
    for (const TileScheduler::Arrival& arrival : arrivals)
        for (const auto& layer : m_layers) {
            if (arrival.key.slideId != layer->slide->id())
                continue;
            const cv::Rect2d tile = layer->slide->geometry().tileRectLevel0(arrival.key.tile);
            news.isVisible = news.isVisible || !(tile & layer->viewport.visibleLevel0()).empty();
            if (!arrival.error)
                continue;
            layer->failedTiles.insert(arrival.key.tile);
            if (!layer->hasReportedFailure && !news.firstFailure)
                news.firstFailure = arrival.error;
            layer->hasReportedFailure = true;
        }
    return news;
}

int SlideLayers::failureCount() const
{
    int count = 0;
    for (const auto& layer : m_layers)
        count += int(layer->failedTiles.size());
    return count;
}

std::optional<std::uint32_t> SlideLayers::colorAt(int pane, const cv::Point2d& viewLevel0) const
{
    if (m_layers.empty())
        return std::nullopt;
    const Layer& layer = *m_layers[std::size_t(layerOf(pane))];
    const PyramidGeometry& geometry = layer.slide->geometry();
    const cv::Point2d level0 = layer.alignment.map(viewLevel0);
    const cv::Rect2d whole(0, 0, double(geometry.width()), double(geometry.height()));
    if (!whole.contains(level0))
        return std::nullopt;
    for (int index = 0; index < geometry.levelCount(); ++index) {
        const PyramidLevel& level = geometry.level(index);
        const auto x = std::min(std::int64_t(level0.x / level.downsampleX), level.width - 1);
        const auto y = std::min(std::int64_t(level0.y / level.downsampleY), level.height - 1);
        const SlideTileKey key{layer.slide->id(), {index, int(x / geometry.tileSize()), int(y / geometry.tileSize())}};
        if (m_cache.stateOf(key) != TileState::Ready)
            continue;
        if (const TilePtr tile = m_cache.find(key))
            return tile->row(int(y % geometry.tileSize()))[x % geometry.tileSize()];
    }
    return std::nullopt;
}

}
