#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "demo/Tissue.h"

namespace isostain::demo {

/// Hands out the tiles of two slides that are written at the same time, one per scanner, and generates each place only
/// once: the second scanner's image is kept until its writer comes for it. Any thread.
class PairedTiles {
public:
    PairedTiles(const TissueGenerator& generator, int tileSize) : m_generator(generator), m_tileSize(tileSize) {}

    /// A tile clipped to the slide. Waits where the other writer is just generating the same place.
    BgrxImage tile(int column, int row, ScannerId scanner);

private:
    using Place = std::pair<int, int>; ///< row, column
    /// Tiles kept at most; a writer that is further ahead than that generates for itself alone.
    static constexpr std::size_t kMostKept = 256;

    Area areaOf(Place place) const;
    BgrxImage generatePair(Place place, ScannerId scanner);

    const TissueGenerator& m_generator;
    int m_tileSize;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<Place, std::optional<BgrxImage>> m_kept; ///< for the partner; empty while it is being generated
    std::set<Place> m_alone;                          ///< generated for one scanner without keeping the other's image
};

}
