#pragma once

#include <filesystem>

#include "slide/Slide.h"

namespace isostain {

/// Opens an OME-TIFF of 8-bit RGB: levels in the SubIFDs of the slide's directory, or as reduced directories of the main
/// chain; images named label, macro or thumbnail become associated images. A null pointer: not an OME-TIFF.
/// Blocks; any thread. Errors: FileNotFound, FileUnreadable, SlideUnreadable, UnsupportedSlide (several channels, focal planes,
/// time points, files or scans; other pixels or compressions).
Result<SlidePtr> openOmeTiff(const std::filesystem::path& path);

}
