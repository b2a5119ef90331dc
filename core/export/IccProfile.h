#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace isostain {

/// What an ICC profile (ICC.1:2010) of an RGB device says of colors, and nothing else: colorimetric tags by allow-list; its
/// texts, private tags, dates and makers are left out or replaced by neutral ones, as scanners put names there. The color
/// transform is unchanged. Empty where the bytes are no well-formed RGB profile of at most 4 MiB. Any thread.
std::vector<std::byte> colorimetricProfile(std::span<const std::byte> profile);

/// sRGB (IEC 61966-2-1) as the profile of an input device, version 4.2: what DICOM asks for where the source has none. Primaries
/// and white adapted to D50 by Bradford's method.
std::vector<std::byte> srgbProfile();

}
