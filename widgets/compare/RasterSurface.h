#pragma once

#include <QImage>
#include <QWidget>

#include "compare/Frame.h"

namespace isostain {

/// Draws frames on the CPU, where OpenGL 3.3 is missing.
class RasterSurface : public QWidget, public FrameSurface {
public:
    RasterSurface(FrameClient& client, TileCache& cache, QWidget* parent);

    QWidget& widget() override { return *this; }
    bool isTableReady(const ColorTable&) const override { return true; }
    QImage grabFrame() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void draw();

    FrameClient& m_client;
    TileCache& m_cache;
    QImage m_image;
};

}
