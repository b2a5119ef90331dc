#pragma once

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QImage>

#include "compare/FrameComposition.h"
#include "compare/RasterPane.h"
#include "compare/TexelImage.h"

namespace isostain {

/// Draws frames on the CPU, on all cores. At whole magnifications the pixels are those of the OpenGL renderer.
///
/// A frame has three steps: the visible region of each slide is composed from tiles, one texel per level pixel; it is
/// mapped through each table once, however many panes show it, and only where they do; then the panes are drawn. What a
/// step made is kept as long as its input stays the same.
class RasterRenderer {
public:
    /// `target` is resized to the frame, Format_RGB32.
    FrameOutcome draw(const Frame& frame, TileCache& cache, QImage& target);

private:
    struct Layer {
        FrameGeometry view;
        std::optional<Composition> composition; ///< what the texels show, where all of it was there
        std::uint64_t number = 0;               ///< of the composition
        TexelImage texels;
    };
    struct Mapped {
        std::uint64_t number = 0; ///< of the composition it was made from
        QRect area;               ///< texels
        TexelImage texels;
        bool isUsed = false;
    };
    using MappedKey = std::pair<int, std::uint64_t>; ///< layer and table id

    bool compose(const Frame& frame, int layer, TileCache& cache);
    void mapTables(const Frame& frame);
    void drawPanes(const Frame& frame, QImage& target) const;
    std::unique_ptr<RasterPane> paneFor(const FramePane& pane, const QRect& rect, const Frame& frame) const;

    std::vector<std::unique_ptr<Layer>> m_layers;
    std::map<MappedKey, Mapped> m_mapped;
    std::uint64_t m_lastNumber = 0;
};

}
