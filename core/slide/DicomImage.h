#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/Error.h"
#include "slide/DicomScan.h"
#include "slide/FramedSlide.h"

namespace isostain {

/// What one DICOM file says of its image: everything but who the patient is.
struct DicomImage {
    /// ImageType, value 3.
    enum class Flavor { Volume, Label, Overview, Thumbnail, Other };
    /// Full: in rows, from the top left. Unstated: some converters write columns, others rows.
    enum class Tiling { Full, Sparse, Unstated };

    std::filesystem::path path;
    SharedFile file;
    std::string sopClass; ///< UIDs
    std::string sopInstance;
    std::string series;
    std::string pyramid; ///< may be empty
    std::string transferSyntax;
    Flavor flavor = Flavor::Volume;
    bool isConcatenation = false; ///< a part of an image that is spread over several files

    FrameGrid grid; ///< of the total pixel matrix
    std::int64_t frameCount = 0;
    Tiling tiling = Tiling::Full;
    std::int64_t opticalPaths = 1;
    std::int64_t focalPlanes = 1;
    int samplesPerPixel = 0;
    int bitsAllocated = 0;
    int bitsStored = 0;
    bool isSigned = false;
    bool isPlanar = false; ///< all red values of a frame come before the green ones
    std::string photometricInterpretation;

    std::optional<double> mppX; ///< micrometers per pixel
    std::optional<double> mppY;
    std::optional<double> objectivePower;
    std::vector<std::pair<std::string, std::string>> properties; ///< technical ones, for SlideInfo
    std::vector<std::byte> iccProfile;                           ///< as it is in the file; empty: none

    std::vector<DicomFramePosition> positions;
    std::optional<DicomValue> pixelData;
    std::optional<DicomValue> extendedOffsets;
    std::optional<DicomValue> extendedLengths;
};

/// Reads what is before the pixel data. Silent, with DCMTK's data dictionary or without. Blocks; any thread.
/// Errors (without subject): as scanDicom().
Result<DicomImage> readDicomImage(const std::filesystem::path& path, SharedFile file);

/// What a class of DICOM objects is called; empty for an unknown UID.
std::string dicomClassName(const std::string& uid);

}
