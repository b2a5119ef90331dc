#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "slide/Slide.h"

namespace isostain {

/// Opens a DICOM whole-slide image (PS3.3, A.32.8) with the files of the same series in the same folder: VOLUME images of one
/// shape are the levels, LABEL, OVERVIEW and THUMBNAIL images become the associated images label, macro and thumbnail. Which
/// of the files is given does not matter. A null pointer: not a DICOM file. Blocks; any thread.
/// Errors: FileNotFound, FileUnreadable, SlideUnreadable, UnsupportedSlide (other DICOM objects; several focal planes or
/// optical paths; concatenations; pixels other than 8-bit RGB; JPEG 2000 and other encodings).
Result<SlidePtr> openDicom(const std::filesystem::path& path);

/// The same for a folder that holds one such series, whatever else is in it. A null pointer: there is none.
/// Errors besides: UnsupportedSlide (several series).
Result<SlidePtr> openDicomFolder(const std::filesystem::path& folder);

/// The files of the series that a file belongs to, in the order of their paths; nothing where it is no whole-slide image.
/// Blocks; any thread.
std::vector<std::filesystem::path> filesOfDicomSeries(const std::filesystem::path& path);

/// The color profile of a whole-slide image, or of the one in a folder, as it is in the file; empty: none. Blocks; any thread.
std::vector<std::byte> dicomColorProfile(const std::filesystem::path& path);

/// A list of files in which a series of whole-slide images is named once for every folder that holds a part of it: by the file of
/// its largest image of the whole slide, at the place of the first. Other files stay. Blocks; any thread.
std::vector<std::filesystem::path> oncePerDicomSeries(const std::vector<std::filesystem::path>& files);

}
