#pragma once

#include <QString>

#include "slide/Slide.h"

namespace isostain {

/// A slide's color profile in words: its name, that there is none, or what is wrong with it. Parses it, so not on the GUI
/// thread.
QString colorProfileText(const SlideInfo& slide);

}
