#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "slide/Slide.h"

namespace isostain {

/// A number written with a point, whatever the locale; nothing where the text is no number from start to end.
std::optional<double> parseNumber(std::string_view text);

/// Micrometers per pixel where they can be those of a microscope; screen and printer resolutions (72 dpi: 353) cannot.
std::optional<double> plausibleMpp(std::optional<double> mpp);

/// The text as it is where it is UTF-8, else taken as Latin-1: what older scanners write.
std::string toUtf8(std::string_view text);

/// What Isostain's own slides say of themselves: lines `isostain.<key>=<value>` in the first ImageDescription. Pixel sizes in
/// micrometers, implausible ones left out.
struct OwnDescription {
    std::optional<double> objectivePower;
    std::optional<double> mppX;
    std::optional<double> mppY;
    std::optional<SlideInfo::Demo> demo;
};
OwnDescription parseOwnDescription(std::string_view imageDescription);

/// For SlideInfo::colorProfile: null where there are no bytes. Of a profile too large to be real a part is kept, which nobody
/// takes for a whole one.
std::shared_ptr<const std::vector<std::byte>> keptColorProfile(std::vector<std::byte> bytes);
/// The same of a TIFF's first directory (tag 34675); null for other files. Blocks.
std::shared_ptr<const std::vector<std::byte>> tiffColorProfile(const std::filesystem::path& path);

/// The pixel size of a TIFF, micrometers: that of its description, which has more digits, unless the resolution tags contradict
/// it (another program has resampled the picture).
std::optional<double> mppOfTiff(std::optional<double> described, std::optional<double> tagged);

}
