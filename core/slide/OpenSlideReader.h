#pragma once

#include <filesystem>

#include "slide/Slide.h"

namespace isostain {

/// Opens a slide through OpenSlide. A null pointer: OpenSlide does not know this kind of file.
/// Blocks; any thread. Errors: SlideUnreadable (it knows the kind, but this one is damaged), UnsupportedSlide (or uses a
/// feature it lacks).
Result<SlidePtr> openWithOpenSlide(const std::filesystem::path& path);

}
