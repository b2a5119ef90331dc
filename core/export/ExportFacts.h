#pragma once

#include <optional>

#include "export/SlideExport.h"
#include "export/ExportMetadata.h"
#include "export/SourceTiff.h"
#include "slide/Slide.h"

namespace isostain {

/// What an export of a slide says of itself, the hash of the source aside. `halvings`: how often level 0 was halved before the
/// output begins. `source`: nothing where the slide is no TIFF.
ExportMetadata exportMetadata(const SlideInfo& slide, const std::optional<SourceTiff>& source, const Normalizer& normalizer,
                              const ExportOptions& options, const TileFormat& tiles, int halvings);

}
