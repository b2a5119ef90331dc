#pragma once

#include <string>

#include "export/SlideExport.h"

namespace isostain {

/// SHA-256 over all that decides the bytes of an output besides the slide: profile, form, options and the program's version.
std::string exportRecipe(const StainProfile& profile, NormalizerForm form, const ExportOptions& options);

}
