#include "compare/Frame.h"

#include <algorithm>

namespace isostain {

bool showsSourceUnderneath(const FrameLayer& layer)
{
    return layer.hasSourceUnderneath && layer.plan.visibleUncovered > 0;
}

bool isLayerShown(const Frame& frame, int layer)
{
    return std::any_of(frame.panes.begin(), frame.panes.end(), [&](const FramePane& pane) {
        return pane.layer == layer || (layer == 0 && showsSourceUnderneath(frame.layers[std::size_t(pane.layer)]));
    });
}

}
