#pragma once

#include <string>

#include "slide/Slide.h"

namespace isostain {

/// The whole slide in a JPEG of at most 256 pixels a side, as base64, for reports. Empty where it cannot be read: a report is
/// not worth failing for. Blocks; any thread.
std::string exportThumbnail(const Slide& slide);

}
