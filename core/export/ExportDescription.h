#pragma once

#include <string>

#include "export/ExportJob.h"
#include "slide/Slide.h"

namespace isostain {

/// The ImageDescription of an exported slide: lines `isostain.<key>=<value>` that say how it was made and what the slide's
/// readers cannot take from a TIFF's own tags (objective power). Nothing that could name a patient, a file or a person.
std::string exportDescription(const SlideInfo& slide, const Normalizer& normalizer, const ExportOptions& options);

}
