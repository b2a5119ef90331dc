#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/Error.h"
#include "export/ExportMetadata.h"
#include "export/PyramidLayout.h"

namespace isostain {

/// Where the frames of a level lie, which its header says.
struct DicomFrameTable {
    std::span<const std::uint64_t> offsets; ///< of the frames' items, from the first on
    std::span<const std::uint64_t> lengths; ///< of their content, even
};

/// Whether offsets of all frames of a level surely fit into the 32 bits of the Basic Offset Table. Decided before anything is
/// compressed, so by the worst case; else there is an Extended Offset Table.
bool fitsBasicOffsetTable(const HalvedLevel& level, const TileFormat& tiles);

/// What a pyramid cannot be written as DICOM for: compression other than JPEG and none, an unknown pixel size, uncompressed
/// levels past 4 GiB, a source whose hash nobody computes (UIDs follow from it). Errors, about `subject`: InvalidArgument.
Result<void> checkFitsDicom(const PyramidLayout& layout, const ExportMetadata& metadata, const std::string& subject);

/// All that stands before the first frame in the file of one level of a VL Whole Slide Microscopy Image (PS3.3, A.32.8;
/// PS3.10): TILED_FULL, derived, with nothing about a patient. As long for the same level and number of frames whatever the
/// other values are, so that it can be written again when they are known.
///
/// Study, specimen and container follow from the source's content alone, all other UIDs also from how the export was made.
/// Dates that must not be empty are a constant, as the header says (Longitudinal Temporal Information Modified: REMOVED).
class DicomHeader {
public:
    DicomHeader(const PyramidLayout& layout, const ExportMetadata& metadata);

    /// With zeros for what is not known yet.
    std::string placeholder(std::size_t level) const;
    /// Waits for the source's hash. Errors: the hash's.
    Result<std::string> complete(std::size_t level, const DicomFrameTable& frames) const;

private:
    struct Identity;
    std::string header(std::size_t level, const Identity& identity, const DicomFrameTable& frames) const;

    PyramidLayout m_layout;
    ExportMetadata m_metadata;
};

}
