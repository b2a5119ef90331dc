#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/Error.h"
#include "slide/RandomAccessFile.h"

namespace isostain {

/// Where a value is in the file.
struct DicomValue {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;   ///< bytes; to the end of the file where isOpenEnded
    bool isOpenEnded = false; ///< of undefined length: frames in items
};

/// The top left pixel of a frame in the total pixel matrix, counted from 1; 0 where the file does not say.
struct DicomFramePosition {
    std::int32_t column = 0;
    std::int32_t row = 0;
};

/// What one pass over the elements of a DICOM file finds. Elements that say who the patient is are stepped over.
struct DicomScan {
    std::string transferSyntax;                ///< UID
    bool isImplicit = false;                   ///< elements do not state their type
    std::vector<std::byte> elements;           ///< the technical elements of the data set, encoded as in the file
    std::vector<DicomFramePosition> positions; ///< one per item of the Per-Frame Functional Groups; these may be many
    std::optional<DicomValue> pixelData;
    std::optional<DicomValue> extendedOffsets;
    std::optional<DicomValue> extendedLengths;
};

/// Whether the file begins as DICOM files do (PS3.10).
bool isDicom(const RandomAccessFile& file);

/// Reads up to the pixel data, and nothing of it. Lengths, nesting and number of the elements are checked, so that `elements`
/// can be handed to a parser. Memory is bounded by the number of frames.
/// Implicit encoding asks DCMTK's data dictionary for sequences, as its parser does.
/// Errors (without subject): SlideUnreadable, UnsupportedSlide (big endian or deflated). Any thread.
Result<DicomScan> scanDicom(const RandomAccessFile& file);

}
