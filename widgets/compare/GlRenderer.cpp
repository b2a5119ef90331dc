#include "compare/GlRenderer.h"

#include <algorithm>
#include <cmath>

#include <QVector2D>
#include <QVector3D>

namespace isostain {

namespace {

constexpr std::size_t kTileBudgetBytes = std::size_t(384) << 20;
constexpr std::size_t kTableBudgetBytes = std::size_t(512) << 20;
constexpr int kTableUnit = 1;
constexpr std::size_t kKeptImages = 128;

QVector3D colorVector(QRgb color)
{
    return QVector3D(float(qRed(color)), float(qGreen(color)), float(qBlue(color))) / 255.0f;
}

QSize sizeOf(const PixelRect& rect)
{
    return QSize(int(rect.width), int(rect.height));
}

/// The rows of an affine transform of (x, y, 1).
void setPlacement(QOpenGLShaderProgram& program, const cv::Matx23d& m)
{
    program.setUniformValue("toTexelX", QVector3D(float(m(0, 0)), float(m(0, 1)), float(m(0, 2))));
    program.setUniformValue("toTexelY", QVector3D(float(m(1, 0)), float(m(1, 1)), float(m(1, 2))));
}

QVector2D textureScaleOf(const GlTarget& texels)
{
    return QVector2D(1.0f / float(texels.size().width()), 1.0f / float(texels.size().height()));
}

void setInts(QOpenGLShaderProgram& program, Gl& gl, const char* name, int x, int y)
{
    gl.glUniform2i(program.uniformLocation(name), x, y);
}

}

GlRenderer::GlRenderer(Gl& gl) : m_gl(gl), m_tiles(gl, kTileBudgetBytes), m_tables(gl, kTableBudgetBytes)
{
    m_gl.glGenVertexArrays(1, &m_vertexArray);
}

GlRenderer::~GlRenderer()
{
    m_gl.glDeleteVertexArrays(1, &m_vertexArray);
}

std::unique_ptr<GlRenderer> GlRenderer::create(Gl& gl)
{
    std::unique_ptr<GlRenderer> renderer(new GlRenderer(gl));
    return renderer->build() ? std::move(renderer) : nullptr;
}

bool GlRenderer::build()
{
    const QByteArray table = shaderText("table.glsl");
    const QByteArray noTable = "#define mapped(color) (color)\n";
    const QByteArray noMark = "#define shown(color) (color)\n";
    m_programs.tile = makeProgram("tile.frag");
    m_programs.standIn = makeProgram("standin.frag", noMark);
    m_programs.markedStandIn = makeProgram("standin.frag", shaderText("marked.glsl"));
    m_programs.map = makeProgram("map.frag", table);
    m_programs.copy = makeProgram("copy.frag", noTable);
    m_programs.copyMapped = makeProgram("copy.frag", table);
    m_programs.averageNarrow = makeProgram("average.frag", "#define TAPS 1\n");
    m_programs.averageMiddle = makeProgram("average.frag", "#define TAPS 2\n");
    m_programs.averageWide = makeProgram("average.frag", "#define TAPS 0\n");
    m_programs.placed = makeProgram("placed.frag");
    m_programs.hatch = makeProgram("hatch.frag");
    m_programs.hatchPlaced = makeProgram("hatch.frag", "#define PLACED\n");
    m_programs.decoration = makeProgram("decoration.frag");
    for (const Program* program :
         {&m_programs.tile, &m_programs.standIn, &m_programs.markedStandIn, &m_programs.map, &m_programs.copy,
          &m_programs.copyMapped, &m_programs.averageNarrow, &m_programs.averageMiddle, &m_programs.averageWide,
          &m_programs.placed, &m_programs.hatch, &m_programs.hatchPlaced, &m_programs.decoration})
        if (!*program)
            return false;
    for (const Program* program : {&m_programs.map, &m_programs.copyMapped}) {
        (*program)->bind();
        (*program)->setUniformValue("table", kTableUnit);
    }
    return true;
}

GlRenderer::Outcome GlRenderer::draw(Frame frame, TileCache& cache, GLuint framebuffer)
{
    setState();
    Outcome outcome;
    const auto tables = m_tables.prepare(frame.tables);
    outcome.isOutOfMemory = tables == GlTableTextures::Progress::OutOfMemory;
    outcome.frame.needsMore = tables == GlTableTextures::Progress::Unfinished;
    if (!uploadTiles(frame, cache)) {
        planWithTextures(frame, cache);
        outcome.frame = {false, true};
    }

    m_layers.resize(frame.layers.size());
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (!m_layers[i])
            m_layers[i] = std::make_unique<Layer>(m_gl);
        m_layers[i]->view = layerGeometry(frame, int(i));
        if (!m_layers[i]->view.isEmpty())
            compose(frame, int(i));
    }
    mapTables(frame);
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    clearCanvas(frame);
    if (!m_layers.empty())
        for (const FramePane& pane : frame.panes)
            if (!layerOf(pane).view.isEmpty()) {
                drawPane(pane, frame);
                drawMissing(pane, frame);
            }
    drawDecorations(frame);
    m_gl.glViewport(0, 0, frame.size.width(), frame.size.height());
    return outcome;
}

void GlRenderer::setState()
{
    for (const GLenum capability : {GL_BLEND, GL_DITHER, GL_DEPTH_TEST, GL_STENCIL_TEST, GL_CULL_FACE, GL_SCISSOR_TEST,
                                    GL_MULTISAMPLE, GL_FRAMEBUFFER_SRGB, GL_COLOR_LOGIC_OP})
        m_gl.glDisable(capability);
    m_gl.glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    m_gl.glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    m_gl.glActiveTexture(GL_TEXTURE0);
    m_gl.glBindVertexArray(m_vertexArray);
}

bool GlRenderer::uploadTiles(const Frame& frame, TileCache& cache)
{
    std::vector<std::uint64_t> slideIds;
    std::vector<SlideTileKey> keys;
    for (std::size_t i = 0; i < frame.layers.size(); ++i) {
        const FrameLayer& layer = frame.layers[i];
        slideIds.push_back(layer.slide->id());
        if (isLayerShown(frame, int(i)))
            for (const TileKey& key : layer.plan.draw)
                keys.push_back({layer.slide->id(), key});
    }
    m_tiles.beginFrame(slideIds);
    return m_tiles.prepare(keys, cache);
}

/// The best plans for what has been uploaded, where not everything could be in this frame.
void GlRenderer::planWithTextures(Frame& frame, TileCache& cache) const
{
    for (FrameLayer& layer : frame.layers)
        layer.plan = planFrame(layer.viewport, layer.slide->geometry(), [&](const TileKey& tile) {
            const SlideTileKey key{layer.slide->id(), tile};
            if (m_tiles.contains(key))
                return TileState::Ready;
            return cache.stateOf(key) == TileState::Failed ? TileState::Failed : TileState::Absent;
        });
}

void GlRenderer::compose(const Frame& frame, int index)
{
    Layer& layer = *m_layers[std::size_t(index)];
    Composition composition = compositionOf(frame, index, layer.view);
    const bool hasGrown = layer.composed.bind(sizeOf(composition.region));
    if (!hasGrown && layer.composition == composition)
        return;
    layer.number = ++m_lastNumber;
    const QVector3D background = colorVector(frame.layers[std::size_t(index)].slide->info().background);
    m_gl.glClearColor(background.x(), background.y(), background.z(), 1);
    m_gl.glClear(GL_COLOR_BUFFER_BIT);
    for (const ComposedTile& tile : composition.tiles) {
        m_gl.glBindTexture(GL_TEXTURE_2D, m_tiles.find(tile.key));
        if (tile.isExact)
            drawTile(tile, composition.region);
        else
            drawScaledTile(tile, composition.region);
    }
    layer.composition = std::move(composition);
}

void GlRenderer::drawTile(const ComposedTile& tile, const PixelRect& region)
{
    m_programs.tile->bind();
    setInts(*m_programs.tile, m_gl, "origin", int(tile.rect.x - region.x), int(tile.rect.y - region.y));
    m_gl.glViewport(int(tile.area.x - region.x), int(tile.area.y - region.y), int(tile.area.width), int(tile.area.height));
    drawQuad();
}

void GlRenderer::drawScaledTile(const ComposedTile& tile, const PixelRect& region)
{
    const QVector2D origin(float(tile.rect.x - region.x), float(tile.rect.y - region.y));
    QOpenGLShaderProgram& program = tile.isMarked ? *m_programs.markedStandIn : *m_programs.standIn;
    program.bind();
    program.setUniformValue("origin", origin);
    program.setUniformValue("size", QVector2D(float(tile.rect.width), float(tile.rect.height)));
    m_gl.glViewport(int(tile.area.x - region.x), int(tile.area.y - region.y), int(tile.area.width), int(tile.area.height));
    drawQuad();
}

/// Copies at whole magnifications look colors up themselves.
void GlRenderer::mapTables(const Frame& frame)
{
    std::erase_if(m_mapped, [&](const auto& item) {
        const bool hasTable = std::any_of(frame.tables.begin(), frame.tables.end(), [&](const ColorTablePtr& table) {
            return table->id() == item.first.second;
        });
        return !hasTable || item.first.first >= int(frame.layers.size());
    });
    for (const FramePane& pane : frame.panes) {
        if (!pane.table || frame.layers.empty())
            continue;
        const Layer& layer = layerOf(pane);
        const bool isCopied = layer.view.magnification > 0 && !frame.layers[std::size_t(pane.layer)].placement;
        const QRect area = shownTexels(frame, pane.layer, *pane.table, layer.view);
        if (layer.view.isEmpty() || isCopied || area.isEmpty())
            continue;
        Mapped& mapped = m_mapped.try_emplace({pane.layer, pane.table->id()}, m_gl).first->second;
        const bool hasGrown = mapped.target.bind(sizeOf(layer.view.region));
        if (mapped.number == layer.number && mapped.area.contains(area) && !hasGrown)
            continue;
        mapped.number = layer.number;
        mapped.area = area;
        bindTable(*pane.table);
        m_gl.glBindTexture(GL_TEXTURE_2D, layer.composed.texture());
        m_programs.map->bind();
        m_gl.glViewport(area.left(), area.top(), area.width(), area.height());
        drawQuad();
    }
}

void GlRenderer::clearCanvas(const Frame& frame)
{
    clearRect(QRect(QPoint(), frame.size), canvas::kBackground, frame);
    for (const FrameFill& fill : frame.fills)
        clearRect(fill.rect, fill.color, frame);
}

void GlRenderer::clearRect(const QRect& rect, QRgb color, const Frame& frame)
{
    const QVector3D rgb = colorVector(color);
    m_gl.glClearColor(rgb.x(), rgb.y(), rgb.z(), 1);
    const bool isAll = rect.size() == frame.size;
    if (!isAll) {
        m_gl.glEnable(GL_SCISSOR_TEST);
        m_gl.glScissor(rect.left(), frame.size.height() - rect.top() - rect.height(), rect.width(), rect.height());
    }
    m_gl.glClear(GL_COLOR_BUFFER_BIT);
    m_gl.glDisable(GL_SCISSOR_TEST);
}

void GlRenderer::drawPane(const FramePane& pane, const Frame& frame)
{
    if (frame.layers[std::size_t(pane.layer)].placement)
        return drawPlacedPane(pane, frame);
    const FrameGeometry& view = layerOf(pane).view;
    const QRect part = shownPart(pane, view).translated(pane.viewportCorner);
    if (part.isEmpty())
        return;
    setViewport(part, frame);
    QOpenGLShaderProgram& program = view.magnification > 0 ? useCopy(pane) : useAverage(pane);
    setCorner(program, pane, frame);
    drawQuad();
}

void GlRenderer::drawPlacedPane(const FramePane& pane, const Frame& frame)
{
    const FrameGeometry& view = layerOf(pane).view;
    const PlacedGeometry placed = placedGeometry(frame.layers[std::size_t(pane.layer)], view);
    const GlTarget& texels = texelsOf(pane);
    QOpenGLShaderProgram& program = *m_programs.placed;
    program.bind();
    m_gl.glBindTexture(GL_TEXTURE_2D, texels.texture());
    setPlacement(program, placed.toTexel);
    program.setUniformValue("regionSize", QVector2D(float(placed.slide.width), float(placed.slide.height)));
    program.setUniformValue("textureScale", textureScaleOf(texels));
    program.setUniformValue("samples", placed.samples);
    setCorner(program, pane, frame);
    setViewport(pane.rect, frame);
    drawQuad();
}

const GlTarget& GlRenderer::texelsOf(const FramePane& pane) const
{
    return pane.table ? m_mapped.at({pane.layer, pane.table->id()}).target : layerOf(pane).composed;
}

QOpenGLShaderProgram& GlRenderer::useCopy(const FramePane& pane)
{
    const Layer& layer = layerOf(pane);
    QOpenGLShaderProgram& program = pane.table ? *m_programs.copyMapped : *m_programs.copy;
    program.bind();
    if (pane.table)
        bindTable(*pane.table);
    m_gl.glBindTexture(GL_TEXTURE_2D, layer.composed.texture());
    setInts(program, m_gl, "offset", layer.view.copyOffsetX, layer.view.copyOffsetY);
    setInts(program, m_gl, "lastTexel", int(layer.view.region.width) - 1, int(layer.view.region.height) - 1);
    program.setUniformValue("pixelsPerTexel", float(layer.view.magnification));
    return program;
}

QOpenGLShaderProgram& GlRenderer::useAverage(const FramePane& pane)
{
    const FrameGeometry& view = layerOf(pane).view;
    const GlTarget& texels = texelsOf(pane);
    const double texelsPerPixel = std::max(view.texelsPerPixelX, view.texelsPerPixelY);
    QOpenGLShaderProgram& program = texelsPerPixel <= 1   ? *m_programs.averageNarrow
                                    : texelsPerPixel <= 2 ? *m_programs.averageMiddle
                                                          : *m_programs.averageWide;
    program.bind();
    m_gl.glBindTexture(GL_TEXTURE_2D, texels.texture());
    program.setUniformValue("firstTexel", QVector2D(float(view.texelX), float(view.texelY)));
    program.setUniformValue("texelsPerPixel", QVector2D(float(view.texelsPerPixelX), float(view.texelsPerPixelY)));
    program.setUniformValue("regionSize", QVector2D(float(view.region.width), float(view.region.height)));
    program.setUniformValue("textureScale", textureScaleOf(texels));
    return program;
}

void GlRenderer::drawMissing(const FramePane& pane, const Frame& frame)
{
    const FrameLayer& layer = frame.layers[std::size_t(pane.layer)];
    if (layer.plan.failed.empty())
        return;
    if (layer.placement)
        return drawMissingPlaced(pane, frame);
    const FrameGeometry& view = layerOf(pane).view;
    setHatch(*m_programs.hatch, frame);
    for (const TileKey& key : layer.plan.failed) {
        const QRect missing = paneRectOf(view, tileRectInLevel(layer.slide->geometry(), key, view.level));
        const QRect part = missing.translated(pane.viewportCorner).intersected(pane.rect);
        if (part.isEmpty())
            continue;
        setViewport(part, frame);
        drawQuad();
    }
}

void GlRenderer::drawMissingPlaced(const FramePane& pane, const Frame& frame)
{
    const FrameLayer& layer = frame.layers[std::size_t(pane.layer)];
    const FrameGeometry& view = layerOf(pane).view;
    QOpenGLShaderProgram& program = *m_programs.hatchPlaced;
    setHatch(program, frame);
    setPlacement(program, placedGeometry(layer, view).toTexel);
    setCorner(program, pane, frame);
    setViewport(pane.rect, frame);
    for (const TileKey& key : layer.plan.failed) {
        const PixelRect tile = tileRectInLevel(layer.slide->geometry(), key, view.level);
        const auto left = float(tile.x - view.region.x), top = float(tile.y - view.region.y);
        program.setUniformValue("tile", left, top, left + float(tile.width), top + float(tile.height));
        drawQuad();
    }
}

void GlRenderer::setHatch(QOpenGLShaderProgram& program, const Frame& frame)
{
    program.bind();
    program.setUniformValue("viewHeight", frame.size.height());
    program.setUniformValue("stripe", canvas::kHatchStripe);
    program.setUniformValue("dark", colorVector(canvas::kHatchDark));
    program.setUniformValue("light", colorVector(canvas::kHatchLight));
}

/// Shaders count y from the bottom of the screen: to the row above the pane's first.
void GlRenderer::setCorner(QOpenGLShaderProgram& program, const FramePane& pane, const Frame& frame)
{
    setInts(program, m_gl, "corner", pane.viewportCorner.x(), frame.size.height() - pane.viewportCorner.y());
}

void GlRenderer::drawDecorations(const Frame& frame)
{
    QOpenGLShaderProgram& program = *m_programs.decoration;
    program.bind();
    m_gl.glEnable(GL_BLEND);
    m_gl.glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    for (const Decoration& decoration : frame.decorations) {
        m_gl.glBindTexture(GL_TEXTURE_2D, textureOf(decoration.image));
        setInts(program, m_gl, "corner", decoration.position.x(), frame.size.height() - decoration.position.y());
        setViewport(QRect(decoration.position, decoration.image.size()), frame);
        drawQuad();
    }
    m_gl.glDisable(GL_BLEND);
}

GLuint GlRenderer::textureOf(const QImage& image)
{
    const auto found = std::find_if(m_images.begin(), m_images.end(),
                                    [&](const ImageTexture& known) { return known.key == image.cacheKey(); });
    if (found != m_images.end())
        return found->texture.id();
    if (m_images.size() >= kKeptImages)
        m_images.erase(m_images.begin());
    m_images.push_back({image.cacheKey(), makeTexture(m_gl, image.size(), image.constBits(), int(image.bytesPerLine() / 4),
                                                      GL_NEAREST)});
    return m_images.back().texture.id();
}

void GlRenderer::bindTable(const ColorTable& table)
{
    m_gl.glActiveTexture(GL_TEXTURE0 + kTableUnit);
    m_gl.glBindTexture(GL_TEXTURE_3D, m_tables.find(table.id()));
    m_gl.glActiveTexture(GL_TEXTURE0);
}

void GlRenderer::setViewport(const QRect& rect, const Frame& frame)
{
    m_gl.glViewport(rect.left(), frame.size.height() - rect.top() - rect.height(), rect.width(), rect.height());
}

void GlRenderer::drawQuad()
{
    m_gl.glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}
