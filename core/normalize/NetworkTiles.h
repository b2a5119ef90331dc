#pragma once

#include <cstdint>

#include "base/Progress.h"
#include "image/Image.h"
#include "normalize/SpatialNetwork.h"
#include "slide/PyramidGeometry.h"

/// Running a network on an image in parts, exactly: tiles get as many real pixels around them as the network can see, and the
/// network's own paddings act at the image's border alone. Widths and heights that are no multiple of the network's alignment
/// (or below its minimum) are filled up by reflection at the right and bottom and cut off again, whole or in tiles.
namespace isostain {

/// One tile of an image: what comes out, and what the network is run on for it.
struct NetworkTile {
    PixelRect core;  ///< inside the image
    PixelRect input; ///< starts inside the image; may reach past its right and bottom border by the filling
};

/// `core` starts at multiples of the alignment, inside an image of width x height (all > 0), and is clipped to it.
NetworkTile networkTile(const NetworkShape& shape, std::int64_t width, std::int64_t height, const PixelRect& core);

/// The part of a tile's input that lies in the image: what has to be read.
PixelRect realPart(const NetworkTile& tile, std::int64_t width, std::int64_t height);

/// Filled up to width x height by reflection at the right and bottom (the border pixel is not repeated).
RgbImage reflectedTo(const RgbImage& image, int width, int height);

/// The tile's result from its real part: fills up, runs the network, cuts the core out. Errors: as FrozenNetwork::run().
Result<RgbImage> runTile(const FrozenNetwork& network, const NetworkTile& tile, const RgbImage& realPixels,
                         const std::stop_token& stop = {});

/// A whole image at once, with frozen statistics. Errors: InvalidArgument (empty), and as FrozenNetwork::run().
Result<RgbImage> normalizeWhole(const FrozenNetwork& network, const RgbImage& image, const std::stop_token& stop = {});

/// The same in tiles of `tileSize` (rounded up to the alignment), in bounded memory. Progress in tiles.
/// Whole or in tiles of any size, results differ by one level at most (rounding of sums).
Result<RgbImage> normalizeInTiles(const FrozenNetwork& network, const RgbImage& image, int tileSize,
                                  const JobControl& control = {});

/// A whole image as published, with its own statistics. Errors: as normalizeWhole().
Result<RgbImage> normalizeAsPublished(const SpatialNetwork& network, const RgbImage& image, const std::stop_token& stop = {});

}
