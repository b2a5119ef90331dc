#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "color/WhiteKept.h"
#include "normalize/NetworkCanvas.h"
#include "normalize/SpatialNetwork.h"
#include "slide/Slide.h"
#include "slide/VirtualLevels.h"

namespace isostain {

struct NormalizedSlideOptions {
    std::optional<double> trainingMpp;              ///< micrometers per pixel of the training
    int networkTileSize = 512;                      ///< larger ones share more of their surroundings, but come later
    std::size_t cacheBytes = std::size_t(64) << 20; ///< for tiles of the network, shared by neighboring reads
    /// Levels up to this many times coarser than what the network is run on are the mean of its result; the network is run
    /// on coarser ones directly, see isPreview(). Each factor of two costs four times as many network tiles.
    double mostAveraged = 4;
    std::optional<GlassMixer> glass;                ///< keeps glass as it is; nothing: normalized like tissue
};

/// A slide as a spatial network with frozen statistics shows it: the geometry of the source, an id of its own, so that views,
/// caches and exports take it for a slide.
///
/// The network is run on networkCanvas(), in tiles that do not depend on what is asked for; other levels are resampled from
/// its result. A tile fails when the source's own tile fails; parts of the surroundings that cannot be read are
/// kUnreadableColor. Reads may come from any threads; tiles of the network that several need are computed once.
class NormalizedSlide : public Slide {
public:
    NormalizedSlide(SlidePtr source, FrozenNetworkPtr network, const NormalizedSlideOptions& options);

    /// Stop tokens are checked at every tile of the network, and inside it between layers.
    /// Errors: as Slide::read() and FrozenNetwork::run().
    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop = {}) const override;
    /// That of the source.
    Result<RgbImage> readAssociatedImage(const std::string& name) const override;

    /// Levels where the network is run on pixels of another size than it was trained on, as averaging its result would take
    /// too long: good to find one's way, not to judge colors by.
    bool isPreview(int level) const;
    PixelSizeMatch pixelSizeMatch() const { return m_canvas.match; }
    const NetworkCanvas& canvas() const { return m_canvas; }
    const SlidePtr& source() const { return m_source; }

private:
    using Tile = VirtualTileMemo::Tile;

    BgrxImage mixedWithGlass(const BgrxImage& source, BgrxImage result) const;
    NetworkCanvas canvasFor(int level) const;
    Result<RgbImage> normalized(const NetworkCanvas& canvas, const PixelRect& rect, const std::stop_token& stop) const;
    Result<Tile> networkTileAt(const NetworkCanvas& canvas, const TileKey& key, const std::stop_token& stop) const;
    Result<Tile> runNetwork(const NetworkCanvas& canvas, const TileKey& key, const std::stop_token& stop) const;

    SlidePtr m_source;
    FrozenNetworkPtr m_network;
    NormalizedSlideOptions m_options;
    NetworkCanvas m_canvas;
    mutable VirtualTileMemo m_memo;
};

}
