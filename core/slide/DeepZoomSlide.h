#pragma once

#include <filesystem>

#include "slide/Slide.h"

namespace isostain {

/// Opens a Deep Zoom image (.dzi, Microsoft, schema of 2008): an XML file, and beside it the folder "<name>_files" with a folder of
/// JPEG or PNG tiles for each level. It states no pixel size. A null pointer: not a Deep Zoom image. Blocks; any thread.
/// Errors: FileNotFound, FileUnreadable, SlideUnreadable, UnsupportedSlide (tiles of another format, collections, sparse images).
Result<SlidePtr> openDeepZoom(const std::filesystem::path& path);

}
