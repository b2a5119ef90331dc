#pragma once

#include <vector>

#include <QRect>

#include "compare/Frame.h"
#include "compare/FrameGeometry.h"

namespace isostain {

/// One tile on its way into the composed region of a layer.
struct ComposedTile {
    SlideTileKey key;
    PixelRect rect;        ///< of the whole tile, in pixels of the drawn level
    PixelRect area;        ///< the part of it that is to be painted; within the region, never empty
    bool isExact = false;  ///< one tile pixel per level pixel, else the tile is scaled
    bool isMarked = false; ///< of the source, underneath a slide that is not there yet

    bool operator==(const ComposedTile&) const = default;
};

/// What the composed region of a layer is made of, in painting order. As long as it stays equal, so do the pixels.
struct Composition {
    std::uint64_t slideId = 0;
    int level = 0;
    PixelRect region;
    bool isCovered = false; ///< by tiles of the drawn level, all over
    std::vector<ComposedTile> tiles;

    bool operator==(const Composition&) const = default;
};

Composition compositionOf(const Frame& frame, int layer, const FrameGeometry& view);

/// The geometry of a layer of which something is on the screen; empty where nothing is.
FrameGeometry layerGeometry(const Frame& frame, int layer);

/// The part of a pane's slide that is on the screen, device pixels of the pane. Layers that are not placed.
QRect shownPart(const FramePane& pane, const FrameGeometry& view);

/// The texels of the region that the panes with this layer and table show: what is to be mapped.
QRect shownTexels(const Frame& frame, int layer, const ColorTable& table, const FrameGeometry& view);

/// How the panes of a placed layer are drawn.
struct PlacedGeometry {
    cv::Matx23d toTexel; ///< device pixels of the pane to texels of the region; (0, 0) are the corners of pixel and texel
    cv::Rect2d slide;    ///< the part of the slide that is in the region, texels
    int samples = 1;     ///< a side, bilinear, for each device pixel; 0: the texel that its center lies in, where pixels lie on texels
};

PlacedGeometry placedGeometry(const FrameLayer& layer, const FrameGeometry& view);

}
