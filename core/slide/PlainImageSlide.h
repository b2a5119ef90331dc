#pragma once

#include <filesystem>

#include "slide/Slide.h"

namespace isostain {

/// Opens a PNG, JPEG or TIFF as a slide of one stored level, decoded once and kept in memory (at most 134 million pixels).
/// Errors: as readImage(). Blocks while decoding; any thread.
Result<SlidePtr> openPlainImage(const std::filesystem::path& path);

}
