#pragma once

#include <memory>

#include "color/ColorMap.h"
#include "display/IccProfile.h"

namespace isostain {

/// From the colors of a picture with one profile to those that show them alike on a screen with another, as LittleCMS says.
/// The picture's profile chooses the rendering intent, save that its white is the screen's.
/// Errors: Internal (profiles that IccProfile::parse() has taken in other roles).
Result<std::shared_ptr<const ColorMap>> makeIccMap(const IccProfile& picture, const IccProfile& screen);

}
