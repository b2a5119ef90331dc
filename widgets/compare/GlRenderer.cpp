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

void setInts(QOpenGLShaderProgram& program, Gl& gl, const char* name, int x, int y)
{
    gl.glUniform2i(program.uniformLocation(name), x, y);
}

}

GlRenderer::GlRenderer(Gl& gl) : m_gl(gl), m_tiles(gl, kTileBudgetBytes), m_tables(gl, kTableBudgetBytes), m_composed(gl)
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
    m_programs.tile = makeProgram("tile.frag");
    m_programs.standIn = makeProgram("standin.frag");
    m_programs.map = makeProgram("map.frag", table);
    m_programs.copy = makeProgram("copy.frag", noTable);
    m_programs.copyMapped = makeProgram("copy.frag", table);
    m_programs.averageNarrow = makeProgram("average.frag", "#define TAPS 1\n");
    m_programs.averageMiddle = makeProgram("average.frag", "#define TAPS 2\n");
    m_programs.averageWide = makeProgram("average.frag", "#define TAPS 0\n");
    m_programs.hatch = makeProgram("hatch.frag");
    m_programs.decoration = makeProgram("decoration.frag");
    for (const Program* program : {&m_programs.tile, &m_programs.standIn, &m_programs.map, &m_programs.copy, &m_programs.copyMapped,
                                   &m_programs.averageNarrow, &m_programs.averageMiddle, &m_programs.averageWide,
                                   &m_programs.hatch, &m_programs.decoration})
        if (!*program)
            return false;
    for (const Program* program : {&m_programs.map, &m_programs.copyMapped}) {
        (*program)->bind();
        (*program)->setUniformValue("table", kTableUnit);
    }
    return true;
}

GlRenderer::Outcome GlRenderer::draw(const Frame& frame, TileCache& cache, GLuint framebuffer)
{
    setState();
    Outcome outcome;
    const auto tables = m_tables.prepare(frame.tables);
    outcome.isOutOfMemory = tables == GlTableTextures::Progress::OutOfMemory;
    outcome.frame.needsMore = tables == GlTableTextures::Progress::Unfinished;

    std::optional<FrameGeometry> view;
    FramePlan plan = frame.plan;
    if (frame.slide) {
        m_tiles.beginFrame(frame.slide->id());
        if (!m_tiles.prepare(plan.draw, cache)) {
            plan = planWithTextures(frame, cache);
            outcome.frame = {false, true};
        }
        view = frameGeometry(frame.viewport, frame.slide->geometry(), plan.level);
    }
    if (view && !view->isEmpty()) {
        compose(frame, plan, *view);
        if (view->magnification == 0)
            mapTables(frame, *view);
    }
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    clearCanvas(frame);
    if (view && !view->isEmpty())
        for (const FramePane& pane : frame.panes) {
            drawPane(pane, frame, *view);
            drawMissing(pane, frame, plan, *view);
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

/// The best plan for what has been uploaded, where not everything could be in this frame.
FramePlan GlRenderer::planWithTextures(const Frame& frame, TileCache& cache) const
{
    return planFrame(frame.viewport, frame.slide->geometry(), [&](const TileKey& key) {
        if (m_tiles.contains(key))
            return TileState::Ready;
        return cache.stateOf({frame.slide->id(), key}) == TileState::Failed ? TileState::Failed : TileState::Absent;
    });
}

void GlRenderer::compose(const Frame& frame, const FramePlan& plan, const FrameGeometry& view)
{
    const PyramidGeometry& geometry = frame.slide->geometry();
    Composition composition{frame.slide->id(), view.level, view.region, plan.draw};
    const bool hasGrown = m_composed.bind(sizeOf(view.region));
    if (!hasGrown && m_composition && *m_composition == composition)
        return;
    m_composition = std::move(composition);
    ++m_compositionNumber;

    const QVector3D background = colorVector(frame.slide->info().background);
    m_gl.glClearColor(background.x(), background.y(), background.z(), 1);
    m_gl.glClear(GL_COLOR_BUFFER_BIT);
    const PixelRect standIns = intersected(standInArea(plan, geometry, view), view.region);
    for (const TileKey& key : plan.draw) {
        const PixelRect inLevel = tileRectInLevel(geometry, key, view.level);
        m_gl.glBindTexture(GL_TEXTURE_2D, m_tiles.find(key));
        if (key.level == view.level)
            drawTile(inLevel, view);
        else
            drawStandIn(inLevel, standIns, view);
    }
}

void GlRenderer::drawTile(const PixelRect& tile, const FrameGeometry& view)
{
    const int x = int(tile.x - view.region.x);
    const int y = int(tile.y - view.region.y);
    m_programs.tile->bind();
    setInts(*m_programs.tile, m_gl, "origin", x, y);
    m_gl.glViewport(x, y, int(tile.width), int(tile.height));
    drawQuad();
}

void GlRenderer::drawStandIn(const PixelRect& tile, const PixelRect& area, const FrameGeometry& view)
{
    const PixelRect part = intersected(tile, area);
    if (part.isEmpty())
        return;
    const QVector2D origin(float(tile.x - view.region.x), float(tile.y - view.region.y));
    m_programs.standIn->bind();
    m_programs.standIn->setUniformValue("origin", origin);
    m_programs.standIn->setUniformValue("size", QVector2D(float(tile.width), float(tile.height)));
    m_gl.glViewport(int(part.x - view.region.x), int(part.y - view.region.y), int(part.width), int(part.height));
    drawQuad();
}

void GlRenderer::mapTables(const Frame& frame, const FrameGeometry& view)
{
    std::erase_if(m_mapped, [&](const auto& item) {
        return std::none_of(frame.tables.begin(), frame.tables.end(),
                            [&](const ColorTablePtr& table) { return table->id() == item.first; });
    });
    for (const FramePane& pane : frame.panes) {
        if (!pane.table)
            continue;
        Mapped& mapped = m_mapped.try_emplace(pane.table->id(), m_gl).first->second;
        const bool hasGrown = mapped.target.bind(sizeOf(view.region));
        if (mapped.composition == m_compositionNumber && !hasGrown)
            continue;
        mapped.composition = m_compositionNumber;
        bindTable(*pane.table);
        m_gl.glBindTexture(GL_TEXTURE_2D, m_composed.texture());
        m_programs.map->bind();
        m_gl.glViewport(0, 0, int(view.region.width), int(view.region.height));
        drawQuad();
    }
}

void GlRenderer::clearCanvas(const Frame& frame)
{
    clearRect(QRect(QPoint(), frame.size), canvas::kBackground, frame);
    for (std::size_t i = 1; i < frame.panes.size(); ++i) {
        const int left = frame.panes[i - 1].rect.right() + 1;
        const int right = frame.panes[i].rect.left();
        if (left < right)
            clearRect(QRect(left, 0, right - left, frame.size.height()), canvas::kGap, frame);
    }
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

void GlRenderer::drawPane(const FramePane& pane, const Frame& frame, const FrameGeometry& view)
{
    const QRect part = view.slideRect.translated(pane.viewportX, 0).intersected(pane.rect);
    if (part.isEmpty())
        return;
    setViewport(part, frame);
    QOpenGLShaderProgram& program = view.magnification > 0 ? useCopy(pane, view) : useAverage(pane, view);
    setInts(program, m_gl, "corner", pane.viewportX, frame.size.height());
    drawQuad();
}

QOpenGLShaderProgram& GlRenderer::useCopy(const FramePane& pane, const FrameGeometry& view)
{
    QOpenGLShaderProgram& program = pane.table ? *m_programs.copyMapped : *m_programs.copy;
    program.bind();
    if (pane.table)
        bindTable(*pane.table);
    m_gl.glBindTexture(GL_TEXTURE_2D, m_composed.texture());
    setInts(program, m_gl, "offset", view.copyOffsetX, view.copyOffsetY);
    setInts(program, m_gl, "lastTexel", int(view.region.width) - 1, int(view.region.height) - 1);
    program.setUniformValue("pixelsPerTexel", float(view.magnification));
    return program;
}

QOpenGLShaderProgram& GlRenderer::useAverage(const FramePane& pane, const FrameGeometry& view)
{
    const GlTarget& texels = pane.table ? m_mapped.at(pane.table->id()).target : m_composed;
    const double texelsPerPixel = std::max(view.texelsPerPixelX, view.texelsPerPixelY);
    QOpenGLShaderProgram& program = texelsPerPixel <= 1   ? *m_programs.averageNarrow
                                    : texelsPerPixel <= 2 ? *m_programs.averageMiddle
                                                          : *m_programs.averageWide;
    program.bind();
    m_gl.glBindTexture(GL_TEXTURE_2D, texels.texture());
    program.setUniformValue("firstTexel", QVector2D(float(view.texelX), float(view.texelY)));
    program.setUniformValue("texelsPerPixel", QVector2D(float(view.texelsPerPixelX), float(view.texelsPerPixelY)));
    program.setUniformValue("regionSize", QVector2D(float(view.region.width), float(view.region.height)));
    program.setUniformValue("textureScale",
                            QVector2D(1.0f / float(texels.size().width()), 1.0f / float(texels.size().height())));
    return program;
}

void GlRenderer::drawMissing(const FramePane& pane, const Frame& frame, const FramePlan& plan, const FrameGeometry& view)
{
    if (plan.failed.empty())
        return;
    QOpenGLShaderProgram& program = *m_programs.hatch;
    program.bind();
    program.setUniformValue("viewHeight", frame.size.height());
    program.setUniformValue("stripe", canvas::kHatchStripe);
    program.setUniformValue("dark", colorVector(canvas::kHatchDark));
    program.setUniformValue("light", colorVector(canvas::kHatchLight));
    for (const TileKey& key : plan.failed) {
        const QRect missing = paneRectOf(view, tileRectInLevel(frame.slide->geometry(), key, view.level));
        const QRect part = missing.translated(pane.viewportX, 0).intersected(pane.rect);
        if (part.isEmpty())
            continue;
        setViewport(part, frame);
        drawQuad();
    }
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
