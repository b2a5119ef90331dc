#pragma once

#include <memory>

#include <QOpenGLWidget>

#include "compare/Frame.h"

namespace isostain {

class GlRenderer;

/// Whether this process draws with OpenGL 3.3 core: where a graphics processor offers it. A rasteriser in software costs
/// several times what the CPU needs for the same pixels, so then it is not worth it. ISOSTAIN_RENDERER decides otherwise:
/// `opengl` takes any OpenGL 3.3, `cpu` takes none.
bool shouldDrawWithOpenGl();

/// Draws frames with OpenGL 3.3 core. Its context may go and come again (other window, full screen): what was uploaded is
/// then uploaded anew.
class GlSurface : public QOpenGLWidget, public FrameSurface {
public:
    GlSurface(FrameClient& client, TileCache& cache, QWidget* parent);
    ~GlSurface() override;

    QWidget& widget() override { return *this; }
    void requestFrame() override { update(); }
    bool isTableReady(const ColorTable& table) const override;
    QImage grabFrame() override;

protected:
    void initializeGL() override;
    void paintGL() override;

private:
    void release();
    void fail();

    FrameClient& m_client;
    TileCache& m_cache;
    std::unique_ptr<GlRenderer> m_renderer;
    FramePurpose m_purpose = FramePurpose::Screen;
    bool m_hasFailed = false;
};

}
