#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "export/ExportMetadata.h"
#include "export/PyramidPipeline.h"
#include "export/PyramidWriter.h"
#include "export/TileFormat.h"

namespace isostain {

/// Containers that a slide can be written to; their names are in ExportNames.h.
enum class ExportFormat {
    PyramidalTiff, ///< makePyramidTiff(), described in lines of our own
    SvsLike,       ///< the same with a description like Aperio's, from which more programs take µm/px and power
    OmeTiff,       ///< lower levels in SubIFDs, described by omeXml()
    Dicom,         ///< makeDicomPyramid(): a folder
};

/// What is appended to a slide's name: ".tif", ".ome.tif"; nothing for a folder.
std::string_view suffixOf(ExportFormat format);

/// Whether tiles of the format may be compressed so: DICOM knows no LZW and no deflate.
bool takes(ExportFormat format, TiffCompression compression);

/// Whether the format can carry ExportMetadata::associated so that readers find them.
bool carriesLabel(ExportFormat format);

/// A writer of the format for a layout. `path` is the final name. Errors: InvalidArgument (what the format cannot hold),
/// OutputExists, OutputUnwritable, DiskFull, Internal.
Result<std::unique_ptr<PyramidWriter>> makePyramidWriter(ExportFormat format, const std::filesystem::path& path,
                                                         const PyramidLayout& layout, const ExportMetadata& metadata,
                                                         Overwrite overwrite);

}
