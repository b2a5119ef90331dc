#pragma once

#include <map>
#include <mutex>

#include "base/Error.h"
#include "base/Progress.h"
#include "export/PyramidLayout.h"
#include "export/PyramidWriter.h"
#include "image/Image.h"
#include "slide/PyramidGeometry.h"

namespace isostain {

/// Tiles of a pyramid, the same for the same layout: chosen before they are made, kept until they can be compared with what
/// was written. A few dozen over all written levels, the first and the last of the finest among them; at most 12 MiB, or one
/// tile. Any thread.
class TileSample {
public:
    explicit TileSample(const PyramidLayout& layout);

    /// Keeps a copy of the tile if it is one of them. Keys count levels as PyramidLayout::computed() does.
    void offer(const TileKey& key, const BgrxImage& tile);
    /// To be asked when all tiles have been offered; a chosen one that never came is an empty image.
    const std::map<TileKey, BgrxImage>& tiles() const { return m_tiles; }

private:
    std::map<TileKey, BgrxImage> m_tiles;
    std::mutex m_mutex;
};

/// Opens a written pyramid with openSlide() and checks its levels, their sizes, pixel size and objective, and the sampled
/// tiles: equal where the compression is lossless; where it is JPEG, within 0.1 dB of what libjpeg-turbo makes of the same
/// tile at the same quality. Pixels of lower levels and of lossless ones are those that the container's own library decodes,
/// where it can. The writer has finished and not yet committed. Errors, about its final name: VerificationFailed, Cancelled,
/// OutOfMemory. Blocks.
Result<void> checkPyramid(const PyramidWriter& written, const PyramidLayout& layout, const TileSample& sample,
                          const JobControl& control);

}
