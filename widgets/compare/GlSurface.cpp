#include "compare/GlSurface.h"

#include <QLoggingCategory>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLVersionFunctionsFactory>
#include <QSurfaceFormat>

#include "compare/GlRenderer.h"

namespace isostain {

namespace {

/// Exact colors: no multisampling, no sRGB conversion.
QSurfaceFormat requiredFormat()
{
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setRedBufferSize(8);
    format.setGreenBufferSize(8);
    format.setBlueBufferSize(8);
    format.setAlphaBufferSize(8);
    format.setSamples(0);
    format.setSwapInterval(1);
    return format;
}

enum class OpenGlSupport { None, Software, Hardware };

bool isSoftwareRasteriser(const QByteArray& renderer)
{
    const QByteArray name = renderer.toLower();
    for (const char* known : {"llvmpipe", "softpipe", "swrast", "software", "swiftshader", "microsoft basic render", "gdi generic"})
        if (name.contains(known))
            return true;
    return false;
}

OpenGlSupport probeOpenGl()
{
    QOpenGLContext context;
    context.setFormat(requiredFormat());
    if (!context.create() || context.isOpenGLES() || context.format().version() < qMakePair(3, 3))
        return OpenGlSupport::None;
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    if (!context.makeCurrent(&surface))
        return OpenGlSupport::None;
    OpenGlSupport support = OpenGlSupport::None;
    if (Gl* gl = QOpenGLVersionFunctionsFactory::get<Gl>(&context)) {
        const auto* renderer = reinterpret_cast<const char*>(gl->glGetString(GL_RENDERER));
        support = isSoftwareRasteriser(renderer) ? OpenGlSupport::Software : OpenGlSupport::Hardware;
    }
    context.doneCurrent();
    return support;
}

}

bool shouldDrawWithOpenGl()
{
    const QByteArray choice = qgetenv("ISOSTAIN_RENDERER");
    if (choice == "cpu")
        return false;
    static const OpenGlSupport support = probeOpenGl();
    return support == OpenGlSupport::Hardware || (choice == "opengl" && support == OpenGlSupport::Software);
}

GlSurface::GlSurface(FrameClient& client, TileCache& cache, QWidget* parent)
    : QOpenGLWidget(parent), m_client(client), m_cache(cache)
{
    setFormat(requiredFormat());
    setTextureFormat(GL_RGBA8);
}

GlSurface::~GlSurface()
{
    if (context())
        disconnect(context(), nullptr, this, nullptr);
    release();
}

bool GlSurface::isTableReady(const ColorTable& table) const
{
    return m_renderer && m_renderer->isTableReady(table);
}

QImage GlSurface::grabFrame()
{
    m_purpose = FramePurpose::Picture;
    QImage image = grabFramebuffer().convertToFormat(QImage::Format_RGB32);
    m_purpose = FramePurpose::Screen;
    image.setDevicePixelRatio(1);
    return image;
}

void GlSurface::initializeGL()
{
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlSurface::release);
    auto* gl = QOpenGLVersionFunctionsFactory::get<Gl>(context());
    if (gl)
        m_renderer = GlRenderer::create(*gl);
    if (!m_renderer)
        fail();
}

void GlSurface::paintGL()
{
    if (!m_renderer)
        return;
    const GlRenderer::Outcome outcome = m_renderer->draw(m_client.describeFrame(m_purpose), m_cache, defaultFramebufferObject());
    m_client.frameDrawn(outcome.frame);
    if (outcome.isOutOfMemory)
        fail();
}

void GlSurface::release()
{
    if (!m_renderer)
        return;
    makeCurrent();
    m_renderer.reset();
    doneCurrent();
}

void GlSurface::fail()
{
    if (!m_hasFailed) {
        qWarning("OpenGL 3.3 cannot be used; drawing on the CPU");
        m_client.surfaceFailed();
    }
    m_hasFailed = true;
}

}
