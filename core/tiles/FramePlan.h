#pragma once

#include <functional>
#include <vector>

#include "slide/PyramidGeometry.h"
#include "tiles/Viewport.h"

namespace isostain {

enum class TileState { Absent, Ready, Failed };

/// What to draw now and what to ask for.
struct FramePlan {
    int level = 0;   ///< the level that suits the zoom: the target level
    /// Ready tiles in painting order, each better than what it covers: coarse stand-ins (coarsest first), finer stand-ins,
    /// then the target level. No tile twice.
    std::vector<TileKey> draw;
    std::vector<TileKey> failed;   ///< visible target-level tiles that could not be read: to be marked as missing
    std::vector<TileKey> wanted;   ///< absent tiles to read, best first, no tile twice
    int visibleTiles = 0;             ///< of the target level
    int visibleReady = 0;             ///< of these, ready
    int visibleUncovered = 0;         ///< of these, neither ready nor failed nor wholly covered by a stand-in

    /// Everything visible is sharp (or known to be missing).
    bool isComplete() const;
};

/// Plans a frame. Pure and O(visible tiles), whatever the slide's size.
///
/// Stand-ins are drawn exactly where target-level tiles are not ready: ready tiles up to two levels finer (as after zooming
/// out; about two per visible tile at most, from the center outwards), and coarser ones where those leave gaps.
/// `wanted` lists, in this order: one coarse layer where nothing at all can stand in and one is at hand cheaply, the visible
/// target tiles from the center outwards, one ring around them likewise, and the level pinnedLevel().
FramePlan planFrame(const Viewport& viewport, const PyramidGeometry& geometry,
                    const std::function<TileState(const TileKey&)>& stateOf);

/// The finest level of at most 16 tiles. It and the levels coarser than it stay in the cache while their slide is in use,
/// so that there is always something to stand in.
int pinnedLevel(const PyramidGeometry& geometry);

}
