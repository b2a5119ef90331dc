#pragma once

#include <filesystem>

#include "slide/Slide.h"

namespace isostain {

/// How the stored tiles of a slide are read. The pixels are the same.
enum class TileReading {
    Library,   ///< OpenSlide reads them all
    Fastest,   ///< JPEG tiles of the TIFFs it was checked with are decoded without it, see VerifiedTiles
};

/// Opens a slide through OpenSlide. A null pointer: OpenSlide does not know this kind of file.
/// Blocks; any thread. Errors: SlideUnreadable (it knows the kind, but this one is damaged), UnsupportedSlide (or uses a
/// feature it lacks).
Result<SlidePtr> openWithOpenSlide(const std::filesystem::path& path, TileReading reading = TileReading::Fastest);

}
