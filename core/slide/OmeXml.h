#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// An Image of an OME-XML description.
struct OmeImage {
    /// What the image shows, told by its name: scanners and converters call them "label image", "macro", "Thumbnail".
    enum class Role { Slide, Label, Macro, Thumbnail };

    Role role = Role::Slide;
    std::int64_t sizeX = 0;
    std::int64_t sizeY = 0;
    std::int64_t sizeZ = 1;
    std::int64_t sizeC = 1;
    std::int64_t sizeT = 1;
    std::string pixelType;      ///< "uint8", ...
    std::optional<double> mppX; ///< micrometers per pixel; nothing where absent or in a unit that is no length
    std::optional<double> mppY;
    std::optional<double> objectivePower; ///< the Objective's NominalMagnification
    int samplesPerPixel = 1;              ///< of the first Channel
    int firstIfd = 0;                     ///< directory of the main chain that holds its first plane
};

/// Whether the description of a TIFF's first directory is OME-XML.
bool isOmeXml(std::string_view imageDescription);

/// The images of an OME-XML description (OME Data Model 2016-06 and the older ones that keep its names). Entities are not
/// expanded and nothing outside the text is read. Any thread.
/// Errors (without subject): SlideUnreadable (no usable XML, or too large), UnsupportedSlide (spread over several files).
Result<std::vector<OmeImage>> parseOmeXml(std::string_view imageDescription);

}
