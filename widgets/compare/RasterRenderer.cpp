#include "compare/RasterRenderer.h"

#include <algorithm>

#include <QPainter>

#include "base/Parallel.h"
#include "compare/RasterCompose.h"

namespace isostain {

namespace {

constexpr int kBand = 32; ///< rows of one work item

struct Band {
    std::size_t item;
    int begin;
    int end;
};

void addBands(std::vector<Band>& bands, std::size_t item, int begin, int end)
{
    for (; begin < end; begin += kBand)
        bands.push_back({item, begin, std::min(begin + kBand, end)});
}

void paintOver(const Frame& frame, QImage& target)
{
    QPainter painter(&target);
    for (const FrameFill& fill : frame.fills)
        painter.fillRect(fill.rect, QColor(fill.color));
    for (const Decoration& decoration : frame.decorations)
        painter.drawImage(decoration.position, decoration.image);
}

}

FrameOutcome RasterRenderer::draw(const Frame& frame, TileCache& cache, QImage& target)
{
    if (target.size() != frame.size) {
        target = QImage(frame.size, QImage::Format_RGB32);
        target.fill(canvas::kBackground);
    }
    m_layers.resize(frame.layers.size());
    bool isComplete = true;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (!m_layers[i])
            m_layers[i] = std::make_unique<Layer>();
        m_layers[i]->view = layerGeometry(frame, int(i));
        if (!m_layers[i]->view.isEmpty())
            isComplete = compose(frame, int(i), cache) && isComplete;
    }
    mapTables(frame);
    drawPanes(frame, target);
    paintOver(frame, target);
    return {isComplete, !isComplete};
}

/// False where a tile has left the cache since the frame was planned.
bool RasterRenderer::compose(const Frame& frame, int index, TileCache& cache)
{
    Layer& layer = *m_layers[std::size_t(index)];
    Composition composition = compositionOf(frame, index, layer.view);
    std::vector<TilePtr> tiles;
    tiles.reserve(composition.tiles.size());
    for (const ComposedTile& tile : composition.tiles)
        tiles.push_back(cache.find(tile.key));
    if (layer.composition == composition)
        return true;
    composeTexels(composition, tiles, frame.layers[std::size_t(index)].slide->info().background, layer.texels);
    layer.number = ++m_lastNumber;
    const bool isComplete = std::find(tiles.begin(), tiles.end(), nullptr) == tiles.end();
    layer.composition.reset();
    if (isComplete)
        layer.composition = std::move(composition);
    return isComplete;
}

void RasterRenderer::mapTables(const Frame& frame)
{
    struct Job {
        const ColorTable& table;
        const TexelImage& from;
        Mapped& mapped;
    };
    for (auto& [key, mapped] : m_mapped)
        mapped.isUsed = false;
    std::vector<Job> jobs;
    std::vector<Band> bands;
    for (const FramePane& pane : frame.panes) {
        if (!pane.table || frame.layers.empty())
            continue;
        const Layer& layer = *m_layers[std::size_t(pane.layer)];
        Mapped& mapped = m_mapped[{pane.layer, pane.table->id()}];
        if (mapped.isUsed || layer.view.isEmpty())
            continue;
        mapped.isUsed = true;
        const QRect area = shownTexels(frame, pane.layer, *pane.table, layer.view);
        if (mapped.number == layer.number && mapped.area.contains(area))
            continue;
        mapped.number = layer.number;
        mapped.area = area;
        mapped.texels.resize(layer.texels.width(), layer.texels.height());
        addBands(bands, jobs.size(), area.top(), area.bottom() + 1);
        jobs.push_back({*pane.table, layer.texels, mapped});
    }
    std::erase_if(m_mapped, [](const auto& item) { return !item.second.isUsed; });
    parallelFor(bands.size(), [&](std::size_t index) {
        const Band& band = bands[index];
        const Job& job = jobs[band.item];
        const QRect& area = job.mapped.area;
        for (int y = band.begin; y < band.end; ++y)
            job.table.apply(job.from.row(y) + area.left(), job.mapped.texels.row(y) + area.left(), std::size_t(area.width()));
    });
}

std::unique_ptr<RasterPane> RasterRenderer::paneFor(const FramePane& pane, const QRect& rect, const Frame& frame) const
{
    if (frame.layers.empty() || m_layers[std::size_t(pane.layer)]->view.isEmpty())
        return nullptr;
    const Layer& layer = *m_layers[std::size_t(pane.layer)];
    const TexelImage& texels = pane.table ? m_mapped.at({pane.layer, pane.table->id()}).texels : layer.texels;
    return makeRasterPane({rect, pane.viewportCorner, frame.layers[std::size_t(pane.layer)], layer.view, texels});
}

void RasterRenderer::drawPanes(const Frame& frame, QImage& target) const
{
    target.bits(); // detaches here if at all, not in the workers
    std::vector<std::unique_ptr<RasterPane>> panes;
    std::vector<Band> bands;
    for (const FramePane& pane : frame.panes) {
        const QRect rect = pane.rect.intersected(QRect(QPoint(), frame.size));
        if (rect.isEmpty())
            continue;
        if (auto drawn = paneFor(pane, rect, frame)) {
            addBands(bands, panes.size(), rect.top(), rect.bottom() + 1);
            panes.push_back(std::move(drawn));
        } else {
            fillCanvas(rect, target);
        }
    }
    parallelFor(bands.size(),
                [&](std::size_t index) { panes[bands[index].item]->drawRows(bands[index].begin, bands[index].end, target); });
}

}
