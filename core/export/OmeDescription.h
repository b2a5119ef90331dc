#pragma once

#include <string>
#include <utility>
#include <vector>

#include "export/ExportMetadata.h"
#include "export/PyramidLayout.h"

namespace isostain {

/// The description of an OME-TIFF (OME Data Model 2016-06) of one 8-bit RGB picture with its lower levels in SubIFDs: size,
/// pixel size and objective as far as they are known, and the facts as a map annotation of the picture. It names neither file
/// nor person and has no UUID, so that the same export gives the same text.
std::string omeXml(const PyramidLayout& layout, const ExportMetadata& metadata,
                   const std::vector<std::pair<std::string, std::string>>& facts);

}
