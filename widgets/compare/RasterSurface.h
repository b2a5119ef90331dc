#pragma once

#include <QImage>
#include <QWidget>

#include "compare/Frame.h"
#include "compare/RasterRenderer.h"

namespace isostain {

/// Draws frames on the CPU, where OpenGL 3.3 is missing or itself drawn by the CPU.
class RasterSurface : public QWidget, public FrameSurface {
public:
    RasterSurface(FrameClient& client, TileCache& cache, QWidget* parent);

    QWidget& widget() override { return *this; }
    void requestFrame() override;
    bool isTableReady(const ColorTable&) const override { return true; }
    QImage grabFrame() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FrameClient& m_client;
    TileCache& m_cache;
    RasterRenderer m_renderer;
    QImage m_image;           ///< what the screen shows
    bool m_isOutdated = true; ///< else paint events of widgets above show the same image again
};

}
