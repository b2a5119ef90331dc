#pragma once

#include <QString>

#include "normalize/StainProfile.h"

namespace isostain {

/// The name of a profile as it is shown: its own, but for the published reference, whose name is the program's to translate.
QString profileTitle(const StainProfile& profile);

}
