#pragma once

#include <functional>
#include <vector>

#include "slide/PyramidGeometry.h"
#include "tiles/Viewport.h"

namespace isostain {

enum class TileState { Absent, Ready, Failed };

/// What to draw now and what to ask for.
struct FramePlan {
    int level = 0;                  ///< the level that suits the zoom
    std::vector<TileKey> draw;      ///< ready tiles in painting order: coarse stand-ins first, then the target level
    std::vector<TileKey> failed;    ///< visible target-level tiles that could not be read: shown as missing
    std::vector<TileKey> wanted;    ///< absent tiles to read, best first
    int visibleTiles = 0;           ///< of the target level
    int visibleReady = 0;

    /// Everything visible is sharp (or known to be missing).
    bool isComplete() const;
};

/// Plans a frame. Pure and O(visible tiles): coarser ready tiles stand in exactly where target-level tiles are not ready;
/// `wanted` lists, in this order: one coarse tile layer if nothing at all can stand in, the visible target tiles from the
/// center outwards, one ring around them, and the pinned coarsest level.
FramePlan planFrame(const Viewport& viewport, const PyramidGeometry& geometry,
                    const std::function<TileState(const TileKey&)>& stateOf);

}
