#pragma once

#include <memory>

#include <QImage>

#include "compare/FrameComposition.h"
#include "compare/TexelImage.h"

namespace isostain {

/// Brings texels to the screen, row by row, for one pane. Its rows may be drawn from several threads at once. What the
/// slide does not cover gets the canvas's background. References have to outlive it.
class RasterPane {
public:
    virtual ~RasterPane() = default;
    RasterPane(const RasterPane&) = delete;
    RasterPane& operator=(const RasterPane&) = delete;

    /// Rows [begin, end) of the target, within the pane.
    virtual void drawRows(int begin, int end, QImage& target) const = 0;

protected:
    RasterPane() = default;
};

struct RasterPaneInput {
    QRect rect; ///< within the target
    QPoint viewportCorner;
    const FrameLayer& layer;
    const FrameGeometry& view;
    const TexelImage& texels; ///< of the whole region, mapped where the pane has a table
};

/// Copied at whole magnifications, averaged by area at others, filtered bilinearly where the layer is placed. Tiles that
/// failed are hatched.
std::unique_ptr<RasterPane> makeRasterPane(const RasterPaneInput& input);

/// Only canvas.
void fillCanvas(const QRect& rect, QImage& target);

}
