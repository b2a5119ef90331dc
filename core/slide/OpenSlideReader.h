#pragma once

#include <filesystem>

#include "slide/Slide.h"

namespace isostain {

/// How the stored tiles of a slide are read. The pixels are the same, but for what OpenSlide 3.4.1 misreads of lossless tiles.
enum class TileReading {
    Library,   ///< OpenSlide reads them all
    Fastest,   ///< of TIFFs of the usual kinds without it: JPEG tiles see VerifiedTiles, lossless ones losslessTiffLevels()
};

/// Opens a slide through OpenSlide. A null pointer: OpenSlide does not know this kind of file.
/// Blocks; any thread. Errors: SlideUnreadable (it knows the kind, but this one is damaged), UnsupportedSlide (or uses a
/// feature it lacks).
Result<SlidePtr> openWithOpenSlide(const std::filesystem::path& path, TileReading reading = TileReading::Fastest);

}
