#pragma once

#include <filesystem>

#include "slide/Slide.h"

namespace isostain {

/// Opens a DICOM whole-slide image (PS3.3, A.32.8) with the files of the same series in the same folder: VOLUME images of one
/// shape are the levels, LABEL, OVERVIEW and THUMBNAIL images become the associated images label, macro and thumbnail. Which
/// of the files is given does not matter. A null pointer: not a DICOM file. Blocks; any thread.
/// Errors: FileNotFound, FileUnreadable, SlideUnreadable, UnsupportedSlide (other DICOM objects; several focal planes or
/// optical paths; concatenations; pixels other than 8-bit RGB; JPEG 2000 and other encodings).
Result<SlidePtr> openDicom(const std::filesystem::path& path);

}
