#pragma once

#include <filesystem>
#include <memory>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "export/ExportMetadata.h"
#include "export/PyramidLayout.h"
#include "export/PyramidWriter.h"

namespace isostain {

/// A folder with a DICOM whole-slide image: level-0.dcm, level-1.dcm, ..., one instance for each level, all of one series; see
/// DicomHeader. JPEG frames are complete baseline streams, one fragment each; uncompressed ones are RGB. A folder that is
/// replaced must hold nothing but such files. Errors: InvalidArgument (see checkFitsDicom()), OutputExists, OutputUnwritable,
/// DiskFull.
Result<std::unique_ptr<PyramidWriter>> makeDicomPyramid(const std::filesystem::path& path, const PyramidLayout& layout,
                                                        const ExportMetadata& metadata, Overwrite overwrite);

}
